using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Comparisons;

/// <summary>
/// The same problem with one thing asked otherwise: what a plan's actions and conditions are worth is the difference between two cheapest plans.
/// Budgets are left out: what something costs does not depend on who can pay for it.
/// </summary>
public static class ProblemVariations
{
    /// <summary>Without a purchase, but for what is locked.</summary>
    public static ResourceProblem Without(this ResourceProblem problem, int purchase) => problem.AtMost(purchase, Locked(problem.Purchases[purchase]));

    /// <summary>
    /// With less of a purchase than an amount: the next lower multiple of its step; for a divisible item, <paramref name="grain"/> less. Null where nothing less is possible above the lock.
    /// </summary>
    public static ResourceProblem? WithLess(this ResourceProblem problem, int purchase, Rational amount, Rational grain)
    {
        var bought = problem.Purchases[purchase];
        var less = bought.Step is { } step ? step * Rational.FromInteger((amount / step).Ceiling() - 1) : amount - grain;
        return less >= Locked(bought) && less.Sign >= 0 ? problem.AtMost(purchase, less) : null;
    }

    /// <summary>
    /// With the norm asked of a unit's indicator, its exception refused: the one purchase that lifts the cell is locked at the need. Null where no purchase or several lift it.
    /// </summary>
    public static ResourceProblem? WithoutException(this ResourceProblem problem, CellRef cell)
    {
        var unit = problem.Units[cell.Unit];
        var lifting = Enumerable.Range(0, problem.Purchases.Length).Where(a => problem.Purchases[a].Effects.Any(effect => IsOf(effect, cell))).ToList();
        if (lifting.Count != 1 || problem.RuleOf(unit, cell.Indicator).Norm is not { } norm)
        {
            return null;
        }

        var purchase = problem.Purchases[lifting[0]];
        var effect = purchase.Effects.First(each => IsOf(each, cell)).Amount;
        var need = Requirement.Add(norm / effect, unit.Enrolment, unit.Stock[cell.Indicator] / effect, purchase.MinAdd, purchase.Step ?? Rational.Zero);
        return problem.With(lifting[0], purchase with { MinAdd = need });
    }

    /// <summary>Without the caps on an item.</summary>
    public static ResourceProblem WithoutCaps(this ResourceProblem problem, string item) =>
        problem with { Purchases = [.. problem.Purchases.Select(purchase => purchase.Item == item ? purchase with { MaxAdd = null } : purchase)], Budget = null };

    /// <summary>With an indicator's limit moved; null where it has none or the limit less the margin would not be positive.</summary>
    public static ResourceProblem? WithLimit(this ResourceProblem problem, Stage stage, int indicator, Rational by) =>
        problem.RuleOf(stage)?.Indicators[indicator].CvLimit is { } limit && (limit + by - problem.Margin).Sign > 0
            ? problem.WithRule(stage, indicator, rule => rule with { CvLimit = limit + by })
            : null;

    /// <summary>With an indicator's norm and floor multiplied; null where it has no norm.</summary>
    public static ResourceProblem? WithNorm(this ResourceProblem problem, Stage stage, int indicator, Rational factor) =>
        problem.RuleOf(stage)?.Indicators[indicator].Norm is { } norm
            ? problem.WithRule(stage, indicator, rule => rule with { Norm = norm * factor, Floor = rule.Floor is { } floor ? floor * factor : null })
            : null;

    /// <summary>With the norms and floors of some units waived; they still count in every coefficient.</summary>
    public static ResourceProblem Exempting(this ResourceProblem problem, IEnumerable<int> units)
    {
        var waived = units.ToHashSet();
        return problem with { Units = [.. problem.Units.Select((unit, u) => waived.Contains(u) ? unit with { IsExempt = true } : unit)], Budget = null };
    }

    private static ResourceProblem AtMost(this ResourceProblem problem, int purchase, Rational most)
    {
        var bought = problem.Purchases[purchase];
        return problem.With(purchase, bought with { MaxAdd = bought.MaxAdd is { } cap && cap < most ? cap : most });
    }

    private static ResourceProblem With(this ResourceProblem problem, int at, Purchase purchase) => problem with { Purchases = problem.Purchases.SetItem(at, purchase), Budget = null };

    private static ResourceProblem WithRule(this ResourceProblem problem, Stage stage, int indicator, Func<IndicatorRule, IndicatorRule> change) => problem with
    {
        Stages = [.. problem.Stages.Select(rule => rule.Stage == stage ? rule with { Indicators = rule.Indicators.SetItem(indicator, change(rule.Indicators[indicator])) } : rule)],
        Budget = null,
    };

    private static Rational Locked(Purchase purchase) => Requirement.Add(null, Rational.One, Rational.Zero, purchase.MinAdd, purchase.Step ?? Rational.Zero);

    private static bool IsOf(PurchaseEffect effect, CellRef cell) => effect.Unit == cell.Unit && effect.Indicator == cell.Indicator;
}
