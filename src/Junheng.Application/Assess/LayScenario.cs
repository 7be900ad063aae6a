using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Application.WhatIf;
using Junheng.Assessment.Results;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Assess;

/// <summary>Lays an exported scenario over inputs that were judged: the same result as the page it was exported from, under the same id where the inputs are the same.</summary>
internal static class LayScenario
{
    private const string Rule = "scenario";

    /// <summary>The result with the scenario, and how it stands among the inputs; findings instead when it does not fit them.</summary>
    public static (AssessmentResult? Result, InputSummary? Input, ImmutableArray<Finding> Findings) Over(AssessmentResult judged, InputFile input, StandardRequest request, IStandardLibrary library, Language language)
    {
        var place = new Origin(Path.GetFileName(input.Name));
        byte[] content;
        try
        {
            content = input.Content ?? File.ReadAllBytes(input.Name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refused(place, language == Language.En ? "The scenario cannot be read." : "情景文件打不开。", language == Language.En ? "Check the path." : "请核对路径。");
        }

        var (file, fault) = ScenarioJson.Read(content);
        if (file is null)
        {
            return Refused(place, fault!.In(language), language == Language.En ? "Export the scenario from its page once more." : "请从情景页面重新导出。");
        }

        var at = judged.IndexOf(file.County);
        if (at < 0)
        {
            return Refused(
                place,
                language == Language.En ? $"The scenario is about the county {file.County}, which the inputs do not hold." : $"情景属于县 {file.County}，输入文件里没有这个县。",
                language == Language.En ? "Give the table of that county." : "请给出这个县的学校表。");
        }

        var county = judged.County(at);
        if (file.ReportYear > 0 && county.ReportYear > 0 && file.ReportYear != county.ReportYear)
        {
            return Refused(
                place,
                language == Language.En ? $"The scenario is about report year {file.ReportYear}; at the date {county.ReportYear} is judged." : $"情景属于 {file.ReportYear} 年度，按评估日期判定的是 {county.ReportYear} 年度。",
                language == Language.En ? "Give another --date." : "请用 --date 给出那一年度的评估日期。");
        }

        var laid = ScenarioJudgement.Of(judged, county, request, file.Overlay, library, language);
        ImmutableArray<Finding> problems = [.. laid.Problems.Where(problem => !laid.Overlay.Texts.ContainsKey(problem.Key)).Select(problem => new Finding(
            Rule, Severity.Error, place with { Cell = problem.Key }, $"{problem.Key} = “{problem.Text}”：{problem.Message.In(language)}", language == Language.En ? "Mend or take out this change." : "请改正或删去这一项更改。", county.Code))];
        return problems.Length > 0
            ? (null, null, problems)
            : (laid.Result, laid.Overlay.IsEmpty ? null : new InputSummary(ScenarioStandard.Overlay, new Lazy<string>(() => laid.Overlay.Sha256), laid.Overlay.Texts.Count), []);
    }

    private static (AssessmentResult?, InputSummary?, ImmutableArray<Finding>) Refused(Origin place, string message, string remedy) => (null, null, [new Finding(Rule, Severity.Error, place, message, remedy)]);
}
