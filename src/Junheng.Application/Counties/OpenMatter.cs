using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Reports;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Traces;
using Junheng.Domain.Findings;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Text;

namespace Junheng.Application.Counties;

/// <summary>Something that cannot be decided: what is missing for it, where the blank stands, and who owes it.</summary>
/// <param name="Unit">The unit; null for an item of the whole county.</param>
/// <param name="Item">The item; null for a unit.</param>
/// <param name="Missing">What is missing, in words.</param>
/// <param name="Places">The blank cells, where the layout knows them.</param>
/// <param name="Holder">Who usually has it.</param>
/// <param name="Return">The school's return of the year, where a round asks for it; else null.</param>
/// <param name="Note">What contradicts what, where nothing is missing; else null.</param>
public sealed record OpenMatter(
    UnitAssessment? Unit, EvaluationItem? Item, ImmutableArray<LocalizedText> Missing, ImmutableArray<Origin> Places, LocalizedText Holder, SchoolReturn? Return, LocalizedText? Note = null)
{
    /// <summary>Everything undecided in a county, schools first.</summary>
    /// <param name="county">The county as judged.</param>
    /// <param name="returns">The returns of the year's round; empty without a round.</param>
    public static ImmutableArray<OpenMatter> Of(CountyOnFile county, ImmutableArray<SchoolReturn> returns)
    {
        var standard = county.Report.Result.InForce.Standard;
        var bySchool = returns.ToDictionary(each => each.School.Code, StringComparer.Ordinal);
        return
        [
            .. county.County.Units.Where(unit => unit.Findings.Any(finding => finding.Verdict == Verdict.Undecided)).Select(unit => OfUnit(county, unit, bySchool.GetValueOrDefault(unit.SchoolCode))),
            .. county.County.Items.Where(item => item.Verdict == Verdict.Undecided).Select(item => OfItem(standard.Items.First(each => each.Id == item.Id), item)),
        ];
    }

    private static OpenMatter OfUnit(CountyOnFile county, UnitAssessment unit, SchoolReturn? asked)
    {
        var result = county.Report.Result;
        var columns = unit.Findings.Where(finding => finding.Verdict == Verdict.Undecided).SelectMany(finding => finding.Missing).Distinct(StringComparer.Ordinal).ToList();
        return new OpenMatter(
            unit,
            null,
            [.. columns.Select(id => result.InForce.Standard.Columns[id]?.Title ?? new LocalizedText(id, id))],
            [.. unit.Findings.Where(finding => finding.Verdict == Verdict.Undecided).SelectMany(finding => BlankCells(result, unit, finding)).Where(place => place.Cell is not null).Distinct()],
            UsualHolders.OfColumn(columns.Count > 0 ? columns[0] : ""),
            asked);
    }

    private static IEnumerable<Origin> BlankCells(AssessmentResult result, UnitAssessment unit, IndicatorFinding finding)
    {
        var trace = FigureTracer.Trace(result, unit.Unit, result.InForce.Standard.IndexOf(finding.Indicator.Id));
        return trace.Numerator.Concat(trace.Enrolment).Where(cell => cell.Cell is null).Select(cell => cell.Origin);
    }

    private static OpenMatter OfItem(EvaluationItem item, ItemResult result) => new(
        null,
        item,
        result.Missing.Length > 0 ? [.. result.Missing.Select(id => item.FieldOf(id)?.Title ?? new LocalizedText(id, id))] : [EvaluationItem.Conclusion.Title],
        [.. result.DataFindings.Select(finding => finding.Origin).Where(place => place.Cell is not null)],
        UsualHolders.OfItem(item.Id),
        null,
        result.DataFindings.Select(finding => finding.Message).FirstOrDefault());
}
