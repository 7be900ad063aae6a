namespace Junheng.Documents.Tables;

/// <summary>Full-width digits, letters and signs of figures, as Chinese input methods write them.</summary>
internal static class FullWidth
{
    private const int Distance = '\uFF21' - 'A';

    /// <summary>The text with full-width digits, letters and the signs <c>+-.,%</c> made ordinary: for figures.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="changed">True when there were any.</param>
    public static string Narrow(string text, out bool changed) => Replace(text, static c => IsAlphanumeric(c) || c is '\uFF0B' or '\uFF0D' or '\uFF0E' or '\uFF0C' or '\uFF05', out changed);

    /// <summary>The text with full-width digits and letters made ordinary, everything else as it is: for codes and names.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="changed">True when there were any.</param>
    public static string NarrowAlphanumerics(string text, out bool changed) => Replace(text, IsAlphanumeric, out changed);

    private static bool IsAlphanumeric(char c) => c is (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A');

    private static string Replace(string text, Func<char, bool> belongs, out bool changed)
    {
        changed = text.AsSpan().IndexOfAnyInRange('\uFF01', '\uFF5E') >= 0 && text.Any(belongs);
        return changed ? string.Concat(text.Select(c => belongs(c) ? (char)(c - Distance) : c)) : text;
    }
}
