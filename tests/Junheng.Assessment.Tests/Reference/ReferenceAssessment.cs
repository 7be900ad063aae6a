namespace Junheng.Assessment.Tests.Reference;

/// <summary>
/// The part of an assessment that rests on school figures, computed slowly and exactly. It judges strictly (no easements), one year, and knows
/// neither the items
/// file nor reports; it is the oracle that the product's fast code is compared with.
/// </summary>
public static class ReferenceAssessment
{
    /// <summary>Assesses a unit table. Counties come sorted by code (ordinal).</summary>
    public static IReadOnlyList<ReferenceCounty> Assess(IEnumerable<ReferenceUnitRow> rows, ReferenceStandard standard) =>
        Assess(rows.Select(row => row.ToUnit()), standard);

    /// <summary>Assesses a school table: parents merged, indoor sports area moved, shared items split.</summary>
    public static IReadOnlyList<ReferenceCounty> Assess(IEnumerable<ReferenceSchoolRow> rows, ReferenceStandard standard) =>
        Assess(ReferenceSplit.ToUnits(rows, standard), standard);

    /// <summary>Assesses units with exact amounts.</summary>
    /// <exception cref="ReferenceRefusalException">The same county, school and stage stands twice, or a stage is neither primary nor
    /// junior.</exception>
    public static IReadOnlyList<ReferenceCounty> Assess(IEnumerable<ReferenceUnit> units, ReferenceStandard standard)
    {
        var all = units.ToList();
        Refuse(all);
        return
        [
            .. all
                .GroupBy(unit => unit.CountyCode, StringComparer.Ordinal)
                .OrderBy(county => county.Key, StringComparer.Ordinal)
                .Select(county => AssessCounty(county.Key, county, standard)),
        ];
    }

    private static ReferenceCounty AssessCounty(string code, IEnumerable<ReferenceUnit> units, ReferenceStandard standard)
    {
        var excluded = new List<ReferenceExclusion>();
        var inScope = new List<ReferenceUnit>();
        foreach (var unit in units.OrderBy(unit => unit.SchoolCode, StringComparer.Ordinal).ThenBy(unit => unit.Stage == ReferenceStages.Junior))
        {
            if (ReferenceScope.ReasonOutside(unit, standard) is { } reason)
            {
                excluded.Add(new(unit.SchoolCode, unit.Stage, reason));
            }
            else
            {
                inScope.Add(unit);
            }
        }

        var judged = inScope.Select(unit => ReferenceUnitJudge.Judge(unit, standard)).ToList();
        var primary = JudgeStage(ReferenceStages.Primary, inScope, judged, standard);
        var junior = JudgeStage(ReferenceStages.Junior, inScope, judged, standard);
        var part = ReferenceVerdicts.Combine([primary.Verdict, junior.Verdict]);
        return new(
            code,
            excluded,
            primary,
            junior,
            judged,
            ResourceAllocation: standard.Year == 2017 ? part : null,
            InterSchoolBalance: standard.Year == 2012 ? part : null);
    }

    private static ReferenceStageResult JudgeStage(
        string stage, List<ReferenceUnit> inScope, List<ReferenceUnitResult> judged, ReferenceStandard standard)
    {
        var units = inScope.Where(unit => unit.Stage == stage).ToList();
        var verdicts = judged.Where(unit => unit.Stage == stage).Select(unit => unit.Verdict).ToList();
        var spreads = standard.Indicators.Select(indicator => ReferenceSpreadJudge.Judge(indicator, stage, units, standard)).ToList();
        if (standard.Year == 2012)
        {
            var composite = ReferenceCompositeJudge.Judge(spreads, standard.CvLimits[stage]);
            return new(stage, units.Count, null, null, null, spreads, composite, composite.CvVerdict);
        }

        return new(
            stage,
            units.Count,
            verdicts.Count(verdict => verdict == ReferenceVerdict.Met),
            verdicts.Count(verdict => verdict == ReferenceVerdict.NotMet),
            verdicts.Count(verdict => verdict == ReferenceVerdict.Undecided),
            spreads,
            Composite: null,
            ReferenceVerdicts.Combine([.. verdicts, .. spreads.Select(spread => spread.CvVerdict!.Value)]));
    }

    private static void Refuse(List<ReferenceUnit> units)
    {
        var seen = new HashSet<(string County, string School, string Stage)>();
        foreach (var unit in units)
        {
            if (!ReferenceStages.Judged.Contains(unit.Stage))
            {
                throw new ReferenceRefusalException($"Unknown stage '{unit.Stage}'.");
            }

            if (!seen.Add((unit.CountyCode, unit.SchoolCode, unit.Stage)))
            {
                throw new ReferenceRefusalException($"{unit.CountyCode} {unit.SchoolCode} {unit.Stage} stands twice.");
            }
        }
    }
}
