using System.Text;

namespace Junheng.Documents.Tables;

/// <summary>Cells of CSV text one by one (RFC 4180), for everything that is not the bulk of the rows.</summary>
internal static class CsvCells
{
    private const byte Quote = (byte)'"';

    /// <summary>Where the cell that starts at <paramref name="start"/> ends: at its separator, its line end, or <paramref name="limit"/>.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="start">The cell's first byte.</param>
    /// <param name="limit">End of the text.</param>
    /// <param name="dialect">Separator and line end.</param>
    /// <param name="unclosed">True when the cell opens a quotation mark that never closes.</param>
    public static int End(byte[] bytes, int start, int limit, CsvDialect dialect, out bool unclosed)
    {
        unclosed = false;
        var at = start;
        if (dialect.HasQuotes && at < limit && bytes[at] == Quote)
        {
            at++;
            while (true)
            {
                var next = bytes.AsSpan(at, limit - at).IndexOf(Quote);
                if (next < 0)
                {
                    unclosed = true;
                    return limit;
                }

                at += next + 1;
                if (at < limit && bytes[at] == Quote)
                {
                    at++;
                    continue;
                }

                break;
            }
        }

        var end = bytes.AsSpan(at, limit - at).IndexOfAny(dialect.Separator, dialect.LineEnd);
        return end < 0 ? limit : at + end;
    }

    /// <summary>The part of a raw cell that counts: without surrounding blanks and quotation marks.</summary>
    /// <param name="cell">The raw cell.</param>
    /// <param name="doubled">True when inner quotation marks are doubled, so that the slice is not yet the text.</param>
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> cell, out bool doubled)
    {
        doubled = false;
        if (cell.Length > 0 && cell[0] == Quote)
        {
            cell = TrimBlanks(cell);
            var inner = cell[1..];
            var close = inner.LastIndexOf(Quote);
            if (close == inner.Length - 1 && close >= 0)
            {
                inner = inner[..close];
                doubled = inner.Contains(Quote);
                return TrimBlanks(inner);
            }

            doubled = true;
            return cell;
        }

        return TrimBlanks(cell);
    }

    /// <summary>The text of a raw cell, trimmed and unquoted.</summary>
    public static string Text(ReadOnlySpan<byte> cell)
    {
        var content = Content(cell, out var doubled);
        return doubled ? Unquote(Encoding.UTF8.GetString(TrimBlanks(cell))) : Encoding.UTF8.GetString(content);
    }

    /// <summary>True when there is nothing but blanks, separators and quotation marks.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> row, CsvDialect dialect)
    {
        if (row.Length == 0)
        {
            return true;
        }

        while (true)
        {
            var mark = row.IndexOfAnyExcept(dialect.Separator, Quote);
            if (mark < 0)
            {
                return true;
            }

            var rest = TrimBlanks(row[mark..]);
            if (rest.Length == 0)
            {
                return true;
            }

            if (rest[0] != dialect.Separator && rest[0] != Quote)
            {
                return false;
            }

            row = rest;
        }
    }

    /// <summary>Without blanks at both ends: ASCII blanks, no-break and ideographic spaces, byte order marks.</summary>
    public static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var size = text[0] <= ' ' ? 1
                : text.StartsWith("\u00A0"u8) ? 2
                : text.StartsWith("\u3000"u8) || text.StartsWith("\uFEFF"u8) ? 3
                : 0;
            if (size == 0)
            {
                break;
            }

            text = text[size..];
        }

        while (text.Length > 0)
        {
            var size = text[^1] <= ' ' ? 1
                : text.EndsWith("\u00A0"u8) ? 2
                : text.EndsWith("\u3000"u8) || text.EndsWith("\uFEFF"u8) ? 3
                : 0;
            if (size == 0)
            {
                break;
            }

            text = text[..^size];
        }

        return text;
    }

    /// <summary>What follows the closing mark is kept as it stands, as Excel does.</summary>
    private static string Unquote(string cell)
    {
        var text = new StringBuilder(cell.Length);
        var inside = true;
        for (var i = 1; i < cell.Length; i++)
        {
            if (!inside || cell[i] != '"')
            {
                text.Append(cell[i]);
            }
            else if (i + 1 < cell.Length && cell[i + 1] == '"')
            {
                text.Append('"');
                i++;
            }
            else
            {
                inside = false;
            }
        }

        return CellText.Trim(text.ToString());
    }
}
