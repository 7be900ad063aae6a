using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Documents.Reports.Word;

/// <summary>Paper, margins, page numbers and the result's id of an official document.</summary>
internal static class WordPages
{
    /// <summary>Width of the text on upright paper, in twips: 210 − 28 − 26 mm.</summary>
    public const int UprightWidth = 8844;

    /// <summary>Width of the text on paper laid across.</summary>
    public const int AcrossWidth = 12755;

    private const string OddFooter = "footerOdd";
    private const string EvenFooter = "footerEven";
    private const string HeaderId = "header";

    /// <summary>Adds header and footers: the number as <c>— 1 —</c>, outside on right and left pages, and the result's id.</summary>
    public static void AddParts(MainDocumentPart document, string resultId)
    {
        document.AddNewPart<FooterPart>(OddFooter).Footer = new Footer(Number(JustificationValues.Right));
        document.AddNewPart<FooterPart>(EvenFooter).Footer = new Footer(Number(JustificationValues.Left));
        document.AddNewPart<HeaderPart>(HeaderId).Header = new Header(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Header }), new Run(new Text($"结果编号 {resultId}"))));
    }

    /// <summary>Where a section ends: its paper and margins (3.7, 3.5, 2.8 and 2.6 cm; laid across they turn with the paper).</summary>
    public static SectionProperties Section(bool isAcross)
    {
        var size = isAcross
            ? new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = 11906, Height = 16838 };
        var margin = isAcross
            ? new PageMargin { Top = 1588, Right = 2098, Bottom = 1474, Left = 1985, Header = 851, Footer = 992, Gutter = 0 }
            : new PageMargin { Top = 2098, Right = 1474, Bottom = 1985, Left = 1588, Header = 1134, Footer = 1417, Gutter = 0 };
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
            new HeaderReference { Type = HeaderFooterValues.Even, Id = HeaderId },
            new FooterReference { Type = HeaderFooterValues.Default, Id = OddFooter },
            new FooterReference { Type = HeaderFooterValues.Even, Id = EvenFooter },
            size,
            margin);
    }

    private static Paragraph Number(JustificationValues side) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Footer }, new Indentation { Left = "280", Right = "280" }, new Justification { Val = side }),
        new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
        new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve }));
}
