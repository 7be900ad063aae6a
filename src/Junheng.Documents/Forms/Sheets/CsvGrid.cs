using System.Text;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Forms.Sheets;

/// <summary>Reads all cells of a CSV file into memory.</summary>
internal static class CsvGrid
{
    /// <summary>The one sheet of a CSV file. Row numbers count the rows of the table, as a spreadsheet program shows them.</summary>
    public static SheetGrid Read(CsvText text, CsvDialect dialect, string file)
    {
        var content = Encoding.UTF8.GetString(text.Bytes.AsSpan(text.Start));
        var (separator, lineEnd) = ((char)dialect.Separator, (char)dialect.LineEnd);
        var rows = new List<object?[]?>();
        var cells = new List<object?>();
        var at = 0;
        while (at < content.Length)
        {
            cells.Add(Cell(content, ref at, separator, lineEnd));
            if (at >= content.Length || content[at] == lineEnd)
            {
                at++;
                rows.Add(cells.Exists(cell => cell is not null) ? [.. cells] : null);
                cells.Clear();
            }
            else
            {
                at++;
                if (at == content.Length)
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
        }

        while (rows.Count > 0 && rows[^1] is null)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return new SheetGrid(file, null, false, rows, [], isText: true);
    }

    /// <summary>The cell at a place, which moves to the separator or line end behind it.</summary>
    private static string? Cell(string content, ref int at, char separator, char lineEnd)
    {
        if (at < content.Length && content[at] == '"')
        {
            return Quoted(content, ref at, separator, lineEnd);
        }

        var from = at;
        var end = content.AsSpan(at).IndexOfAny(separator, lineEnd);
        at = end < 0 ? content.Length : at + end;
        var text = CellText.Trim(content[from..at]);
        return text.Length == 0 ? null : text;
    }

    private static string? Quoted(string content, ref int at, char separator, char lineEnd)
    {
        var text = new StringBuilder();
        for (at++; at < content.Length; at++)
        {
            if (content[at] != '"')
            {
                text.Append(content[at]);
            }
            else if (at + 1 < content.Length && content[at + 1] == '"')
            {
                text.Append('"');
                at++;
            }
            else
            {
                at++;
                break;
            }
        }

        while (at < content.Length && content[at] != separator && content[at] != lineEnd)
        {
            text.Append(content[at++]);
        }

        var trimmed = CellText.Trim(text.ToString());
        return trimmed.Length == 0 ? null : trimmed;
    }
}
