using DocumentFormat.OpenXml.Wordprocessing;
using Junheng.Application.Plans;
using Junheng.Documents.Reports.Word;
using Junheng.Domain.Text;

namespace Junheng.Documents.Plans;

/// <summary>What stands beside a plan in its document: the comparison, next best choices, prices of conditions.</summary>
internal static class PlanAnswersTables
{
    public static WordTable Comparison(PlanPaper paper)
    {
        var table = new WordTable(WordPages.AcrossWidth, 9, 37, 9, 14, 14, 6, 22).Head().Cell("学段").Cell("做法").Cell("学校（所）").Cell("金额").Cell("比最省多").Cell("达标").Cell("差在哪里");
        foreach (var plan in paper.Plans)
        {
            foreach (var each in plan.Answers.Compared)
            {
                table.Row().Cell(PlanPaper.StagesOf(plan)).Cell(each.Title.Zh, JustificationValues.Left).Cell($"{each.Schools}").Cell(PlanPaper.Money(each.Cost), JustificationValues.Right)
                    .Cell(each.Extra is { } extra ? PlanPaper.Money(extra) : "—", JustificationValues.Right).Cell(each.Complies ? "是" : "否").Cell(each.WhyNot?.Zh ?? "", JustificationValues.Left);
            }
        }

        return table;
    }

    public static WordTable Alternatives(PlanPaper paper)
    {
        var table = new WordTable(WordPages.AcrossWidth, 5, 21, 7, 17, 50).Head().Cell("序号").Cell("学校").Cell("学段").Cell("项目").Cell("次优选择");
        var at = 0;
        foreach (var each in paper.Plans.SelectMany(plan => plan.Answers.Alternatives))
        {
            table.Row().Cell($"{++at}").Cell(each.School.Name.Length > 0 ? each.School.Name : each.SchoolCode, JustificationValues.Left).Cell(each.Stage.Word(Language.Zh))
                .Cell(each.Item?.Title.Zh ?? $"余项 {each.Indicator.Id}", JustificationValues.Left).Cell(each.Words.Zh, JustificationValues.Left);
        }

        return table;
    }

    public static WordTable ConditionPrices(PlanPaper paper)
    {
        var table = new WordTable(WordPages.AcrossWidth, 8, 34, 10, 24, 24).Head().Cell("学段").Cell("条件").Cell("现行要求").Cell("收紧").Cell("放宽");
        var written = paper.Plans.SelectMany(plan => plan.Answers.Prices).Where(price => price.Matters).ToList();
        foreach (var price in written)
        {
            table.Row().Cell(price.Stage.Word(Language.Zh)).Cell(PlanPaper.Condition(price), JustificationValues.Left).Cell(price.Asked is { } asked ? PlanPaper.Amount(asked) : "—")
                .Cell(price.Tighter?.Words.Zh ?? "—", JustificationValues.Left).Cell(price.Looser.Words.Zh, JustificationValues.Left);
        }

        return written.Count > 0 ? table : table.Row().Cell("没有一个条件的小改动会改变花费", columns: 5);
    }
}
