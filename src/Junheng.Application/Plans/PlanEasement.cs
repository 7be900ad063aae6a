using System.Collections.Immutable;
using System.Globalization;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>A transitional easement that a plan counts on.</summary>
/// <param name="Easement">The easement, with the day it lapses.</param>
/// <param name="Units">Units (school and stage) that claim it.</param>
public sealed record PlanEasement(Easement Easement, int Units)
{
    /// <summary>The last day on which it holds.</summary>
    public DateOnly Until => Easement.Until;

    /// <summary>What is counted on, and until when.</summary>
    public LocalizedText Words => new(
        $"计入过渡性规定 {Easement.Id}（{Easement.Title.Zh}）：{Units}个学校学段；{Day}到期{(Easement.YearsAfterCertification is { } years ? $"，认定后{years}年内须达到规定标准" : "")}，到期后须按不计入重新测算",
        $"counts on easement {Easement.Id} ({Easement.Title.En}): {Units} units; it lapses after {Day}{(Easement.YearsAfterCertification is { } more ? $", and the full norm must be reached within {more} years of certification" : "")}: plan again without it then");

    private string Day => Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The view that a plan starts from: strict, or with easements where the terms ask for them.</summary>
    internal static EasedUnits View(UnitTable strict, StandardInForce inForce, PlanTerms terms) => terms.Easements ? EasedUnits.Of(strict, inForce) : new EasedUnits(strict, []);

    /// <summary>The easements that the units of one problem claim.</summary>
    internal static ImmutableArray<PlanEasement> Of(EasedUnits eased, PlannedProblem problem)
    {
        var county = eased.Units.Counties.Index().First(each => each.Item.Code == problem.Problem.CountyCode).Index;
        var blocks = eased.Units.BlocksOf(county).Where(block => problem.Stages.Contains(block.Stage)).ToList();
        return
        [
            .. eased.Claims.Where(claim => blocks.Exists(block => claim.Unit >= block.Start && claim.Unit < block.End))
                .GroupBy(claim => claim.Easement.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new PlanEasement(group.First().Easement, group.Count())),
        ];
    }

    /// <summary>Says so where easements are asked for and none can be used.</summary>
    internal static void ReportUnused(EasedUnits eased, StandardInForce inForce, PlanTerms terms, PlanFindings findings)
    {
        if (!terms.Easements || !eased.Claims.IsEmpty)
        {
            return;
        }

        var lapsed = inForce.Standard.Easements.Where(easement => easement.Indicator is not null && easement.Until < inForce.Date).ToList();
        findings.Add(
            "plan.no-easement",
            Severity.Note,
            Origin.None,
            "",
            lapsed.Count > 0
                ? new($"过渡性规定在评估日期已到期（{string.Join('、', lapsed.Select(easement => easement.Id))}），没有计入", $"The easements had lapsed by the evaluation date ({string.Join(", ", lapsed.Select(easement => easement.Id))}): none is counted on")
                : new("没有学校符合过渡性规定的条件，或没有填报可计入的数量，没有计入", "No school fulfils an easement's condition with the figures that it needs: none is counted on"),
            new("核对评估日期，以及可计入数量所在的栏", "Check the evaluation date and the columns of what may be counted"));
    }
}
