using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Tests.BruteForce;

/// <summary>Draws tiny counties of combined schools, whose purchases lift both stages or two indicators, and lists all their plans.</summary>
internal static class TinySchools
{
    private const int Most = 6;

    public static ResourceProblem Draw(int seed)
    {
        var random = new Random(seed);
        var (schools, indicators) = (random.Next(1, 3), random.Next(1, 3));
        var units = ImmutableArray.CreateBuilder<PlanUnit>();
        var purchases = ImmutableArray.CreateBuilder<Purchase>();
        for (var s = 0; s < schools; s++)
        {
            var code = s.ToString(CultureInfo.InvariantCulture);
            var (primary, junior) = (random.Next(1, 5), random.Next(1, 5));
            units.Add(new PlanUnit(code, Stage.Primary, primary, Stocks(random, indicators)));
            units.Add(new PlanUnit(code, Stage.Junior, junior, Stocks(random, indicators)));
            var (p, q) = (units.Count - 2, units.Count - 1);
            for (var j = 0; j < indicators; j++)
            {
                var share = Rational.FromFraction(primary, primary + (2 * junior));
                var effects = ImmutableArray.Create(new PurchaseEffect(p, j, share), new PurchaseEffect(q, j, 1 - share));
                if (j > 0 && random.Next(2) == 0)
                {
                    effects = [new PurchaseEffect(p, j, 1), new PurchaseEffect(p, 0, 1)];
                }

                Rational? cap = random.Next(3) == 0 ? random.Next(2, Most) : null;
                purchases.Add(new Purchase(code, Stage.None, $"i{j}", new PlanPrice(random.Next(1, 20)), 1, 0, cap ?? Most, effects));
            }
        }

        var rules = new[] { Stage.Primary, Stage.Junior }.Select(stage => Rule(random, stage, indicators));
        return new ResourceProblem("1", [.. Enumerable.Range(0, indicators).Select(j => $"R{j}")], [.. rules], units.ToImmutable(), purchases.ToImmutable());
    }

    /// <summary>The cheapest of all plans; null when none complies.</summary>
    public static Rational? Cheapest(ResourceProblem problem)
    {
        Rational? best = null;
        var adds = new int[problem.Purchases.Length];
        while (true)
        {
            var cost = Rational.Zero;
            for (var a = 0; a < adds.Length; a++)
            {
                cost += problem.Purchases[a].Price.Total * adds[a];
            }

            if ((best is not { } known || cost < known) && Complies(problem, adds))
            {
                best = cost;
            }

            var place = 0;
            while (place < adds.Length && adds[place] + 1 > problem.Purchases[place].MaxAdd)
            {
                adds[place++] = 0;
            }

            if (place == adds.Length)
            {
                return best;
            }

            adds[place]++;
        }
    }

    private static bool Complies(ResourceProblem problem, int[] adds)
    {
        var amounts = problem.Units.Select(unit => unit.Stock.ToArray()).ToArray();
        for (var a = 0; a < adds.Length; a++)
        {
            foreach (var effect in problem.Purchases[a].Effects)
            {
                amounts[effect.Unit][effect.Indicator] += effect.Amount * adds[a];
            }
        }

        foreach (var rule in problem.Stages)
        {
            var mine = Enumerable.Range(0, amounts.Length).Where(u => problem.Units[u].Stage == rule.Stage).ToArray();
            foreach (var u in mine.Where(u => !problem.Units[u].IsExempt))
            {
                var below = Enumerable.Range(0, rule.Indicators.Length).Where(j => amounts[u][j] < rule.Indicators[j].Norm!.Value * problem.Units[u].Enrolment).ToArray();
                if (below.Length > rule.Exceptions || below.Any(j => amounts[u][j] < rule.Indicators[j].Floor!.Value * problem.Units[u].Enrolment))
                {
                    return false;
                }
            }

            for (var j = 0; j < rule.Indicators.Length; j++)
            {
                var (sum, squares, pupils) = (Rational.Zero, Rational.Zero, Rational.Zero);
                foreach (var u in mine)
                {
                    (sum, pupils) = (sum + amounts[u][j], pupils + problem.Units[u].Enrolment);
                    squares += amounts[u][j] * amounts[u][j] / problem.Units[u].Enrolment;
                }

                var limit = rule.Indicators[j].CvLimit!.Value;
                if (pupils * squares > (1 + (limit * limit)) * sum * sum)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static ImmutableArray<Rational> Stocks(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Rational.FromFraction(random.Next(1, 10), 2))];

    private static StageRule Rule(Random random, Stage stage, int indicators) =>
        new(stage, [.. Enumerable.Range(0, indicators).Select(_ => Rational.FromFraction(random.Next(5, 20), 10)).Select(norm => new IndicatorRule(norm, norm * Rational.FromFraction(17, 20), Rational.FromFraction(random.Next(5, 50), 100)))], random.Next(0, 2));
}
