using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Documents.Tests.Reports;

public sealed class FormDocumentTests
{
    [Fact]
    public void Tables_I_to_VI_repeat_their_heads_and_the_lists_of_schools_lie_across()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperSamples.County.Document()), false);
        var body = document.MainDocumentPart!.Document.Body!;
        var titles = body.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.StartsWith('表')).Select(text => text.Split('　')[0]);

        Assert.Equal(["表Ⅰ", "表Ⅱ-1", "表Ⅱ-2", "表Ⅱ-2", "表Ⅲ", "表Ⅳ", "表Ⅴ", "表Ⅵ"], titles);
        Assert.All(body.Elements<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal([false, true, false], body.Descendants<SectionProperties>().Select(section => section.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape));
    }

    [Fact]
    public void Body_title_margins_and_page_number_are_those_of_an_official_document()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperSamples.County.Document()), false);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);
        var margin = document.MainDocumentPart.Document.Descendants<SectionProperties>().First().GetFirstChild<PageMargin>()!;

        Assert.Equal(("仿宋_GB2312", "32"), Font(styles["Body"]));
        Assert.Equal(("560", LineSpacingRuleValues.Exact), (styles["Body"].StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value, styles["Body"].StyleParagraphProperties!.SpacingBetweenLines!.LineRule!.Value));
        Assert.Equal(("方正小标宋简体", "44"), Font(styles["FormTitle"]));
        Assert.Equal((2098, 1985, 1588u, 1474u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        Assert.All(document.MainDocumentPart.FooterParts, footer => Assert.Equal("— 1 —", footer.Footer.InnerText));

        static (string?, string?) Font(Style style) => (style.StyleRunProperties!.RunFonts!.EastAsia!.Value, style.StyleRunProperties.FontSize!.Val!.Value);
    }

    [Fact]
    public void Each_figure_of_the_conclusion_is_foot_noted_to_its_table()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperSamples.County.Document()), false);
        var notes = document.MainDocumentPart!.FootnotesPart!.Footnotes.Elements<Footnote>().Where(note => note.Id!.Value > 0).ToDictionary(note => note.Id!.Value, note => note.InnerText);
        var references = document.MainDocumentPart.Document.Descendants<FootnoteReference>().Select(reference => reference.Id!.Value).ToList();

        Assert.Equal(Enumerable.Range(1, notes.Count).Select(id => (long)id), references);
        Assert.Contains(notes.Values, text => text.Contains("表Ⅲ（小学）", StringComparison.Ordinal));
        Assert.Contains(notes.Values, text => text.Contains("表Ⅵ L4", StringComparison.Ordinal));
    }

    [Fact]
    public void The_conclusion_repeats_the_tables_figures()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperSamples.County.Document()), false);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        var junior = PaperSamples.County.Json().GetProperty("stages").GetProperty("junior");

        Assert.Contains($"初中参评单位 {junior.GetProperty("units").GetInt32()} 个", text, StringComparison.Ordinal);
        Assert.Contains($"综合评估达标 {junior.GetProperty("unitsMeeting").GetInt32()} 个", text, StringComparison.Ordinal);
        Assert.Contains("问卷综合满意度为 93.2%", text, StringComparison.Ordinal);
        Assert.Contains("自评结论：尚有要求未达到，未达标", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_id_stands_in_the_page_head()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperSamples.County.Document()), false);

        Assert.All(document.MainDocumentPart!.HeaderParts, header => Assert.Contains(PaperSamples.County.ResultId, header.Header.InnerText, StringComparison.Ordinal));
    }
}
