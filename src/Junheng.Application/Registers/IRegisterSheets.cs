using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Application.Registers;

/// <summary>A register as a sheet: one row a subject, headings in Chinese.</summary>
public interface IRegisterSheets
{
    /// <summary>A workbook of one sheet: the subject's id, then a column a field, then the first day of its life.</summary>
    InputFile Write(SubjectKind kind, string fileName, ImmutableArray<RegisterRow> rows);

    /// <summary>Reads such a sheet, or one that a person made: columns in any order, unknown ones ignored with a note.</summary>
    RegisterSheet Read(InputFile file, SubjectKind kind, Language language);
}

/// <summary>A row of a sheet.</summary>
/// <param name="Id">The subject's id; empty for a new one.</param>
/// <param name="Values">Texts by field: a field whose column is absent is absent, a blank cell is the empty text.</param>
/// <param name="From">The first day of its life, for people; empty for none.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record RegisterRow(string Id, ImmutableSortedDictionary<string, string> Values, string From, Origin Place);

/// <summary>A sheet as read.</summary>
/// <param name="Rows">Its rows; empty where it was refused.</param>
/// <param name="Findings">What was found.</param>
public sealed record RegisterSheet(ImmutableArray<RegisterRow> Rows, ImmutableArray<Finding> Findings);
