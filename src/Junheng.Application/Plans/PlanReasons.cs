using System.Collections.Immutable;
using System.Globalization;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>What an addition is for at one unit's indicator. Several may hold at once.</summary>
[Flags]
public enum PlanAim
{
    /// <summary>It comes along with what is bought for another cell.</summary>
    None = 0,

    /// <summary>It was locked: already decided.</summary>
    Locked = 1,

    /// <summary>The unit reaches the norm.</summary>
    Norm = 2,

    /// <summary>The unit uses its exception here and reaches the floor.</summary>
    Floor = 4,

    /// <summary>It is lifted beyond that, so that the coefficient of variation comes down to its limit.</summary>
    Dispersion = 8,
}

/// <summary>Why something is bought, at one unit's indicator.</summary>
/// <param name="Stage">The unit's stage.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Aim">What it is for.</param>
/// <param name="Before">The printed value before: per pupil or per 100.</param>
/// <param name="After">The printed value after.</param>
/// <param name="Threshold">The norm or floor it had to reach, as the standard prints it; null where only dispersion asks.</param>
/// <param name="Limit">The limit of the coefficient, where dispersion asks.</param>
public sealed record PlanReason(Stage Stage, Indicator Indicator, PlanAim Aim, Rational Before, Rational After, Rational? Threshold, Rational? Limit)
{
    /// <summary>The reason in words.</summary>
    public string Text(Language language)
    {
        var before = Printed(Before, Threshold);
        var after = Printed(After, Threshold);
        var id = Indicator.Id;
        var parts = new List<string>();
        var isZh = language == Language.Zh;
        if (Aim.HasFlag(PlanAim.Locked))
        {
            parts.Add(isZh ? "已锁定的部分" : "locked in part");
        }

        if (Aim.HasFlag(PlanAim.Norm))
        {
            parts.Add(isZh ? $"补到达标值{Exact(Threshold)}" : $"reaches the norm {Exact(Threshold)}");
        }

        if (Aim.HasFlag(PlanAim.Floor))
        {
            parts.Add(isZh ? $"本校以此项为余项，补到底线{Exact(Threshold)}" : $"the school's exception: reaches the floor {Exact(Threshold)}");
        }

        if (Aim.HasFlag(PlanAim.Dispersion))
        {
            parts.Add(isZh ? $"抬高薄弱校，使差异系数不超过{Exact(Limit)}" : $"lifted so that the CV is at most {Exact(Limit)}");
        }

        if (parts.Count == 0)
        {
            parts.Add(isZh ? "随同一添置增加" : "comes along");
        }

        var stage = Stage.Word(language);
        return isZh ? $"{stage}{id} {before}→{after}：{string.Join("，", parts)}" : $"{stage} {id} {before}→{after}: {string.Join(", ", parts)}";
    }

    /// <summary>Two digits, and more where they would stand on the other side of the threshold than the value does.</summary>
    private static string Printed(Rational value, Rational? threshold)
    {
        var digits = 2;
        while (digits < 6 && threshold is { } known && value.Round(digits) >= known != value >= known)
        {
            digits++;
        }

        return value.Round(digits).ToDouble().ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static string Exact(Rational? value) => value?.ToDouble().ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Finds the reasons of an addition.</summary>
internal static class PlanReasons
{
    public static ImmutableArray<PlanReason> Of(PlannedProblem planned, Purchase purchase, Rational added, ImmutableArray<ImmutableArray<Rational>> amounts) =>
        [.. purchase.Effects.Select(effect => Reason(planned, purchase, added, effect, amounts[effect.Unit][effect.Indicator]))];

    private static PlanReason Reason(PlannedProblem planned, Purchase purchase, Rational added, PurchaseEffect effect, Rational after)
    {
        var problem = planned.Problem;
        var unit = problem.Units[effect.Unit];
        var rule = problem.RuleOf(unit.Stage)!.Indicators[effect.Indicator];
        var indicator = planned.Indicators[effect.Indicator];
        var stock = unit.Stock[effect.Indicator];
        var isExcepted = rule.Norm is { } norm && after < norm * unit.Enrolment;
        var threshold = isExcepted ? rule.Floor : rule.Norm;
        var needed = threshold is { } perPupil && stock < perPupil * unit.Enrolment ? Steps(((perPupil * unit.Enrolment) - stock) / effect.Amount, purchase.Step) : Rational.Zero;
        var aim = purchase.MinAdd.Sign > 0 ? PlanAim.Locked : PlanAim.None;
        aim |= needed.Sign > 0 ? isExcepted ? PlanAim.Floor : PlanAim.Norm : PlanAim.None;

        // What is above need and lock by more than the rounding up of a continuous amount lifts the unit for the others' sake.
        var least = Rational.FromFraction(1, 1_000_000);
        if (purchase.Effects.Length == 1 && added > needed + least && added > Steps(purchase.MinAdd, purchase.Step) + least && rule.CvLimit is not null)
        {
            aim |= PlanAim.Dispersion;
        }
        else if (purchase.Effects.Length > 1 && rule.CvLimit is not null && needed.Sign == 0 && aim == PlanAim.None && !purchase.Effects.Any(other => Needs(problem, other)))
        {
            aim |= PlanAim.Dispersion;
        }

        return new PlanReason(
            unit.Stage,
            indicator,
            aim,
            stock / unit.Enrolment * indicator.Scale,
            after / unit.Enrolment * indicator.Scale,
            needed.Sign > 0 ? threshold * indicator.Scale : null,
            aim.HasFlag(PlanAim.Dispersion) ? problem.EffectiveLimit(rule) : null);
    }

    private static bool Needs(ResourceProblem problem, PurchaseEffect effect)
    {
        var unit = problem.Units[effect.Unit];
        return problem.RuleOf(unit.Stage)!.Indicators[effect.Indicator].Norm is { } norm && unit.Stock[effect.Indicator] < norm * unit.Enrolment;
    }

    private static Rational Steps(Rational amount, Rational? step) => step is { } lot ? lot * Rational.FromInteger((amount / lot).Ceiling()) : amount;
}
