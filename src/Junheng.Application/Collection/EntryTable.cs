namespace Junheng.Application.Collection;

/// <summary>How texts are written into the tables that forms make.</summary>
internal static class EntryTable
{
    /// <summary>A cell of a CSV.</summary>
    public static string Quoted(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
