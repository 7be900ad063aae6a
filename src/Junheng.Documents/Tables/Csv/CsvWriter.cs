using System.Buffers;
using System.Globalization;
using System.Text;

namespace Junheng.Documents.Tables;

/// <summary>Writes tables as CSV: UTF-8, commas, CRLF, quotation marks only where needed (RFC 4180).</summary>
public static class CsvWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a header and its rows and leaves the stream open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="headers">The headings.</param>
    /// <param name="rows">Cells: texts, numbers (written so that they read back the same), or null for blank.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A cell is a number that is not finite.</exception>
    public static void Write(Stream stream, IEnumerable<string> headers, IEnumerable<IReadOnlyList<object?>> rows, CsvWriterOptions? options = null)
    {
        options ??= new CsvWriterOptions();
        using var writer = new StreamWriter(stream, new UTF8Encoding(options.ByteOrderMark), leaveOpen: true) { NewLine = "\r\n" };
        WriteRow(writer, headers, options);
        foreach (var row in rows)
        {
            WriteRow(writer, row, options);
        }
    }

    private static void WriteRow(StreamWriter writer, IEnumerable<object?> cells, CsvWriterOptions options)
    {
        var count = 0;
        var isBlank = true;
        foreach (var cell in cells)
        {
            if (count++ > 0)
            {
                writer.Write(',');
            }

            var text = OutputCell.Text(cell);
            isBlank &= text.Length == 0;
            WriteText(writer, cell is string && options.NeutraliseFormulas && OutputCell.LooksLikeFormula(text) ? "'" + text : text);
        }

        if (count == 1 && isBlank)
        {
            writer.Write("\"\""); // else a reader would see an empty line
        }

        writer.WriteLine();
    }

    private static void WriteText(StreamWriter writer, string text)
    {
        var needsQuotes = text.AsSpan().ContainsAny(NeedQuotes) || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])));
        writer.Write(needsQuotes ? string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"") : text);
    }
}
