using Junheng.Application.Files;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Files;

/// <summary>Reads the first sheet of a stored file as texts.</summary>
public sealed class SheetTexts : ISheetReader
{
    /// <inheritdoc/>
    public Sheet? Read(StoredFile file)
    {
        if (TableFile.Open(file.Name, file.Content) is not TableOpening.Opened { File: var table })
        {
            return null;
        }

        var rows = table.Read([.. table.Headers.Select(_ => ColumnUse.Text)]);
        return new Sheet(table.Sheet, table.Headers, table.HeaderRow, [.. rows.Chunks.SelectMany(chunk => Rows(chunk, table.Headers.Length))]);
    }

    private static IEnumerable<SheetRow> Rows(TableChunk chunk, int columns) => Enumerable.Range(0, chunk.RowCount)
        .Select(row => new SheetRow(chunk.SourceRow(row), [.. Enumerable.Range(0, columns).Select(column => chunk.Text(column)[row])]));
}
