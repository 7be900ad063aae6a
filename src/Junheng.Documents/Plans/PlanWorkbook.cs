using Junheng.Documents.Reports;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Plans;

/// <summary>投入测算与实施方案 as a workbook: summary, list by school, schools, coefficients, exceptions, prices.</summary>
internal static class PlanWorkbook
{
    public static void Write(IReadOnlyList<PlanPaper> papers, Stream stream)
    {
        var sheets = papers.SelectMany((paper, at) => Sheets(paper, papers.Count == 1 ? "" : $"{at + 1}")).ToList();
        ReportWorkbook.Write(stream, sheets, $"结果编号 {papers[0].Report.ResultId}");
    }

    private static IEnumerable<ReportSheet> Sheets(PlanPaper paper, string suffix)
    {
        yield return Summary(paper, "方案汇总" + suffix);
        yield return Lines(paper, "分校明细" + suffix);
        yield return Schools(paper, "分校汇总" + suffix);
        yield return Coefficients(paper, "差异系数" + suffix);
        yield return PlanAnswersSheets.Comparison(paper, "对照" + suffix);
        if (paper.Plans.Any(plan => !plan.Answers.Alternatives.IsEmpty))
        {
            yield return PlanAnswersSheets.Alternatives(paper, "次优选择" + suffix);
        }

        if (paper.Plans.Any(plan => !plan.Answers.Prices.IsEmpty))
        {
            yield return PlanAnswersSheets.ConditionPrices(paper, "条件价格" + suffix);
        }

        yield return Exceptions(paper, "余项" + suffix);
        yield return Prices(paper, "单价" + suffix);
    }

    private static ReportSheet Summary(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [26, 16, 14, 20, 24], new PageLayout(false));
        sheet.Heading("义务教育优质均衡投入测算与实施方案", $"编制单位：{paper.Name}", "单位：元");
        void Pair(string label, object? value) => sheet.Next().Cell(label, ReportStyle.Label).Cell(value, value is string ? ReportStyle.Text : ReportStyle.Amount, 4);
        Pair("总投入", paper.HasPlan ? paper.Cost.Round(2) : "在所给上限、锁定和预算之内没有达标方案");
        Pair("下限", paper.Bound.Round(2));
        Pair("可靠程度", paper.HasPlan ? paper.Certainty : "见下");
        foreach (var conflict in paper.Plans.SelectMany(Application.Plans.ConflictWords.Of))
        {
            Pair("做不到的原因", conflict.Zh);
        }

        foreach (var remedy in paper.Plans.SelectMany(plan => plan.Remedies))
        {
            Pair("怎样才做得到", remedy.Words.Zh);
        }

        foreach (var easement in paper.Plans.SelectMany(plan => plan.Easements).GroupBy(each => each.Easement.Id).Select(group => group.First() with { Units = group.Sum(each => each.Units) }))
        {
            Pair("过渡性规定", easement.Words.Zh);
        }

        Pair("核对", "方案与下限已由独立的验证程序核对");
        sheet.Next().Cell("一、分项目", ReportStyle.Caption, 5);
        sheet.Next().Cell("项目", ReportStyle.Head).Cell("数量", ReportStyle.Head).Cell("单位", ReportStyle.Head).Cell("涉及学校（所）", ReportStyle.Head).Cell("金额", ReportStyle.Head);
        foreach (var (item, amount, schools, cost) in paper.Sums.Items)
        {
            sheet.Next().Cell(item.Title.Zh, ReportStyle.Text).Cell(amount.Round(2), ReportStyle.Amount).Cell(item.Measure.Zh, ReportStyle.Center).Cell((Rational)schools, ReportStyle.Number0).Cell(cost.Round(2), ReportStyle.Amount);
        }

        sheet.Next().Cell("合计", ReportStyle.Label, 4).Cell(paper.Cost.Round(2), ReportStyle.Amount);
        sheet.Next().Cell("二、分年度", ReportStyle.Caption, 5);
        sheet.Next().Cell("年度", ReportStyle.Head).Cell("一次性投入", ReportStyle.Head, 2).Cell("经常性支出", ReportStyle.Head).Cell("合计", ReportStyle.Head);
        foreach (var (year, once, recurrent) in paper.Sums.Years)
        {
            sheet.Next().Cell((Rational)(paper.FirstYear + year - 1), ReportStyle.Number0).Cell(once.Round(2), ReportStyle.Amount, 2).Cell(recurrent.Round(2), ReportStyle.Amount).Cell((once + recurrent).Round(2), ReportStyle.Amount);
        }

        if (!paper.Sums.Townships.IsEmpty)
        {
            sheet.Next().Cell("三、分乡镇", ReportStyle.Caption, 5);
            sheet.Next().Cell("乡镇（街道）", ReportStyle.Head, 3).Cell("涉及学校（所）", ReportStyle.Head).Cell("金额", ReportStyle.Head);
            foreach (var (township, schools, cost) in paper.Sums.Townships)
            {
                sheet.Next().Cell(PlanPaper.Township(township), ReportStyle.Text, 3).Cell((Rational)schools, ReportStyle.Number0).Cell(cost.Round(2), ReportStyle.Amount);
            }
        }

