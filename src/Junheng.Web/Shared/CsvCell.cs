namespace Junheng.Web.Shared;

/// <summary>A cell of a CSV that people open in a spreadsheet.</summary>
internal static class CsvCell
{
    /// <summary>The text in quotes; what a spreadsheet would take for a formula is made text.</summary>
    public static string Of(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
