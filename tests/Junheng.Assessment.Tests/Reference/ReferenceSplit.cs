namespace Junheng.Assessment.Tests.Reference;

/// <summary>Turns a school table into units: parents merged, indoor sports area moved, shared items split by weighted pupils.</summary>
public static class ReferenceSplit
{
    /// <summary>The units of every school, primary before junior, in the order of the rows.</summary>
    public static IReadOnlyList<ReferenceUnit> ToUnits(IEnumerable<ReferenceSchoolRow> rows, ReferenceStandard standard) =>
        [.. ReferenceParents.Merge([.. rows], standard).SelectMany(school => Units(school, standard))];

    /// <summary>The same for the standard of that year, 2017 or 2012.</summary>
    public static IReadOnlyList<ReferenceUnit> ToUnits(IEnumerable<ReferenceSchoolRow> rows, int standard) =>
        ToUnits(rows, ReferenceStandard.Of(standard));

    private static IEnumerable<ReferenceUnit> Units(ReferenceSchool school, ReferenceStandard standard)
    {
        var stages = StagesOf(school);
        return stages
            .Where(ReferenceStages.Judged.Contains)
            .Select(stage => new ReferenceUnit(
                school.CountyCode,
                school.SchoolCode,
                stage,
                school.Enrolment[stage],
                Items(school, stage, Share(school, stages, stage), standard),
                school.SchoolType,
                school.OrganiserType,
                school.Locale));
    }

    /// <summary>The stages taught. Special and vocational schools without any enrolment stand in both stages, to be excluded in both.</summary>
    private static IReadOnlyList<string> StagesOf(ReferenceSchool school)
    {
        if (school.Stages.Count > 0)
        {
            return school.Stages;
        }

        return school.SchoolType is null
            ? throw new ReferenceRefusalException($"{school.SchoolCode} has neither a type nor any enrolment.")
            : ReferenceStages.Judged;
    }

    private static Dictionary<string, ReferenceNumber?> Items(
        ReferenceSchool school, string stage, ReferenceNumber? share, ReferenceStandard standard)
    {
        var items = new Dictionary<string, ReferenceNumber?>(StringComparer.Ordinal);
        foreach (var item in standard.StagedItems)
        {
            items[item] = school.Staged[ReferenceSchool.StagedKey(item, stage)];
        }

        foreach (var item in standard.SplitItems)
        {
            items[item] = share is null || school.Shared[item] is not { } amount ? null : amount * share;
        }

        return items;
    }

    /// <summary>
    /// The stage's share of the shared items: weighted pupils of the stage over those of the school; 1 for a single stage. Null where an enrolment
    /// of a stage that
    /// the school teaches is missing, or where it has no pupils at all (such units are out of scope).
    /// </summary>
    private static ReferenceNumber? Share(ReferenceSchool school, IReadOnlyList<string> stages, string stage)
    {
        if (stages.Count == 1)
        {
            return ReferenceNumber.One;
        }

        // Special and vocational schools are never counted, so no weights are known or needed for them.
        if (school.SchoolType is "special" or "vocational" || stages.Any(taught => school.Enrolment[taught] is null))
        {
            return null;
        }

        var weights = ReferenceSchoolType.SplitWeights(stages);
        var weightedPupils = ReferenceNumber.Sum(stages.Select(taught => weights[taught] * school.Enrolment[taught]!));
        return weightedPupils.Sign == 0 ? null : weights[stage] * school.Enrolment[stage]! / weightedPupils;
    }
}
