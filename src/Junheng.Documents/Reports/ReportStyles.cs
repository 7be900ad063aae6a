using DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Documents.Reports;

/// <summary>
/// The style table of report workbooks: one cell format a <see cref="ReportStyle"/>, then the same once more with a quote prefix for texts that a spreadsheet
/// would take for a formula.
/// </summary>
internal static class ReportStyles
{
    private const uint FirstOwnFormat = 164;
    private const int GbCharset = 134;

    private static readonly string[] _formats = ["0", "0.0", "0.00", "0.000", "#,##0.00", "0.000\"*\""];

    private static readonly Font[] _fonts =
    [
        FontOf("宋体", 10),
        FontOf("黑体", 10),
        FontOf("黑体", 16),
        FontOf("方正小标宋简体", 26),
        FontOf("仿宋", 16),
        FontOf("仿宋", 9.5),
        FontOf("宋体", 10, "9C0006"),
    ];

    private static readonly string[] _fills = ["DDE6F0", "F3F6FA", "E2F0D9", "FFF2CC", "F8CBAD", "E7E6E6"];

    /// <summary>How many styles there are.</summary>
    public static int Count { get; } = Enum.GetValues<ReportStyle>().Length;

    /// <summary>The style of a number with some decimals.</summary>
    public static ReportStyle Number(int digits) => digits switch
    {
        0 => ReportStyle.Number0,
        1 => ReportStyle.Number1,
        2 => ReportStyle.Number2,
        3 => ReportStyle.Number3,
        _ => ReportStyle.Exact,
    };

    /// <summary>The stylesheet part's content.</summary>
    public static Stylesheet Table()
    {
        var formats = new CellFormats();
        foreach (var quoted in new[] { false, true })
        {
            foreach (var style in Enum.GetValues<ReportStyle>())
            {
                formats.Append(FormatOf(style, quoted));
            }
        }

        formats.Count = (uint)formats.ChildElements.Count;
        return new Stylesheet(
            new NumberingFormats(_formats.Select((code, at) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)at, FormatCode = code })) { Count = (uint)_formats.Length },
            new Fonts(_fonts.Select(font => font.CloneNode(true))) { Count = (uint)_fonts.Length },
            new Fills(Fills()) { Count = (uint)_fills.Length + 2 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            formats,
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
    }

    /// <summary>Points of a style's font: what a line of it needs in height.</summary>
    public static double FontSize(ReportStyle style) => _fonts[(int)LookOf(style).Font].FontSize!.Val!.Value;

    private static CellFormat FormatOf(ReportStyle style, bool quoted)
    {
        var look = LookOf(style);
        var wraps = style is not (ReportStyle.Number0 or ReportStyle.Number1 or ReportStyle.Number2 or ReportStyle.Number3 or ReportStyle.Amount or ReportStyle.Exact or ReportStyle.AboveLimit);
        return new CellFormat(AlignmentOf(look, wraps))
        {
            NumberFormatId = look.Format < 0 ? 0 : FirstOwnFormat + (uint)look.Format,
            FontId = look.Font,
            FillId = look.Fill,
            BorderId = look.IsBordered ? 1u : 0u,
            FormatId = 0,
            ApplyNumberFormat = look.Format >= 0,
            ApplyFont = true,
            ApplyFill = look.Fill > 0,
            ApplyBorder = look.IsBordered,
            ApplyAlignment = true,
            QuotePrefix = quoted,
        };
    }

    /// <summary>Bordered cells keep a little distance from the border at the side that their text begins on.</summary>
    private static Alignment AlignmentOf(Look look, bool wraps)
    {
        var alignment = new Alignment { Horizontal = look.Horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = wraps };
        if (look.IsBordered && look.Horizontal != HorizontalAlignmentValues.Center)
        {
            alignment.Indent = 1;
        }

        return alignment;
    }

    /// <summary>Font, fill (0 none, 2 and up of the table), border, alignment and number format of each style.</summary>
    private static Look LookOf(ReportStyle style) => style switch
    {
        ReportStyle.CoverTitle => new(3, 0, false, HorizontalAlignmentValues.Center, -1),
        ReportStyle.CoverLine => new(4, 0, false, HorizontalAlignmentValues.Left, -1),
        ReportStyle.Title => new(2, 0, false, HorizontalAlignmentValues.Center, -1),
        ReportStyle.Caption => new(0, 0, false, HorizontalAlignmentValues.Left, -1),
        ReportStyle.CaptionRight => new(0, 0, false, HorizontalAlignmentValues.Right, -1),
        ReportStyle.Head => new(1, 2, true, HorizontalAlignmentValues.Center, -1),
        ReportStyle.Label => new(0, 3, true, HorizontalAlignmentValues.Left, -1),
        ReportStyle.Text => new(0, 0, true, HorizontalAlignmentValues.Left, -1),
        ReportStyle.Center => new(0, 0, true, HorizontalAlignmentValues.Center, -1),
        ReportStyle.Number0 => new(0, 0, true, HorizontalAlignmentValues.Right, 0),
        ReportStyle.Number1 => new(0, 0, true, HorizontalAlignmentValues.Right, 1),
        ReportStyle.Number2 => new(0, 0, true, HorizontalAlignmentValues.Right, 2),
        ReportStyle.Number3 => new(0, 0, true, HorizontalAlignmentValues.Right, 3),
        ReportStyle.Amount => new(0, 0, true, HorizontalAlignmentValues.Right, 4),
        ReportStyle.Exact => new(0, 0, true, HorizontalAlignmentValues.Right, -1),
        ReportStyle.Met => new(0, 4, true, HorizontalAlignmentValues.Center, -1),
        ReportStyle.Near => new(0, 5, true, HorizontalAlignmentValues.Center, -1),
        ReportStyle.NotMet => new(6, 6, true, HorizontalAlignmentValues.Center, -1),
        ReportStyle.AboveLimit => new(6, 6, true, HorizontalAlignmentValues.Right, 5),
        ReportStyle.Unknown => new(0, 7, true, HorizontalAlignmentValues.Center, -1),
        ReportStyle.Note => new(5, 0, false, HorizontalAlignmentValues.Left, -1),
        ReportStyle.Sign => new(0, 0, false, HorizontalAlignmentValues.Left, -1),
        _ => new(0, 0, false, HorizontalAlignmentValues.General, -1),
    };

    /// <summary>Children stand in the schema's order.</summary>
    private static Font FontOf(string name, double size, string? colour = null)
    {
        var font = new Font(new FontSize { Val = size });
        if (colour is not null)
        {
            font.Append(new Color { Rgb = "FF" + colour });
        }

        font.Append(new FontName { Val = name }, new FontCharSet { Val = GbCharset });
        return font;
    }

    private static IEnumerable<Fill> Fills() =>
    [
        new Fill(new PatternFill { PatternType = PatternValues.None }),
        new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
        .. _fills.Select(colour => new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid })),
    ];

    private static Border Thin()
    {
        Color Line() => new() { Rgb = "FF7F7F7F" };
        return new Border(
            new LeftBorder(Line()) { Style = BorderStyleValues.Thin },
            new RightBorder(Line()) { Style = BorderStyleValues.Thin },
            new TopBorder(Line()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Line()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder());
    }

    private readonly record struct Look(uint Font, uint Fill, bool IsBordered, HorizontalAlignmentValues Horizontal, int Format);
}
