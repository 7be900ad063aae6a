using Junheng.Application.Templates;
using Junheng.Documents.Returned;
using Junheng.Documents.Tables;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Templates;

/// <summary>The sheet that says how to fill in: a few sentences, then one line a column.</summary>
internal static class NotesSheet
{
    private const int LineHeight = 14;

    private static readonly (string Heading, int Width)[] _columns = [("序号", 6), ("列名", 28), ("填什么", 44), ("单位", 8), ("必填", 6), ("数据来源", 26), ("填写规则", 34)];

    public static void Write(TemplatePlan plan, Stream stream)
    {
        using var sheet = new SheetWriter(stream);
        sheet.Elements("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\"/></sheetViews>");
        sheet.Elements($"<cols>{string.Concat(_columns.Select((column, at) => DataSheet.Column(at, column.Width, 0)))}</cols>");
        sheet.BeginRows();
        var sentences = Sentences(plan).ToList();
        Line(sheet, "填报说明", TemplateStyles.Title, 28);
        foreach (var sentence in sentences)
        {
            Line(sheet, sentence, TemplateStyles.Note, 18);
        }

        sheet.BeginRow(22);
        foreach (var (heading, _) in _columns)
        {
            sheet.Text(heading, TemplateStyles.Heading);
        }

        sheet.EndRow();
        for (var at = 0; at < plan.Columns.Length; at++)
        {
            WriteColumn(sheet, plan, plan.Columns[at], at + 1);
        }

        sheet.EndRows();
        var merged = Enumerable.Range(1, sentences.Count + 1).Select(row => $"<mergeCell ref=\"A{PartXml.Text(row)}:G{PartXml.Text(row)}\"/>").ToList();
        sheet.Elements($"<mergeCells count=\"{PartXml.Text(merged.Count)}\">{string.Concat(merged)}</mergeCells>");
        sheet.Elements("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        sheet.Elements("<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>");
    }

    private static IEnumerable<string> Sentences(TemplatePlan plan)
    {
        yield return $"1. 本表按“{plan.Standard.Title.Zh}”设计，{(plan.Layout == TableLayout.School ? "一所学校填一行" : "一所学校的一个学段填一行")}；深红色列名为必填。";
        yield return $"2. 白色单元格填写；蓝色单元格自动计算，只供自查，正式结果按标准另行计算{(plan.Layout == TableLayout.School ? "（如九年一贯制学校的校舍、设备按学段拆分）" : "")}；浅蓝色单元格是上年数据，仅供参考。";
        yield return "3. 不要改动列名，不要在列名上方加行。需要删行或排序时，先在“审阅”中撤销工作表保护（没有密码）。";
        yield return "4. 只写数字，不带单位；确实没有数据的留空，不要填 0。空白和 0 的含义不同：空白是“缺数据”。";
        yield return "5. 代码列为文本格式，开头的 0 要保留。";
        yield return $"6. 填好保存后直接提交本工作簿；“{Companions.NotesSheet}”“{Companions.LastYearSheet}”两个工作表不会被当作数据读取。";
    }

    private static void Line(SheetWriter sheet, string text, int style, int height)
    {
        sheet.BeginRow(height);
        sheet.Text(text, style);
        sheet.EndRow();
    }

    private static void WriteColumn(SheetWriter sheet, TemplatePlan plan, TemplateColumn column, int number)
    {
        var (meaning, source) = ColumnNotes.Of(column.Definition.Id, column.Definition.Title.Zh);
        var unit = TemplateHeadings.UnitOf(column.Definition);
        string[] texts = [PartXml.Text(number), TemplateHeadings.Name(column), meaning, unit, column.IsRequired ? "是" : "", source, ColumnRules.Sentence(column, plan)];
        var lines = texts.Select((text, at) => 1 + (Math.Max(0, WorkbookWriter.Width(text) - 1) / (_columns[at].Width - 2))).Max();
        sheet.BeginRow((lines * LineHeight) + 4);
        foreach (var text in texts)
        {
            sheet.Text(text, TemplateStyles.BoxedNote);
        }

        sheet.EndRow();
    }
}
