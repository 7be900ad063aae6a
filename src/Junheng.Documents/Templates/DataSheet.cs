using Junheng.Application.Templates;
using Junheng.Documents.Returned;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Templates;

/// <summary>
/// The sheet to be filled in: one heading row, white cells open for input, computed columns at the right, checks of what is typed, protection
/// without password.
/// </summary>
internal static class DataSheet
{
    private const int SpareRows = 20;
    private const int RowsWithoutLastYear = 60;
    private const int FrozenColumns = 4;
    private const int HeadingHeight = 66;

    /// <summary>In points; roomy enough to write into by hand.</summary>
    internal const int RowHeight = 17;

    private const int ColumnsOfOnePage = 24;

    public static void Write(TemplatePlan plan, Stream stream)
    {
        var computed = new ComputedColumns(plan).All().ToList();
        using var sheet = new SheetWriter(stream);
        sheet.Elements("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        sheet.Elements(Frozen(FrozenColumns));
        sheet.Elements($"<cols>{string.Concat(plan.Columns.Select(Column))}{string.Concat(computed.Select((_, at) => Column(plan.Columns.Length + at, 11, 0)))}</cols>");
        sheet.BeginRows();
        WriteHeadings(sheet, plan, computed);
        for (var row = 0; row < (plan.LastYear.IsEmpty ? RowsWithoutLastYear : plan.LastYear.Length + SpareRows); row++)
        {
            WriteRow(sheet, plan, computed, row);
        }

        sheet.EndRows();
        sheet.Elements("<sheetProtection sheet=\"1\" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\" insertRows=\"0\" deleteRows=\"0\" sort=\"0\" autoFilter=\"0\"/>");
        var checks = plan.Columns.Select((column, at) => ColumnRules.Validation(column, at, plan)).Where(check => check.Length > 0).ToList();
        sheet.Elements($"<dataValidations count=\"{PartXml.Text(checks.Count)}\">{string.Concat(checks)}</dataValidations>");
        sheet.Elements(Printing(plan, plan.Columns.Length + computed.Count));
    }

    /// <summary>The width that suits a column, and its style in rows that are not prepared.</summary>
    internal static int WidthOf(TemplateColumn column) => column.Definition switch
    {
        { Id: "school_name" } => 24,
        { Id: "school_code" or "parent_school_code" } => 14,
        { Kind: ColumnKind.Number } => 11,
        _ => 12,
    };

    /// <summary>The heading row and the first columns stay in view.</summary>
    internal static string Frozen(int columns) =>
        $"<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"{columns}\" ySplit=\"1\" topLeftCell=\"{Origin.CellName(2, columns)}\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>";

    /// <summary>A line of <c>cols</c>.</summary>
    internal static string Column(int position, int width, int style) =>
        $"<col min=\"{PartXml.Text(position + 1)}\" max=\"{PartXml.Text(position + 1)}\" width=\"{PartXml.Text(width)}\" style=\"{PartXml.Text(style)}\" customWidth=\"1\"/>";

    /// <summary>A3 landscape; a wide sheet takes two pages side by side, so that it can be read. The signatures stand at the foot of each page.</summary>
    internal static string Printing(TemplatePlan plan, int columns, string title = "学校数据采集表") =>
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.8\" bottom=\"0.8\" header=\"0.35\" footer=\"0.35\"/>"
        + $"<pageSetup paperSize=\"8\" orientation=\"landscape\" fitToWidth=\"{(columns > ColumnsOfOnePage ? 2 : 1)}\" fitToHeight=\"0\"/>"
        + $"<headerFooter><oddHeader>&amp;C&amp;\"宋体,加粗\"&amp;14{NewPackage.Escaped(plan.Standard.Title.Zh.Replace("&", "&&", StringComparison.Ordinal))} {title}&amp;R&amp;10填报单位（公章）：　　　　　　　</oddHeader>"
        + "<oddFooter>&amp;L填表人：　　　　　　审核人：　　　　　　单位负责人：　　　　　　填表日期：　　　年　　月　　日&amp;R第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>";

    private static string Column(TemplateColumn column, int at) => Column(at, WidthOf(column), ColumnRules.IsFigure(column) ? TemplateStyles.OpenNumber : TemplateStyles.OpenText);

    private static void WriteHeadings(SheetWriter sheet, TemplatePlan plan, List<ComputedColumn> computed)
    {
        sheet.BeginRow(HeadingHeight);
        foreach (var column in plan.Columns)
        {
            sheet.Text(TemplateHeadings.Of(column), column.IsRequired ? TemplateStyles.RequiredHeading : TemplateStyles.Heading);
        }

        foreach (var column in computed)
        {
            sheet.Text(column.Heading, TemplateStyles.ComputedHeading);
        }

        sheet.EndRow();
    }

    private static void WriteRow(SheetWriter sheet, TemplatePlan plan, List<ComputedColumn> computed, int at)
    {
        var before = at < plan.LastYear.Length ? plan.LastYear[at] : null;
        sheet.BeginRow(RowHeight);
        foreach (var column in plan.Columns)
        {
            var text = before is null ? "" : Prefilled(column, before);
            if (ColumnRules.IsFigure(column))
            {
                sheet.Figure(text, TemplateStyles.InputNumber);
            }
            else
            {
                sheet.Text(text, TemplateStyles.InputText);
            }
        }

        foreach (var column in computed)
        {
            if (column.Formula is { } formula)
            {
                sheet.Formula(formula(at + 2), column.IsWhole ? TemplateStyles.ComputedWhole : TemplateStyles.Computed);
            }
            else
            {
                sheet.Figure(before?[column.LastYearColumn!] ?? "", TemplateStyles.ReferenceNumber);
            }
        }

        sheet.EndRow();
    }

    /// <summary>Who a school is stays from year to year; its figures do not.</summary>
    private static string Prefilled(TemplateColumn column, LastYearRow before) => column.Definition switch
    {
        { Kind: ColumnKind.Year } => before.Year > 0 ? PartXml.Text(before.Year + 1) : "",
        { Kind: ColumnKind.Number, Id: not "built_year" } => "",
        _ => ColumnRules.InWords(column, before[column.Id]),
    };
}
