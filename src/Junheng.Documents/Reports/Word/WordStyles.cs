using DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Documents.Reports.Word;

/// <summary>
/// The styles of an official document (公文): title 小标宋 22 pt, body 仿宋 16 pt on exact lines of 28 pt, headings 黑体 and 楷体. A font that is not installed is replaced
/// by the one named beside it in the font table.
/// </summary>
internal static class WordStyles
{
    public const string Body = "Body";
    public const string Title = "FormTitle";
    public const string Heading = "FormHeading";
    public const string TableTitle = "TableTitle";
    public const string Caption = "TableCaption";
    public const string Cell = "TableCell";
    public const string Note = "TableNote";
    public const string FootNote = "FootNote";
    public const string Footer = "PageNumber";
    public const string Header = "ResultId";

    private const string FangSong = "仿宋_GB2312";
    private const string HeiTi = "黑体";
    private const string KaiTi = "楷体_GB2312";
    private const string SongTi = "宋体";
    private const string SmallTitleSong = "方正小标宋简体";

    /// <summary>The style part's content.</summary>
    public static Styles Table() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(FontsOf(FangSong), new Kern { Val = 0 }, new FontSize { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Style(Body, FangSong, 16, new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact }, JustificationValues.Both, firstLine: 640, isDefault: true),
        Style(Title, SmallTitleSong, 22, new SpacingBetweenLines { Before = "1200", After = "600", Line = "700", LineRule = LineSpacingRuleValues.Exact }, JustificationValues.Center),
        Style(Heading, HeiTi, 16, new SpacingBetweenLines { Before = "240", Line = "560", LineRule = LineSpacingRuleValues.Exact }, JustificationValues.Left, firstLine: 640, keepsNext: true, outline: 0),
        Style(TableTitle, KaiTi, 16, new SpacingBetweenLines { Before = "240", Line = "560", LineRule = LineSpacingRuleValues.Exact }, JustificationValues.Center, keepsNext: true, outline: 1),
        Style(Caption, SongTi, 10.5, new SpacingBetweenLines { Line = "320", LineRule = LineSpacingRuleValues.Exact }, JustificationValues.Left, keepsNext: true),
        Style(Cell, SongTi, 9, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, JustificationValues.Left),
        Style(Note, SongTi, 9, new SpacingBetweenLines { Line = "280", LineRule = LineSpacingRuleValues.Exact }, JustificationValues.Left),
        Style(FootNote, SongTi, 9, new SpacingBetweenLines { Line = "280", LineRule = LineSpacingRuleValues.Exact }, JustificationValues.Left),
        Style(Footer, SongTi, 14, null, JustificationValues.Right),
        Style(Header, SongTi, 9, null, JustificationValues.Right));

    /// <summary>Which installed font stands in for one that is not.</summary>
    public static Fonts FontTable() => new(
        FontOf(SmallTitleSong, "宋体"), FontOf(FangSong, "仿宋"), FontOf(KaiTi, "楷体"), FontOf(HeiTi, "SimHei"), FontOf(SongTi, "SimSun"));

    /// <summary>The fonts of a run.</summary>
    public static RunFonts FontsOf(string eastAsia) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = eastAsia, ComplexScript = "Times New Roman" };

    private static Font FontOf(string name, string substitute) => new(new AltName { Val = substitute }, new FontCharSet { Val = "86" }) { Name = name };

    private static Style Style(
        string id, string font, double size, SpacingBetweenLines? spacing, JustificationValues justification, int firstLine = 0, bool isDefault = false, bool keepsNext = false, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepsNext)
        {
            paragraph.Append(new KeepNext());
        }

        if (spacing is not null)
        {
            paragraph.Append(spacing);
        }

        if (firstLine > 0)
        {
            paragraph.Append(new Indentation { FirstLine = firstLine.ToString(System.Globalization.CultureInfo.InvariantCulture), FirstLineChars = 200 });
        }

        paragraph.Append(new Justification { Val = justification });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var halves = (size * 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Style(new StyleName { Val = id }, new PrimaryStyle(), paragraph, new StyleRunProperties(FontsOf(font), new FontSize { Val = halves }, new FontSizeComplexScript { Val = halves }))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault,
            CustomStyle = true,
        };
    }
}
