using Junheng.Application.Reports;
using Junheng.Domain.Outcomes;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>表Ⅳ and 表Ⅴ: each item with what is to be filled in and whether it is met.</summary>
internal static class ItemsSheet
{
    /// <summary>Points of rows on one page at the scale, head rows that come again included; an item is not cut by the end of a page.</summary>
    private const double PageHeight = 620;

    private const int HeadRows = 4;

    public static ReportSheet Of(CountyPapers papers, string name, string title, IReadOnlyList<ItemEntry> items)
    {
        var sheet = new ReportSheet(name, [6, 40, 34, 14, 8, 12, 34], new PageLayout(true, FitsWidth: false, Scale: 78));
        sheet.Heading($"{name}　{title}", $"填报单位：{papers.Name}", "单位：见各栏");
        sheet.Next(22).Cell("序号", ReportStyle.Head, 1, 2).Cell("名称", ReportStyle.Head, 1, 2).Cell("指标值或简要结论", ReportStyle.Head, 3).Cell("是否达标", ReportStyle.Head, 1, 2).Cell("说明", ReportStyle.Head, 1, 2);
        sheet.Next(20).Cell("填报内容", ReportStyle.Head).Cell("数值或结论", ReportStyle.Head).Cell("单位", ReportStyle.Head);
        sheet.FreezeHere(0, 3);
        var head = Height(sheet, 2, HeadRows);
        var used = Height(sheet, 0, HeadRows);
        foreach (var item in items)
        {
            var first = sheet.RowCount;
            Item(sheet, item);
            var height = Height(sheet, first, sheet.RowCount);
            if (used + height > PageHeight)
            {
                sheet.BreakPageBefore(first);
                used = head;
            }

            used += height;
        }

        sheet.Line("注：百分数保留一位小数，其余取整数；金额以万元填报，取整。空格为暂缺，不是零；“是否达标”空格为待定。", ReportStyle.Note);
        return sheet.SignLines();
    }

    private static double Height(ReportSheet sheet, int first, int end) => Enumerable.Range(first, end - first).Sum(sheet.Height);

    private static void Item(ReportSheet sheet, ItemEntry item)
    {
        var rows = item.Lines.Length;
        var needed = Math.Max(LinesOf(item.Title, 38), LinesOf(item.Note, 32)) * 13.5 + 5;
        for (var at = 0; at < rows; at++)
        {
            var line = item.Lines[at];
            sheet.Next(Math.Max(Math.Max(20, needed / rows), LinesOf(line.Label, 32) * 13.5 + 5));
            if (at == 0)
            {
                sheet.Cell(item.Id, ReportStyle.Center, 1, rows).Cell(item.Title, ReportStyle.Label, 1, rows);
            }

            sheet.Cell(line.Label, ReportStyle.Text);
            _ = line.Text is null ? sheet.Figure(line.Figure, 0) : sheet.Cell(line.Text, ReportStyle.Center);
            sheet.Cell(line.Unit, ReportStyle.Center);
            if (at == 0)
            {
                sheet.Cell(PaperWords.OnForm(item.Verdict), item.Verdict == Verdict.Undecided ? ReportStyle.Center : CoverSheet.StyleOf(item.Verdict), 1, rows).Cell(item.Note, ReportStyle.Text, 1, rows);
            }
        }
    }

    private static double LinesOf(string text, int width) => Math.Max(1, Math.Ceiling(CharacterWidth.Of(text) / (double)width));
}
