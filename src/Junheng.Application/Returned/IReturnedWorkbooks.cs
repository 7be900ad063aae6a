using Junheng.Application.Statistics;
using Junheng.Domain.Findings;

namespace Junheng.Application.Returned;

/// <summary>Writes the workbook that goes back to whoever handed it in: the same workbook, with everything found marked in it.</summary>
public interface IReturnedWorkbooks
{
    /// <summary>
    /// Writes a marked copy of one input as xlsx: of an xlsx the same package, of xls and CSV a workbook of the same sheets. Marks of an earlier
    /// time are taken out first; without errors and warnings nothing is marked. An input that cannot be opened gives a workbook of the findings alone.
    /// </summary>
    /// <param name="input">The input; it is only read.</param>
    /// <param name="findings">What was found. Those of another file are passed over; notes are listed, never coloured.</param>
    /// <param name="target">Where to; need not be able to seek. It is left open.</param>
    /// <param name="headingRows">The last row of headings, from 1, by sheet, where a form has several; a sheet that is left out has them in its first row with content.</param>
    void Write(InputFile input, IReadOnlyList<Finding> findings, Stream target, IReadOnlyDictionary<string, int>? headingRows = null);
}

/// <summary>What lies in folders and archives, so that each of their files can go back by itself.</summary>
public interface IPaperMembers
{
    /// <summary>The files of a folder or archive by the names that findings carry (<c>schools.zip/a.xlsx</c>), with their contents; null for a single file.</summary>
    IReadOnlyList<InputFile>? Of(InputFile input);
}
