using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Documents.Reports.Word;

/// <summary>The footnotes of one document, numbered as they are made.</summary>
internal sealed class FootnoteList
{
    private int _last;

    /// <summary>What goes into the document's part of footnotes.</summary>
    public Footnotes Notes { get; } = new(
        Separator(-1, FootnoteEndnoteValues.Separator, new SeparatorMark()), Separator(0, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark()));

    /// <summary>Makes the next footnote.</summary>
    /// <param name="text">What it says.</param>
    /// <returns>The mark that stands in the text.</returns>
    public Run Add(string text)
    {
        _last++;
        Notes.Append(new Footnote(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.FootNote }), new Run(Superscript(), new FootnoteReferenceMark()), WordText.RunOf($" {text}")))
        {
            Id = _last,
        });
        return new Run(Superscript(), new FootnoteReference { Id = _last });
    }

    private static RunProperties Superscript() => new(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });

    private static Footnote Separator(int id, FootnoteEndnoteValues type, OpenXmlElement mark) => new(new Paragraph(new Run(mark))) { Type = type, Id = id };
}
