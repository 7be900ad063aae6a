using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// Settles exactly what doubles leave a hair below a norm or floor: an amount of ten million yuan is known to 1e-9 of itself only, a continuous addition is
/// rounded to 1e-9 of a yuan.
/// </summary>
internal static class NearNeeds
{
    private static readonly Rational _near = Rational.FromFraction(999_999_999, 1_000_000_000);
    private static readonly Rational _billion = 1_000_000_000;

    /// <summary>Raises continuous additions by the exact deficits of cells that lie within 1e-9 below their norm or floor.</summary>
    public static void Settle(ResourceProblem problem, Dictionary<int, Rational> additions)
    {
        var amounts = PlanCheck.Amounts(problem, additions);
        foreach (var (index, amount) in additions.ToList())
        {
            var purchase = problem.Purchases[index];
            if (purchase.Step is not null)
            {
                continue;
            }

            var more = Rational.Zero;
            foreach (var effect in purchase.Effects)
            {
                var deficit = Deficit(problem, effect, amounts[effect.Unit][effect.Indicator]) / effect.Amount;
                more = deficit > more ? deficit : more;
            }

            if (more.Sign <= 0)
            {
                continue;
            }

            var raised = Rational.FromInteger(((amount + more) * _billion).Ceiling()) / _billion;
            additions[index] = purchase.MaxAdd is { } most && raised > most ? most : raised;
            foreach (var effect in purchase.Effects)
            {
                amounts[effect.Unit][effect.Indicator] += (additions[index] - amount) * effect.Amount;
            }
        }
    }

    private static Rational Deficit(ResourceProblem problem, PurchaseEffect effect, Rational amount)
    {
        var unit = problem.Units[effect.Unit];
        var rule = problem.RuleOf(unit, effect.Indicator);
        foreach (var threshold in new[] { rule.Norm, rule.Norm is null ? null : rule.Floor })
        {
            if (threshold is { } perPupil && amount < perPupil * unit.Enrolment && amount >= perPupil * unit.Enrolment * _near)
            {
                return (perPupil * unit.Enrolment) - amount;
            }
        }

        return Rational.Zero;
    }
}
