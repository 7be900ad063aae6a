using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Returned;

/// <summary>
/// A county's own workbook as bureaus make them: styles, widths, merged cells, a formula with its value, a comment, a list, a conditional format,
/// a name, a second sheet, a hidden sheet. The sheet 学校 has its header in row 1 and schools in rows 2 to 4.
/// </summary>
internal static class FormWorkbook
{
    public const string Sheet = "学校";

    /// <summary>Cells of the header, in order.</summary>
    public static string[] Headings { get; } =
    [
        "county_code", "school_code", "stage", "enrolment", "above_degree_teachers", "backbone_teachers", "pe_art_teachers",
        "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms", "school_type",
    ];

    private static readonly object?[][] _rows =
    [
        ["210101", "2101010001", "primary", 500, 30, 6, 5, 2500, 4000, 1200000, 12, "primary"],
        ["210101", "2101010002", "primary", 400, 24, 5, 4, 2000, 3200, 1000000, 10, "primary"],
        ["210101", "2101010003", "junior", 300, 24, 4, 3, 2000, 3300, 900000, 8, "junior"],
    ];

    /// <summary>The workbook, some cells written otherwise: <c>("D2", "五百")</c>.</summary>
    public static byte[] With(params (string Cell, object? Value)[] changes)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(Styles);
            var strings = workbook.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new SharedStringTable();
            var school = workbook.AddNewPart<WorksheetPart>("rId1");
            AddComment(school);
            school.Worksheet = new Worksheet(SheetXml(changes, strings.SharedStringTable, school.GetIdOfPart(school.VmlDrawingParts.Single())));
            workbook.AddNewPart<WorksheetPart>("rId2").Worksheet = new Worksheet(Xml("<x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData>"));
            workbook.AddNewPart<WorksheetPart>("rId3").Worksheet = new Worksheet(Xml("<x:sheetData/>"));
            workbook.Workbook = new Workbook("<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<x:bookViews><x:workbookView activeTab=\"0\"/></x:bookViews>"
                + $"<x:sheets><x:sheet name=\"{Sheet}\" sheetId=\"1\" r:id=\"rId1\"/><x:sheet name=\"附表\" sheetId=\"5\" r:id=\"rId2\"/><x:sheet name=\"代码\" sheetId=\"6\" state=\"hidden\" r:id=\"rId3\"/></x:sheets>"
                + "<x:definedNames><x:definedName name=\"全县学生\">附表!$A$1</x:definedName></x:definedNames><x:calcPr calcId=\"191029\"/></x:workbook>");
        }

        return stream.ToArray();
    }

    /// <summary>An error at a cell of the sheet.</summary>
    public static Finding Error(string cell, string message = "应当是数", string file = "表.xlsx", string? sheet = Sheet) =>
        new("input.not-a-number", Severity.Error, new Origin(file, sheet, cell), message, "只写数字");

    /// <summary>A question at a cell of the sheet.</summary>
    public static Finding Warning(string cell, string message = "比上年多一倍", string file = "表.xlsx", string? sheet = Sheet) =>
        new("input.absurd-value", Severity.Warning, new Origin(file, sheet, cell), message, "核对");

    /// <summary>What the OpenXML validator has against a workbook.</summary>
    public static string[] Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    private static string Styles => "<x:styleSheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<x:numFmts count=\"1\"><x:numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/></x:numFmts>"
        + "<x:fonts count=\"2\"><x:font><x:sz val=\"11\"/><x:name val=\"宋体\"/></x:font><x:font><x:b/><x:sz val=\"12\"/><x:name val=\"黑体\"/></x:font></x:fonts>"
        + "<x:fills count=\"3\"><x:fill><x:patternFill patternType=\"none\"/></x:fill><x:fill><x:patternFill patternType=\"gray125\"/></x:fill>"
        + "<x:fill><x:patternFill patternType=\"solid\"><x:fgColor theme=\"4\" tint=\"0.5\"/><x:bgColor indexed=\"64\"/></x:patternFill></x:fill></x:fills>"
        + "<x:borders count=\"2\"><x:border/><x:border><x:left style=\"thin\"/><x:right style=\"thin\"/><x:top style=\"thin\"/><x:bottom style=\"thin\"/><x:diagonal/></x:border></x:borders>"
        + "<x:cellStyleXfs count=\"1\"><x:xf/></x:cellStyleXfs><x:cellXfs count=\"4\"><x:xf xfId=\"0\"/><x:xf fontId=\"1\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyBorder=\"1\"/>"
        + "<x:xf numFmtId=\"49\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\"/><x:xf numFmtId=\"164\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFill=\"1\" applyBorder=\"1\"/></x:cellXfs>"
        + "<x:dxfs count=\"1\"><x:dxf><x:font><x:color rgb=\"FFFF0000\"/></x:font></x:dxf></x:dxfs></x:styleSheet>";

    private static string Xml(string inside) =>
        $"<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{inside}</x:worksheet>";

    private static string SheetXml((string Cell, object? Value)[] changes, SharedStringTable strings, string drawing)
    {
        var rows = _rows.Select((row, at) => $"<x:row r=\"{at + 2}\" spans=\"1:12\" ht=\"20\" customHeight=\"1\">{string.Concat(row.Select((value, column) => Cell(Origin.CellName(at + 2, column), value, changes, strings, column < 3 ? 2 : 3)))}</x:row>");
        return Xml("<x:dimension ref=\"A1:L9\"/><x:sheetViews><x:sheetView tabSelected=\"1\" workbookViewId=\"0\"><x:pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></x:sheetView></x:sheetViews>"
            + "<x:cols><x:col min=\"1\" max=\"2\" width=\"15\" customWidth=\"1\"/><x:col min=\"3\" max=\"16384\" width=\"11\" style=\"0\" customWidth=\"1\"/></x:cols><x:sheetData>"
            + $"<x:row r=\"1\">{string.Concat(Headings.Select((heading, column) => Cell(Origin.CellName(1, column), heading, changes, strings, 1)))}</x:row>"
            + string.Concat(rows)
            + "</x:sheetData>"
            + "<x:mergeCells count=\"1\"><x:mergeCell ref=\"A8:C9\"/></x:mergeCells>"
            + "<x:conditionalFormatting sqref=\"D2:D4\"><x:cfRule type=\"cellIs\" dxfId=\"0\" priority=\"1\" operator=\"lessThan\"><x:formula>10</x:formula></x:cfRule></x:conditionalFormatting>"
            + "<x:dataValidations count=\"1\"><x:dataValidation type=\"list\" sqref=\"C2:C4\"><x:formula1>\"primary,junior\"</x:formula1></x:dataValidation></x:dataValidations>"
            + "<x:pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
            + $"<x:legacyDrawing r:id=\"{drawing}\"/>");
    }

    private static string Cell(string name, object? value, (string Cell, object? Value)[] changes, SharedStringTable strings, int style)
    {
        value = Array.Find(changes, change => change.Cell == name) is { Cell: not null } changed ? changed.Value : value;
        switch (value)
        {
            case null:
                return "";
            case string text:
                strings.Append(new SharedStringItem(new Text(text)));
                return $"<x:c r=\"{name}\" s=\"{style}\" t=\"s\"><x:v>{strings.ChildElements.Count - 1}</x:v></x:c>";
            default:
                return name == "H4" ? $"<x:c r=\"{name}\" s=\"{style}\"><x:f>1000*2</x:f><x:v>{value}</x:v></x:c>" : $"<x:c r=\"{name}\" s=\"{style}\"><x:v>{value}</x:v></x:c>";
        }
    }

    /// <summary>The user's own comment at E2.</summary>
    private static void AddComment(WorksheetPart part)
    {
        part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author("张老师")),
            new CommentList(new Comment(new CommentText(new Run(new Text("按花名册核对过")))) { Reference = "E2", AuthorId = 0 }));
        using var stream = part.AddNewPart<VmlDrawingPart>().GetStream(FileMode.Create);
        stream.Write("""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style='visibility:hidden'><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>4</x:Column></x:ClientData></v:shape></xml>
            """u8);
    }
}
