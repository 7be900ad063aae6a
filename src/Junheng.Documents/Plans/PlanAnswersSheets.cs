using Junheng.Application.Plans;
using Junheng.Documents.Reports;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Documents.Plans;

/// <summary>What stands beside a plan in its workbook: the comparison, next best choices, prices of conditions.</summary>
internal static class PlanAnswersSheets
{
    private static readonly string[] _order = ["ours", "norms", "gap-share", "worst-first"];

    public static ReportSheet Comparison(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [10, 46, 15, 18, 18, 15, 15, 22], new PageLayout(true));
        sheet.Heading("与常见做法对照", $"编制单位：{paper.Name}", "单位：元");
        Head(sheet, "学段", "做法", "涉及学校（所）", "金额", "比最省多", "达标");
        sheet.Cell("差在哪里", ReportStyle.Head, 2);
        foreach (var plan in paper.Plans)
        {
            foreach (var each in plan.Answers.Compared)
            {
                sheet.Next().Cell(PlanPaper.StagesOf(plan), ReportStyle.Center).Cell(each.Title.Zh, ReportStyle.Text).Cell((Rational)each.Schools, ReportStyle.Number0).Cell(each.Cost.Round(2), ReportStyle.Amount)
                    .Cell(each.Extra is { } extra ? extra.Round(2) : "—", each.Extra is null ? ReportStyle.Center : ReportStyle.Amount).Cell(each.Complies ? "是" : "否", each.Complies ? ReportStyle.Met : ReportStyle.NotMet)
                    .Cell(each.WhyNot?.Zh ?? "", ReportStyle.Text, 2);
            }
        }

        sheet.Next().Cell("各做法之后的差异系数", ReportStyle.Caption, 8);
        sheet.Next(26).Cell("学段", ReportStyle.Head).Cell("指标", ReportStyle.Head).Cell("现在", ReportStyle.Head).Cell("最省方案", ReportStyle.Head).Cell("只补达标值", ReportStyle.Head).Cell("同比例补", ReportStyle.Head)
            .Cell("最差的先补", ReportStyle.Head).Cell("限值", ReportStyle.Head);
        foreach (var plan in paper.Plans)
        {
            Coefficients(sheet, plan);
        }

        return sheet.Line("注：各做法与本方案用同一套精确核对判定；数量可分的项目，常见做法按0.01进位。", ReportStyle.Note);
    }

    public static ReportSheet Alternatives(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [6, 16, 28, 8, 8, 24, 16, 16, 70], new PageLayout(true));
        sheet.Heading("不做某一项的次优选择", $"编制单位：{paper.Name}", "单位：元");
        Head(sheet, "序号", "学校代码", "学校名称", "学段", "指标", "项目", "至少多花", "至多多花", "次优选择");
        var at = 0;
        foreach (var each in paper.Plans.SelectMany(plan => plan.Answers.Alternatives))
        {
            sheet.Next().Cell((Rational)(++at), ReportStyle.Number0).Cell(each.SchoolCode, ReportStyle.Text).Cell(each.School.Name, ReportStyle.Text)
                .Cell(StageWords.Word(each.Stage, Language.Zh), ReportStyle.Center).Cell(each.Indicator.Id, ReportStyle.Center).Cell(each.Item?.Title.Zh ?? "余项", ReportStyle.Text);
            Money(sheet, each.Difference.AtLeast is { Sign: < 0 } ? Rational.Zero : each.Difference.AtLeast);
            Money(sheet, each.Difference.AtMost);
            sheet.Cell(each.Words.Zh, ReportStyle.Text);
        }

        return sheet.FilterFrom(3);
    }

    public static ReportSheet ConditionPrices(PlanPaper paper, string name)
    {
        var sheet = new ReportSheet(name, [12, 40, 14, 24, 24, 70], new PageLayout(true));
        sheet.Heading("各项条件的价格", $"编制单位：{paper.Name}", "与本方案相比");
        Head(sheet, "学段", "条件", "现行要求", "收紧", "放宽", "改动了什么");
        foreach (var price in paper.Plans.SelectMany(plan => plan.Answers.Prices))
        {
            sheet.Next().Cell(StageWords.Word(price.Stage, Language.Zh), ReportStyle.Center).Cell(PlanPaper.Condition(price), ReportStyle.Text)
                .Cell(price.Asked is { } asked ? asked : "—", price.Asked is null ? ReportStyle.Center : ReportStyle.Exact)
                .Cell(price.Tighter?.Words.Zh ?? "—", ReportStyle.Text).Cell(price.Looser.Words.Zh, ReportStyle.Text).Cell(PlanPaper.Moved(price.Kind), ReportStyle.Text);
        }

        sheet.Line("注：每一格都把这一条件改动后重新测算一遍，两个方案之差即为价格；“至多”“至少”表示没有证明到分。几条一起改，省多省少不等于各自之和。", ReportStyle.Note);
        return sheet;
    }

    private static void Coefficients(ReportSheet sheet, CountyPlan plan)
    {
        foreach (var now in plan.Figures.Coefficients)
        {
            sheet.Next().Cell(StageWords.Word(now.Stage, Language.Zh), ReportStyle.Center).Cell($"{now.Indicator.Id} {now.Indicator.Title.Zh}", ReportStyle.Text).Cell(PlanPaper.Coefficient(now.Before), ReportStyle.Center);
            foreach (var id in _order)
            {
                var after = plan.Answers.Compared.FirstOrDefault(each => each.Id == id)?.Coefficients.First(each => each.Stage == now.Stage && each.Indicator.Id == now.Indicator.Id).After;
                sheet.Cell(PlanPaper.Coefficient(after), ReportStyle.Center);
            }

            sheet.Cell(PlanPaper.Limit(now.Limit), ReportStyle.Center);
        }
    }

    private static void Money(ReportSheet sheet, Rational? yuan)
    {
        if (yuan is { } amount)
        {
            sheet.Cell(amount.Round(2), ReportStyle.Amount);
        }
        else
        {
            sheet.Cell("—", ReportStyle.Center);
        }
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
