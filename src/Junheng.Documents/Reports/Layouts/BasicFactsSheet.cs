using Junheng.Application.Reports;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>表Ⅰ: the county's basic facts, two columns of twelve lines.</summary>
internal static class BasicFactsSheet
{
    public static ReportSheet Of(CountyPapers papers, ApplicationForm form)
    {
        var sheet = new ReportSheet("表Ⅰ", [6, 27, 8, 14, 6, 27, 8, 14], new PageLayout(true));
        sheet.Heading("表Ⅰ　县（市、区）基本情况", $"填报单位：{papers.Name}", "单位：见各栏");
        sheet.Next(24);
        for (var side = 0; side < 2; side++)
        {
            sheet.Cell("栏次", ReportStyle.Head).Cell("项目", ReportStyle.Head).Cell("单位", ReportStyle.Head).Cell("数值", ReportStyle.Head);
        }

        var half = (form.BasicFacts.Length + 1) / 2;
        for (var at = 0; at < half; at++)
        {
            sheet.Next(24);
            Fact(sheet, form.BasicFacts[at]);
            if (at + half < form.BasicFacts.Length)
            {
                Fact(sheet, form.BasicFacts[at + half]);
            }
        }

        sheet.Line("注：人口保留两位小数，L5—L8 取整数。学校数、班数、人数由学校表汇总；其余由有关部门提供，空格为暂缺，不是零。教学点不计入小学校数。", ReportStyle.Note);
        return sheet.SignLines();
    }

    private static void Fact(ReportSheet sheet, BasicFact fact) => sheet
        .Cell($"L{fact.Number}", ReportStyle.Center)
        .Cell(fact.Title, ReportStyle.Label)
        .Cell(fact.Unit, ReportStyle.Center)
        .Figure(fact.Figure, 0);
}
