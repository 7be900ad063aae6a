using System.Text;

namespace Junheng.Documents.Tables;

/// <summary>What holds for the texts of cells in every format.</summary>
internal static class CellText
{
    private const char FirstEastAsian = '\u2E80';

    /// <summary>Without blanks and byte order marks at both ends.</summary>
    public static string Trim(string text) => text.AsSpan().TrimEnd(Blanks).TrimStart(Blanks) is var trimmed && trimmed.Length == text.Length
        ? text
        : trimmed.ToString();

    /// <summary>A heading on one line: a line break within it vanishes beside a Chinese character and is a space between words.</summary>
    public static string Heading(string text)
    {
        var trimmed = Trim(text.Replace("_x000D_", "", StringComparison.Ordinal));
        if (!trimmed.AsSpan().ContainsAny('\r', '\n'))
        {
            return trimmed;
        }

        var line = new StringBuilder(trimmed.Length);
        var broken = false;
        foreach (var c in trimmed)
        {
            if (c is '\r' or '\n')
            {
                broken = true;
                continue;
            }

            if (broken)
            {
                if (c == ' ')
                {
                    continue;
                }

                while (line.Length > 0 && line[^1] == ' ')
                {
                    line.Length--;
                }

                if (line.Length > 0 && line[^1] < FirstEastAsian && c < FirstEastAsian)
                {
                    line.Append(' ');
                }

                broken = false;
            }

            line.Append(c);
        }

        return line.ToString();
    }

    /// <summary>True for what Excel makes of a long code: one digit, perhaps decimals, and an exponent without minus (<c>3.30106E+11</c>).</summary>
    public static bool IsScientificCode(ReadOnlySpan<char> text)
    {
        var e = text.IndexOfAny('e', 'E');
        if (e < 1 || e + 1 >= text.Length || !char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        var exponent = text[(e + 1)..];
        if (exponent[0] == '+')
        {
            exponent = exponent[1..];
        }

        var hasDecimals = e > 2 && text[1] == '.' && !text[2..e].ContainsAnyExceptInRange('0', '9');
        return (e == 1 || hasDecimals) && exponent.Length > 0 && !exponent.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>The headings without the blank ones at the end.</summary>
    public static List<string> WithoutTrailingBlanks(List<string> headings)
    {
        while (headings.Count > 0 && headings[^1].Length == 0)
        {
            headings.RemoveAt(headings.Count - 1);
        }

        return headings;
    }

    private static ReadOnlySpan<char> Blanks => " \t\r\n\v\f\u00A0\u3000\uFEFF";
}
