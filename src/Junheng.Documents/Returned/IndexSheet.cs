using System.Globalization;
using System.Xml;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Returned;

/// <summary>Writes the index of everything found: one line a finding, its cell a link, with room for the unit's explanation and the reviewer's opinion.</summary>
internal sealed class IndexSheet(WorkbookParts parts, MarkStyles styles)
{
    /// <summary>The row of the headings; above it stands one line that says what the colours mean.</summary>
    public const int HeadingRow = 2;

    /// <summary>Behind the columns for people stands the hidden one with the fills that cells had.</summary>
    public const int FillColumn = 10;

    /// <summary>Excel takes no more links in a sheet.</summary>
    private const int MostLinks = 65_000;

    private const int LongestText = 8_000;
    private const int LineHeight = 13;
    private const int MostLines = 12;
    private const string Font = "<sz val=\"10\"/><color rgb=\"FF000000\"/><name val=\"宋体\"/><charset val=\"134\"/>";
    private const string LinkFont = "<u/><sz val=\"10\"/><color rgb=\"FF0563C1\"/><name val=\"宋体\"/><charset val=\"134\"/>";
    private const string BoldFont = "<b/>" + Font;
    private const string Wrapped = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    private const string Centred = "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>";

    private static readonly (string Heading, int Width)[] _columns =
    [
        ("序号", 5), ("级别", 6), ("工作表", 10), ("单元格", 9), ("当前值", 12), ("规则", 16), ("问题", 34), ("怎么改", 32), ("说明（填报单位填）", 20), ("审核意见（审核人填）", 20), ("原填充", 10),
    ];

    /// <summary>The headings, by which an index is known again.</summary>
    public static IEnumerable<string> Headings => _columns.Select(column => column.Heading);

