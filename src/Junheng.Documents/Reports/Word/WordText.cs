using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Documents.Reports.Word;

/// <summary>Text of a document as a run: blanks kept, what cannot be printed left out.</summary>
internal static class WordText
{
    /// <summary>The run.</summary>
    public static Run RunOf(string text) => new(new Text(WordTable.Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
}
