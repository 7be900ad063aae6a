namespace Junheng.Documents.Reports;

/// <summary>Widths of texts in half-width characters: Chinese ones are twice as wide.</summary>
internal static class CharacterWidth
{
    /// <summary>The width of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var letter in text)
        {
            width += letter >= '\u2E80' || letter is >= '\u2014' and <= '\u2026' or >= '\u2160' and <= '\u2179' ? 2 : 1;
        }

        return width;
    }
}
