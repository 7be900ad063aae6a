using Junheng.Application.Tables;

namespace Junheng.Documents.Tables;

/// <summary>Writes tables as pages show them.</summary>
public sealed class ShownTables : IShownTables
{
    /// <inheritdoc/>
    public void Workbook(ShownTable table, Stream stream) => WorkbookWriter.Write(
        stream,
        new WorkbookSheet(table.Name, [.. table.Headings.Select(heading => new WorkbookHeading(heading.Text, heading.IsCode))], table.Rows.Select(row => (IReadOnlyList<object?>)row)));

    /// <inheritdoc/>
    public void Csv(ShownTable table, Stream stream) =>
        CsvWriter.Write(stream, [.. table.Headings.Select(heading => heading.Text)], table.Rows.Select(row => row.ToArray()));
}
