using System.Collections.Immutable;

namespace Junheng.Application.Tables;

/// <summary>A table as a page shows it, to be taken along as a file.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Headings">Its head; codes keep their leading zeros.</param>
/// <param name="Rows">Cells: texts, numbers (<c>decimal</c>, <c>int</c>), or null for blank.</param>
public sealed record ShownTable(string Name, ImmutableArray<(string Text, bool IsCode)> Headings, ImmutableArray<ImmutableArray<object?>> Rows);

/// <summary>Writes tables as files; the stream stays open.</summary>
public interface IShownTables
{
    /// <summary>A workbook of one sheet.</summary>
    void Workbook(ShownTable table, Stream stream);

    /// <summary>Text with a byte order mark; what a spreadsheet would run is neutralised.</summary>
    void Csv(ShownTable table, Stream stream);
}