    /// <summary>Writes the sheet's part.</summary>
    public void Write(Stream stream, IReadOnlyList<IndexLine> lines)
    {
        using var xml = PartXml.Write(stream);
        xml.WriteStartElement("worksheet", parts.Main.NamespaceName);
        Raw(xml, "<sheetPr><tabColor rgb=\"FFFFC3C1\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        Raw(xml, $"<sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\"><pane ySplit=\"{HeadingRow}\" topLeftCell=\"A{HeadingRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        Raw(xml, $"<cols>{string.Concat(_columns.Select((column, at) => $"<col min=\"{at + 1}\" max=\"{at + 1}\" width=\"{column.Width}\" customWidth=\"1\"{(at == FillColumn ? " hidden=\"1\"" : "")}/>"))}</cols>");
        xml.WriteStartElement("sheetData", parts.Main.NamespaceName);
        WriteHead(xml, lines);
        for (var at = 0; at < lines.Count; at++)
        {
            WriteLine(xml, lines[at], at);
        }

        xml.WriteEndElement();
        Raw(xml, $"<autoFilter ref=\"{Extent(lines.Count)}\"/>");
        Raw(xml, "<mergeCells count=\"1\"><mergeCell ref=\"A1:J1\"/></mergeCells>");
        WriteLinks(xml, lines);
        Raw(xml, "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        Raw(xml, "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>");
        xml.WriteEndElement();
    }

    /// <summary>The headings and lines as a range, e.g. <c>A2:J9</c>.</summary>
    public static string Extent(int lines) => string.Create(CultureInfo.InvariantCulture, $"A{HeadingRow}:J{HeadingRow + lines}");

    private void WriteHead(XmlWriter xml, IReadOnlyList<IndexLine> lines)
    {
        var (errors, warnings) = (lines.Count(line => line.Finding.Severity == Severity.Error), lines.Count(line => line.Finding.Severity == Severity.Warning));
        Row(xml, 1, "30");
        Cell(xml, 1, 0, styles.Own(Font, null, isBoxed: false, "<alignment vertical=\"center\" wrapText=\"1\"/>"), string.Create(
            CultureInfo.InvariantCulture,
            $"共 {errors} 处错误、{warnings} 处疑问。红色单元格必须改正；黄色单元格请核实，数据无误的在“说明”栏写明原因。点“单元格”一栏可跳到原处；改好后保存本工作簿，直接再次检查即可，标记会自动清除。"));
        xml.WriteEndElement();
        Row(xml, HeadingRow, "24");
        for (var at = 0; at < _columns.Length; at++)
        {
            Cell(xml, HeadingRow, at, styles.Own(BoldFont, Severity.Note, isBoxed: true, Centred), _columns[at].Heading);
        }

        xml.WriteEndElement();
    }

    private void WriteLine(XmlWriter xml, IndexLine line, int at)
    {
        var (row, finding) = (HeadingRow + 1 + at, line.Finding);
        var plain = styles.Own(Font, null, isBoxed: true, Wrapped);
        Row(xml, row, PartXml.Text(6 + (LineHeight * Math.Min(MostLines, LinesOf(line)))));
        xml.WriteStartElement("c", parts.Main.NamespaceName);
        xml.WriteAttributeString("r", Origin.CellName(row, 0));
        xml.WriteAttributeString("s", PartXml.Text(plain));
        xml.WriteElementString("v", parts.Main.NamespaceName, PartXml.Text(at + 1));
        xml.WriteEndElement();
        Cell(xml, row, 1, styles.Own(Font, finding.Severity, isBoxed: true, "<alignment horizontal=\"center\" vertical=\"top\"/>"), MarkPlan.Word(finding.Severity));
        Cell(xml, row, 2, plain, line.Sheet ?? "");
        Cell(xml, row, 3, IsLink(line) ? styles.Own(LinkFont, null, isBoxed: true, Wrapped) : plain, finding.Place.Cell ?? "");
        Cell(xml, row, 4, plain, line.Value);
        Cell(xml, row, 5, plain, finding.Rule);
        Cell(xml, row, 6, plain, finding.Message);
        Cell(xml, row, 7, plain, finding.Remedy);
        Cell(xml, row, 8, styles.Own(Font, null, isBoxed: true, Wrapped, isInput: true), line.Remark.Explanation);
        Cell(xml, row, 9, styles.Own(Font, null, isBoxed: true, Wrapped, isInput: true), line.Remark.Opinion);
        Cell(xml, row, FillColumn, plain, string.Join('\n', line.Fills.Select(fill => fill.Text)));
        xml.WriteEndElement();
    }

    private void WriteLinks(XmlWriter xml, IReadOnlyList<IndexLine> lines)
    {
        var linked = Enumerable.Range(0, lines.Count).Where(at => IsLink(lines[at])).Take(MostLinks).ToList();
        if (linked.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("hyperlinks", parts.Main.NamespaceName);
        foreach (var at in linked)
        {
            xml.WriteStartElement("hyperlink", parts.Main.NamespaceName);
            xml.WriteAttributeString("ref", Origin.CellName(HeadingRow + 1 + at, 3));
            xml.WriteAttributeString("location", $"{Quoted(lines[at].Sheet!)}!{CellAt.AllOf(lines[at].Finding.Place.Cell)[0].Name}");
            xml.WriteAttributeString("display", lines[at].Finding.Place.Cell!);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A sheet's name as formulas write it.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private bool IsLink(IndexLine line) => line.Sheet is { } sheet && parts.Sheets.Exists(each => each.Name == sheet) && !CellAt.AllOf(line.Finding.Place.Cell).IsEmpty;

    /// <summary>How many lines the fullest cell has when its text is wrapped: not every program works out the height by itself.</summary>
    private static int LinesOf(IndexLine line) => new[] { (2, line.Sheet ?? ""), (3, line.Finding.Place.Cell ?? ""), (4, line.Value), (5, line.Finding.Rule), (6, line.Finding.Message), (7, line.Finding.Remedy), (8, line.Remark.Explanation), (9, line.Remark.Opinion) }
        .Max(cell => 1 + ((WorkbookWriter.Width(cell.Item2) - 1) / (_columns[cell.Item1].Width - 1)));

    private void Row(XmlWriter xml, int row, string height)
    {
        xml.WriteStartElement("row", parts.Main.NamespaceName);
        xml.WriteAttributeString("r", PartXml.Text(row));
        xml.WriteAttributeString("ht", height);
        xml.WriteAttributeString("customHeight", "1");
    }

    private void Cell(XmlWriter xml, int row, int column, int style, string text)
    {
        xml.WriteStartElement("c", parts.Main.NamespaceName);
        xml.WriteAttributeString("r", Origin.CellName(row, column));
        xml.WriteAttributeString("s", PartXml.Text(style));
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", parts.Main.NamespaceName);
            xml.WriteStartElement("t", parts.Main.NamespaceName);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(PartXml.Printable(text.Length > LongestText ? text[..LongestText] : text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Elements of the sheet written as text; they take the sheet's namespace.</summary>
    private static void Raw(XmlWriter xml, string elements) => xml.WriteRaw(elements);
}
