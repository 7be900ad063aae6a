using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Reports;

/// <summary>One line of the list of problems (问题清单).</summary>
/// <param name="Kind">What kind: school, dispersion, item or data.</param>
/// <param name="Code">School code, item id or rule id.</param>
/// <param name="Subject">School or item.</param>
/// <param name="Stage">Stage in words; empty where none.</param>
/// <param name="Indicator">Indicator; empty where none.</param>
/// <param name="Value">The figure; null when missing or none.</param>
/// <param name="Required">What is asked, in words.</param>
/// <param name="State">How it stands.</param>
/// <param name="Lacking">What is lacking, or what to do.</param>
/// <param name="Place">Where it stands in the files; empty where nowhere.</param>
public sealed record ProblemLine(
    string Kind, string Code, string Subject, string Stage, string Indicator, PrintedFigure? Value, string Required, string State, string Lacking, string Place)
{
    /// <summary>Every problem of a county: schools, coefficients, items, then what reading found in the data.</summary>
    internal static ImmutableArray<ProblemLine> Of(AssessmentReport report, CountyAssessment county, ImmutableArray<JudgedUnit> units, ImmutableArray<StageTables> stages) =>
    [
        .. units.SelectMany(unit => OfUnit(report, unit)),
        .. county.Stages.Zip(stages).SelectMany(pair => OfStage(pair.First, pair.Second)),
        .. county.Items.Where(item => item.Verdict is Verdict.NotMet or Verdict.Undecided).Select(item => OfItem(report, item)),
        .. report.DataFindingsOf(county).Concat(report.CommonFindings).Select(OfData),
    ];

    private static IEnumerable<ProblemLine> OfUnit(AssessmentReport report, JudgedUnit unit)
    {
        var columns = report.Result.InForce.Standard.Columns;
        foreach (var finding in unit.Unit.Findings)
        {
            var trace = unit.Traces.First(each => each.Indicator.Id == finding.Indicator.Id);
            yield return new ProblemLine(
                "学校指标",
                unit.Unit.SchoolCode,
                unit.Name,
                PaperWords.Of(unit.Unit.Stage),
                $"{finding.Indicator.Id} {finding.Indicator.Short.Zh}",
                PrintedFigure.Of(finding.Value, trace.PrintDigits),
                finding.Numbers.Norm is null ? "" : $"标准 {Plain(finding.Numbers.Norm)}{(finding.Numbers.Floor is null ? "" : $"，85%为 {Plain(finding.Numbers.Floor)}")}",
                $"{PaperWords.Of(finding.Standing, finding.Numbers)}{(unit.Unit.Excepted?.Id == finding.Indicator.Id ? "（允许的一项例外）" : "")}",
                finding.Missing.Length > 0 ? $"缺：{string.Join("、", finding.Missing.Select(id => CellWords.Column(columns, id)))}" : CellWords.Shortfall(finding, columns) is { Length: > 0 } lacking ? $"缺 {lacking}" : "",
                trace.Numerator.FirstOrDefault()?.Origin.ToString() ?? "");
        }
    }

    private static IEnumerable<ProblemLine> OfStage(StageAssessment stage, StageTables tables)
    {
        for (var k = 0; k < stage.Indicators.Length; k++)
        {
            var (indicator, entry) = (stage.Indicators[k], tables.Spreads[k]);
            if (indicator.Spread.Verdict is Verdict.NotMet or Verdict.Undecided)
            {
                yield return new ProblemLine(
                    "差异系数",
                    indicator.Indicator.Id,
                    "全县",
                    PaperWords.Of(stage.Stage),
                    indicator.Indicator.Short.Zh,
                    entry.Cv,
                    entry.Limit is { } limit ? $"不超过 {limit.Text}" : "",
                    PaperWords.Of(indicator.Spread.Verdict),
                    WhyUndecided(indicator.Spread.Reason, entry),
                    "");
            }
        }
    }

    private static string WhyUndecided(CvReason reason, SpreadEntry entry) => reason switch
    {
        CvReason.Missing => $"{entry.UnitsLacking} 个单位缺数据",
        CvReason.ZeroMean => "全县均值为零，差异系数没有意义",
        CvReason.NoUnits => "没有参评单位",
        _ => "",
    };

    private static ProblemLine OfItem(AssessmentReport report, Assessment.Items.ItemResult item)
    {
        var definition = report.Result.InForce.Standard.Items.First(each => each.Id == item.Id);
        return new ProblemLine(
            "按县填报项目",
            item.Id,
            definition.Title.Zh,
            "",
            "",
            PrintedFigure.Of(item.Value, definition.Digits),
            "",
            PaperWords.Of(item.Verdict),
            item.Missing.Length > 0 && item.DataFindings.IsEmpty ? $"缺：{string.Join("、", item.Missing.Select(field => definition.FieldOf(field)?.Title.Zh ?? field))}" : item.Note?.Zh ?? "",
            item.Inputs.FirstOrDefault()?.Origin.ToString() ?? "");
    }

    private static ProblemLine OfData(Finding finding) => new(
        "数据",
        finding.Rule,
        finding.Message,
        "",
        "",
        null,
        "",
        finding.Severity switch
        {
            Severity.Error => "错误",
            Severity.Warning => "疑问",
            _ => "提示",
        },
        finding.Remedy,
        finding.Place.ToString());

    private static string Plain(Rational? number) => number is { } value ? Explain.ExactText.Of(value) : "";
}
