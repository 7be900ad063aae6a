using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Junheng.Assessment.Units;
using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Resources;

/// <summary>How one unit stands on one indicator.</summary>
public enum Standing : byte
{
    /// <summary>The item or the enrolment is missing.</summary>
    Missing = 0,

    /// <summary>At or above the norm, or no norm is set.</summary>
    Met = 1,

    /// <summary>Below the norm, at or above the floor (the 85 % exception).</summary>
    WithinFloor = 2,

    /// <summary>Below the floor, or below the norm where no floor is set.</summary>
    BelowFloor = 3,
}

/// <summary>One unit's verdict and its standing on each indicator.</summary>
/// <param name="Verdict">The unit's verdict; not applicable where the standard judges no unit.</param>
/// <param name="Standings">One an indicator, in the standard's order.</param>
public sealed record UnitJudgement(Verdict Verdict, ImmutableArray<Standing> Standings);

/// <summary>Judges one unit with its reasons: the same decisions as the kernel, one at a time.</summary>
public static class UnitJudge
{
    /// <summary>Judges a unit against a stage's numbers.</summary>
    public static UnitJudgement Judge(UnitTable table, int unit, StagePlan stage)
    {
        var standings = new Standing[stage.Indicators.Length];
        Stand(table, unit, stage, standings);
        return new UnitJudgement(VerdictOf(stage.UnitRule, standings), ImmutableCollectionsMarshal.AsImmutableArray(standings));
    }

    /// <summary>A unit's verdict without its reasons; allocates nothing unless a figure is too near a threshold for doubles.</summary>
    public static Verdict VerdictOf(UnitTable table, int unit, StagePlan stage)
    {
        Span<Standing> standings = stackalloc Standing[UnitTable.MostNumerators];
        standings = standings[..stage.Indicators.Length];
        Stand(table, unit, stage, standings);
        return VerdictOf(stage.UnitRule, standings);
    }

    /// <summary>A unit's verdict from its standings: not met once too many are known to miss, else undecided if any is missing, else met.</summary>
    public static Verdict VerdictOf(UnitRule? rule, ReadOnlySpan<Standing> standings)
    {
        if (rule is null)
        {
            return Verdict.NotApplicable;
        }

        var (below, belowFloor, missing) = (0, false, false);
        foreach (var k in rule.Indicators)
        {
            below += standings[k] is Standing.WithinFloor or Standing.BelowFloor ? 1 : 0;
            belowFloor |= standings[k] == Standing.BelowFloor;
            missing |= standings[k] == Standing.Missing;
        }

        return below > rule.AllowedBelow || (belowFloor && rule.RestAtFloor) ? Verdict.NotMet : missing ? Verdict.Undecided : Verdict.Met;
    }

    private static void Stand(UnitTable table, int unit, StagePlan stage, Span<Standing> standings)
    {
        for (var k = 0; k < standings.Length; k++)
        {
            standings[k] = StandingOf(table, unit, k, stage.Indicators[k]);
        }
    }

    private static Standing StandingOf(UnitTable table, int unit, int indicator, IndicatorNumbers numbers)
    {
        if (!table.HasEnrolment(unit) || !table.HasNumerator(unit, indicator))
        {
            return Standing.Missing;
        }

        return numbers.NormRatio?.IsReachedBy(table, unit, indicator) != false ? Standing.Met
            : numbers.FloorRatio?.IsReachedBy(table, unit, indicator) == true ? Standing.WithinFloor
            : Standing.BelowFloor;
    }
}
