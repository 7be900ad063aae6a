using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Reports;

/// <summary>Everything that a county hands in or keeps, ready to be laid out: writers do no arithmetic.</summary>
/// <param name="Code">County code.</param>
/// <param name="Name">County name; the code where there is none.</param>
/// <param name="ReportYear">Report year; 0 when rows carry none.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="EasedVerdict">Verdict with the easements in force.</param>
/// <param name="Parts">Title and verdict of each part.</param>
/// <param name="Indicators">The indicators in order.</param>
/// <param name="Stages">Stage tables; those of a standard without the form too.</param>
/// <param name="CompositeTitle">What the composite coefficient is called, with its bearing.</param>
/// <param name="Form">The application form of 2017; null where the standard has another form.</param>
/// <param name="Schools">A page a school.</param>
/// <param name="Matrix">Schools × indicators.</param>
/// <param name="Problems">The list of problems.</param>
/// <param name="Details">Where each figure comes from.</param>
/// <param name="Blanks">What stays blank.</param>
/// <param name="Excluded">School, stage and reason of what is out of scope.</param>
/// <param name="Basis">What all of it rests on.</param>
public sealed record CountyPapers(
    string Code,
    string Name,
    int ReportYear,
    Verdict Verdict,
    Verdict EasedVerdict,
    ImmutableArray<(string Title, Verdict Verdict)> Parts,
    ImmutableArray<FormIndicator> Indicators,
    ImmutableArray<StageTables> Stages,
    string CompositeTitle,
    ApplicationForm? Form,
    ImmutableArray<SchoolPage> Schools,
    IndicatorMatrix Matrix,
    ImmutableArray<ProblemLine> Problems,
    ImmutableArray<FigureDetail> Details,
    ImmutableArray<BlankCell> Blanks,
    ImmutableArray<(string School, string Stage, string Reason)> Excluded,
    PaperBasis Basis)
{
    private static readonly string[] _formParts = ["governmentGuarantee", "educationQuality", "socialRecognition"];

    /// <summary>Whether a standard is the one that the application form of 2017 belongs to: it judges each school and has the parts of Tables Ⅳ, Ⅴ and Ⅵ.</summary>
    public static bool HasForm(StandardInForce inForce) =>
        inForce.UnitRule is not null && Array.TrueForAll(_formParts, id => inForce.Standard.Parts.Any(part => part.Id == id)) && inForce.Standard.Items.Any(item => item.Id == "recognition");

    /// <summary>The papers of one county. Linear in its units.</summary>
    /// <param name="report">The result.</param>
    /// <param name="county">Index of the county.</param>
    public static CountyPapers Of(AssessmentReport report, int county)
    {
        var (result, assessed) = (report.Result, report.Result.County(county));
        var standard = result.InForce.Standard;
        var units = JudgedUnit.Of(result, assessed);
        var indicators = IndicatorsOf(standard);
        var name = assessed.Name.Length > 0 ? assessed.Name : assessed.Code;
        var stages = assessed.Stages.Select(stage => new StageTableBuilder(result, stage, [.. units.Where(unit => unit.Unit.Stage == stage.Stage)]).Build()).ToImmutableArray();
        var form = HasForm(result.InForce) ? FormOf(result, assessed, name, units, indicators, stages) : null;
        return new CountyPapers(
            assessed.Code,
            name,
            assessed.ReportYear,
            assessed.Verdict,
            assessed.EasedVerdict,
            [.. assessed.Parts.Select(part => (part.Part.Title.Zh, part.Verdict))],
            indicators,
            stages,
            assessed.Stages.FirstOrDefault(stage => stage.Composite is not null)?.Composite is { Limit: not null } ? "综合差异系数" : "综合（仅供参考）",
            form,
            SchoolPage.Of(result, units),
            IndicatorMatrix.Of(result, indicators, [(assessed, units)]),
            ProblemLine.Of(report, assessed, units, stages),
            FigureDetail.Of(units),
            form is null ? BlankCell.Of(assessed, units, standard) : BlankCell.Of(form, assessed, units, standard),
            [.. assessed.Excluded.Select(unit => ($"{unit.SchoolCode} {result.Units.Raw.PartOf(unit.Row).SchoolName?[unit.Row.Row]}".TrimEnd(), PaperWords.Of(unit.Stage), PaperWords.Reason(standard, unit.Reason)))],
            PaperBasis.Of(report));
    }

    /// <summary>The matrix of every county.</summary>
    public static IndicatorMatrix MatrixOf(AssessmentReport report, IEnumerable<int> counties) => IndicatorMatrix.Of(
        report.Result, IndicatorsOf(report.Result.InForce.Standard), counties.Select(report.Result.County).Select(county => (county, JudgedUnit.Of(report.Result, county))));

    internal static ImmutableArray<FormIndicator> IndicatorsOf(Standard standard) =>
        [.. standard.Indicators.Select(indicator => new FormIndicator(indicator.Id, indicator.Title.Zh, indicator.Short.Zh, indicator.Unit.Zh))];

    private static ApplicationForm FormOf(
        AssessmentResult result, CountyAssessment county, string name, ImmutableArray<JudgedUnit> units, ImmutableArray<FormIndicator> indicators, ImmutableArray<StageTables> stages)
    {
        var items = new ItemTables(result.InForce.Standard, county);
        var (government, quality, recognition) = (items.OfPart("governmentGuarantee"), items.OfPart("educationQuality"), items.Recognition());
        return new ApplicationForm(
            BasicFacts.Of(result, county, units), indicators, stages, government, quality, recognition, SelfEvaluation.Of(county, name, stages, government, quality, recognition));
    }
}
