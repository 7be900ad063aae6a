using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Statistics;
using Junheng.Assessment.Results;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Assess;

/// <summary>A result with the inputs, findings and warnings that it rests on, and the id that every page, workbook and report made from it carries.</summary>
public sealed class AssessmentReport
{
    private readonly Lazy<string> _resultId;
    private readonly ILookup<string?, Finding> _byCounty;

    /// <summary>A report.</summary>
    public AssessmentReport(AssessmentResult result, ImmutableArray<InputSummary> inputs, ImmutableArray<Finding> findings, Language language)
    {
        (Result, Inputs, Findings, Language) = (result, inputs, findings, language);
        _resultId = new Lazy<string>(() => ResultIds.Of(result.InForce, inputs));
        _byCounty = findings.ToLookup(finding => finding.CountyCode);
    }

    /// <summary>The result.</summary>
    public AssessmentResult Result { get; }

    /// <summary>The files read.</summary>
    public ImmutableArray<InputSummary> Inputs { get; }

    /// <summary>Warnings and notes of reading.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The language of texts.</summary>
    public Language Language { get; }

    /// <summary>Hash of data, standard, settings and date.</summary>
    public string ResultId => _resultId.Value;

    /// <summary>What was found in a county's data: reading's findings and contradictions between sources.</summary>
    public IEnumerable<Finding> DataFindingsOf(CountyAssessment county) => _byCounty[county.Code].Concat(county.Items
        .SelectMany(item => item.DataFindings)
        .Select(contradiction => new Finding(
            "items.contradiction", Severity.Warning, contradiction.Origin, contradiction.Message.In(Language), contradiction.Remedy.In(Language), county.Code)));

    /// <summary>What concerns the whole result: findings of no one county, and easements that have lapsed or do not apply yet.</summary>
    public IEnumerable<string> Warnings()
    {
        foreach (var finding in _byCounty[null])
        {
            yield return $"{finding.Place}: {finding.Message} {finding.Remedy}".TrimStart(':', ' ');
        }

        foreach (var notice in Notices())
        {
            yield return notice;
        }
    }

    /// <summary>What reading found that concerns no one county.</summary>
    public IEnumerable<Finding> CommonFindings => _byCounty[null];

    /// <summary>What the date does to the standard and the counties: easements that hold or have lapsed, report years after it.</summary>
    public IEnumerable<string> Notices()
    {
        var inForce = Result.InForce;
        if (inForce.IsBeforeEffect)
        {
            yield return Text($"评估日期早于标准施行日 {Day(inForce.Standard.Effective)}，按施行时的数值判定", $"The date lies before the standard came into force on {Day(inForce.Standard.Effective)}; its first numbers are used");
        }

        foreach (var easement in inForce.Standard.Easements)
        {
            yield return inForce.Date < easement.From
                ? Text($"过渡性规定“{easement.Title.Zh}”自 {Day(easement.From)} 起适用，评估日期更早，未适用", $"Easement '{easement.Title.En}' holds only from {Day(easement.From)}")
                : easement.HoldsOn(inForce.Date)
                ? Text($"过渡性规定“{easement.Title.Zh}”适用至 {Day(easement.Until)}", $"Easement '{easement.Title.En}' holds until {Day(easement.Until)}")
                : Text($"过渡性规定“{easement.Title.Zh}”已于 {Day(easement.Until)} 失效，未适用", $"Easement '{easement.Title.En}' lapsed on {Day(easement.Until)} and is not applied");
        }

        foreach (var county in Result.Units.Counties.Where(county => county.ReportYear < 0))
        {
            yield return Text($"县 {county.Code} 的年报都晚于评估日期，没有可判定的数据", $"County {county.Code} has only report years after the date");
        }
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Text(string zh, string en) => Language == Language.En ? en : zh;
}
