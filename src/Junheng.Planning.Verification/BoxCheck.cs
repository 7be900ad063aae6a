using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Verification;

/// <summary>
/// Whether caps keep one coefficient above its limit where purchases are tied: every cell by itself may take any amount between what it must reach and what its caps allow. A complying plan has
/// Σ w (s − a) X ≥ 0 for any a with Σ w a² ≤ 1 (F5); a direction for which the largest such sum in the box is negative excludes it.
/// </summary>
internal static class BoxCheck
{
    private const int Passes = 200;
    private const double Slack = 1e-9;

    public static bool Excludes(ResourceProblem problem, Stage stage, int indicator, Func<int, Rational?> reach)
    {
        var rule = problem.RuleOf(stage)!;
        if (problem.EffectiveLimit(rule.Indicators[indicator]) is not { } limit)
        {
            return false;
        }

        int[] units = [.. Enumerable.Range(0, problem.Units.Length).Where(u => problem.Units[u].Stage == stage)];
        var pupils = units.Aggregate(Rational.Zero, (sum, u) => sum + problem.Units[u].Enrolment);
        var weight = Array.ConvertAll(units, u => (problem.Units[u].Enrolment / pupils).ToDouble());
        var low = Array.ConvertAll(units, u => (Least(problem, u, indicator, rule.Exceptions) / problem.Units[u].Enrolment).ToDouble() * (1 - 1e-15));
        var high = Array.ConvertAll(units, u => reach(u) is { } most ? Math.Max((most / problem.Units[u].Enrolment).ToDouble() * (1 + 1e-15), 0) : double.PositiveInfinity);
        var direction = LeastDispersed(weight, low, high);
        var norm = Math.Sqrt(Sum(weight, direction, (w, x) => w * x * x)) * (1 + (units.Length * 4e-16));
        var root = Math.Sqrt(1 + Math.Pow(limit.ToDouble(), 2)) * (1 + 1e-14);
        var (largest, magnitude) = (0.0, 0.0);
        for (var i = 0; i < units.Length; i++)
        {
            var slope = weight[i] * (root - (direction[i] / norm));
            var term = slope * (slope > 0 ? high[i] : low[i]);
            (largest, magnitude) = (largest + term, magnitude + Math.Abs(term));
        }

        return largest < -Slack * magnitude;
    }

    /// <summary>What the cell must hold in any complying plan: stock and locks, the floor, or the norm where nothing may be excepted.</summary>
    private static Rational Least(ResourceProblem problem, int unit, int indicator, int exceptions)
    {
        var amount = problem.Units[unit].Stock[indicator];
        foreach (var purchase in problem.Purchases)
        {
            foreach (var effect in purchase.Effects.Where(effect => effect.Unit == unit && effect.Indicator == indicator))
            {
                amount += Lattice.Up(purchase.MinAdd, purchase.Step) * effect.Amount;
            }
        }

        var rule = problem.RuleOf(problem.Units[unit], indicator);
        var asked = rule.Norm is null ? null : exceptions > 0 ? rule.Floor : rule.Norm;
        return asked is { } perPupil && perPupil * problem.Units[unit].Enrolment > amount ? perPupil * problem.Units[unit].Enrolment : amount;
    }

    /// <summary>Amounts of the least dispersion in a box: all lifted to a level λ, within the box, where λ is Σ w X² ÷ Σ w X.</summary>
    private static double[] LeastDispersed(double[] weight, double[] low, double[] high)
    {
        var (below, above) = (0.0, low.Max());
        double[] At(double level) => [.. low.Select((least, i) => Math.Min(Math.Max(level, least), Math.Max(high[i], least)))];
        for (var pass = 0; pass < Passes && above > below; pass++)
        {
            var level = 0.5 * (below + above);
            var amounts = At(level);
            var balance = Sum(weight, amounts, (w, x) => w * x * x) / Math.Max(Sum(weight, amounts, (w, x) => w * x), double.Epsilon);
            (below, above) = balance > level ? (level, above) : (below, level);
        }

        return At(above);
    }

    private static double Sum(double[] weight, double[] amounts, Func<double, double, double> term)
    {
        var sum = 0.0;
        for (var i = 0; i < weight.Length; i++)
        {
            sum += term(weight[i], amounts[i]);
        }

        return sum;
    }
}
