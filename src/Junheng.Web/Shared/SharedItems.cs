using Junheng.Application.Counties;
using Junheng.Assessment.Results;

namespace Junheng.Web.Shared;

/// <summary>What a school of several stages has once for all of them: of what it lacks a stage is told its part only.</summary>
internal static class SharedItems
{
    /// <summary>Whether what is lacking is the stage's part of something that the whole school uses; more has to be bought than the part, since it is divided among the stages.</summary>
    public static bool IsPart(CountyOnFile county, UnitAssessment unit, IndicatorFinding finding) =>
        county.Report.Result.InForce.Standard.Split.Items.Contains(finding.Indicator.Item)
        && county.County.Units.Any(other => other.SchoolCode == unit.SchoolCode && other.Stage != unit.Stage);
}
