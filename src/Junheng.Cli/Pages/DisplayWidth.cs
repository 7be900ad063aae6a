using System.Text;

namespace Junheng.Cli.Pages;

/// <summary>How many columns a text takes in a terminal: Chinese characters take two.</summary>
internal static class DisplayWidth
{
    /// <summary>Columns of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>Columns of a character.</summary>
    public static int Of(Rune rune) => rune.Value switch
    {
        < 0x20 or (>= 0x7F and < 0xA0) or (>= 0x300 and <= 0x36F) or (>= 0x200B and <= 0x200F) or (>= 0xFE00 and <= 0xFE0F) => 0,
        >= 0x1100 and <= 0x115F => 2,
        >= 0x2E80 and <= 0xA4CF => 2,
        >= 0xAC00 and <= 0xD7A3 => 2,
        >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE30 and <= 0xFE4F => 2,
        >= 0xFF00 and <= 0xFF60 => 2,
        >= 0xFFE0 and <= 0xFFE6 => 2,
        >= 0x1F300 and <= 0x1FAFF => 2,
        >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };

    /// <summary>The text cut into lines of at most so many columns: at spaces, or between Chinese characters, never before closing punctuation.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        if (Of(text) <= width)
        {
            return [text];
        }

        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(text))
        {
            var wide = Of(piece);
            if (used > 0 && used + Of(piece.TrimEnd()) > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                used = 0;
            }

            line.Append(piece);
            used += wide;
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>Words with the space behind them, and single Chinese characters with the punctuation behind them.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        const string closing = "，。；：、）”’》？！%,.;:)…";
        const string opening = "（“‘《(";
        var piece = new StringBuilder();
        var canBreak = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = rune.ToString();
            var isWide = Of(rune) == 2;
            if (piece.Length > 0 && letter != " " && !closing.Contains(letter, StringComparison.Ordinal) && (canBreak || isWide)
                && !opening.Contains(piece[^1], StringComparison.Ordinal))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(letter);
            canBreak = isWide || letter == " ";
        }

        yield return piece.ToString();
    }
}