        sheet.Line("注：1. 方案只增不减；一次性投入列在第一年，经常性支出按单价表的年数列支。2. 花费相同的方案可能不止一个。3. 是否达标按未舍入的数判定。", ReportStyle.Note);
        return sheet.SignLines();
    }

    private static ReportSheet Lines(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [6, 15, 26, 14, 8, 8, 22, 12, 7, 14, 10, 16, 14, 14, 60], new PageLayout(true));
        sheet.Heading("分校投入明细", $"编制单位：{paper.Name}", "单位：见各栏");
        Head(sheet, "序号", "学校代码", "学校名称", "乡镇（街道）", "学段", "指标", "项目", "添置数量", "单位", "单价（元）", "实施年度", "金额（元）", "现有", "方案后", "为什么");
        var at = 0;
        foreach (var action in paper.Actions)
        {
            sheet.Next().Cell((Rational)(++at), ReportStyle.Number0).Cell(action.SchoolCode, ReportStyle.Text).Cell(action.School.Name, ReportStyle.Text).Cell(action.School.Township, ReportStyle.Text)
                .Cell(PlanPaper.StageOf(action), ReportStyle.Center).Cell(action.Indicator.Id, ReportStyle.Center).Cell(action.Item.Title.Zh, ReportStyle.Text).Cell(action.Add.Round(2), ReportStyle.Amount).Cell(action.Item.Measure.Zh, ReportStyle.Center)
                .Cell(action.Price.Amount.Round(2), ReportStyle.Amount).Cell(paper.YearOf(action), ReportStyle.Center).Cell(action.Cost.Round(2), ReportStyle.Amount).Cell(action.Before.Round(2), ReportStyle.Amount).Cell(action.After.Round(2), ReportStyle.Amount)
                .Cell(PlanPaper.Why(action), ReportStyle.Text);
        }

        return sheet.FilterFrom(3);
    }

    private static ReportSheet Schools(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [6, 16, 30, 18, 12, 20], new PageLayout(false));
        sheet.Heading("分校投入汇总", $"编制单位：{paper.Name}", "单位：元");
        Head(sheet, "序号", "学校代码", "学校名称", "乡镇（街道）", "项数", "金额");
        for (var at = 0; at < paper.Sums.Schools.Length; at++)
        {
            var (code, school, township, lines, cost) = paper.Sums.Schools[at];
            sheet.Next().Cell((Rational)(at + 1), ReportStyle.Number0).Cell(code, ReportStyle.Text).Cell(school, ReportStyle.Text).Cell(township, ReportStyle.Text).Cell((Rational)lines, ReportStyle.Number0).Cell(cost.Round(2), ReportStyle.Amount);
        }

        return sheet.FilterFrom(3).SignLines();
    }

    private static ReportSheet Coefficients(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [10, 8, 34, 14, 14, 12], new PageLayout(false));
        sheet.Heading("方案前后的校际差异系数", $"编制单位：{paper.Name}", "差异系数无单位");
        Head(sheet, "学段", "指标", "名称", "现在", "方案后", "限值");
        foreach (var each in paper.Coefficients)
        {
            sheet.Next().Cell(Application.Plans.StageWords.Word(each.Stage, Domain.Text.Language.Zh), ReportStyle.Center).Cell(each.Indicator.Id, ReportStyle.Center).Cell(each.Indicator.Title.Zh, ReportStyle.Text)
                .Cell(PlanPaper.Coefficient(each.Before), ReportStyle.Center).Cell(PlanPaper.Coefficient(each.After), ReportStyle.Center).Cell(PlanPaper.Limit(each.Limit), ReportStyle.Center);
        }

        return sheet.Line("注：按在校生数加权，是否不超过限值按未舍入的数判定。", ReportStyle.Note);
    }

    private static ReportSheet Exceptions(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [6, 16, 30, 8, 8, 36, 14], new PageLayout(false));
        sheet.Heading("方案中保留在底线与达标值之间的余项", $"编制单位：{paper.Name}", "数值单位见指标");
        Head(sheet, "序号", "学校代码", "学校名称", "学段", "指标", "名称", "方案后的值");
        var at = 0;
        foreach (var each in paper.Exceptions)
        {
            sheet.Next().Cell((Rational)(++at), ReportStyle.Number0).Cell(each.SchoolCode, ReportStyle.Text).Cell(each.School.Name, ReportStyle.Text).Cell(Application.Plans.StageWords.Word(each.Stage, Domain.Text.Language.Zh), ReportStyle.Center)
                .Cell(each.Indicator.Id, ReportStyle.Center).Cell(each.Indicator.Title.Zh, ReportStyle.Text).Cell((each.PerPupil * each.Indicator.Scale).Round(2), ReportStyle.Number2);
        }

        return sheet.FilterFrom(3);
    }

    private static ReportSheet Prices(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [28, 16, 14, 70], new PageLayout(true));
        sheet.Heading("测算所用单价", $"编制单位：{paper.Name}", "单位：元");
        Head(sheet, "项目", "单价", "计入年数", "来源");
        foreach (var rule in paper.Prices)
        {
            sheet.Next().Cell(paper.Report.InForce.Standard.Columns[rule.Item]?.Title.Zh ?? rule.Item, ReportStyle.Text).Cell(rule.Value.Round(2), ReportStyle.Amount).Cell(rule.Years == 0 ? "一次性" : $"{rule.Years}年", ReportStyle.Center)
                .Cell(PlanPaper.PriceSource(rule) + (rule.Default?.Note is { } note ? "。" + note.Zh : ""), ReportStyle.Text);
        }

        return sheet.Line("注：参考默认价由少数公开个案得出，只为能先算起来；做决定前请换成当地价格，换价后方案会变。", ReportStyle.Note);
    }

    private static void Head(ReportSheet sheet, params string[] heads)
    {
        sheet.Next(26);
        foreach (var head in heads)
        {
            sheet.Cell(head, ReportStyle.Head);
        }

        sheet.FreezeHere(0, 3);
    }
}
