using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Tests.BruteForce;

/// <summary>Draws tiny stages in whole steps: few schools, few pupils, so that every plan can be listed.</summary>
internal static class TinyStage
{
    public sealed record Wishes(bool Caps = false, bool Locks = false, bool Lots = false, bool UnequalPrices = false, int MostExceptions = 1, bool Fractions = false);

    public static ResourceProblem Draw(int seed, Wishes wishes)
    {
        var random = new Random(seed);
        var (units, indicators) = (random.Next(1, 5), random.Next(1, 4));
        var rules = new IndicatorRule[indicators];
        var scale = new int[indicators];
        for (var j = 0; j < indicators; j++)
        {
            scale[j] = random.Next(1, 5);
            var norm = Rational.FromFraction(random.Next(1, 40), 10 * scale[j]);
            rules[j] = new IndicatorRule(norm, random.Next(5) == 0 ? null : norm * Rational.FromFraction(random.Next(5, 10), 10), random.Next(8) == 0 ? null : Rational.FromFraction(random.Next(3, 60), 100));
        }

        var list = ImmutableArray.CreateBuilder<PlanUnit>();
        var purchases = ImmutableArray.CreateBuilder<Purchase>();
        var steps = Enumerable.Range(0, indicators).Select(_ => wishes.Lots && random.Next(2) == 0 ? Rational.FromFraction(random.Next(1, 6), 2) : Rational.One).ToArray();
        var prices = Enumerable.Range(0, indicators).Select(_ => random.Next(1, 30)).ToArray();
        for (var i = 0; i < units; i++)
        {
            var pupils = random.Next(1, 4);
            var stock = ImmutableArray.CreateBuilder<Rational>();
            for (var j = 0; j < indicators; j++)
            {
                stock.Add(wishes.Fractions ? Rational.FromFraction(random.Next(0, 13), 3) : random.Next(0, 6));
                Rational price = wishes.UnequalPrices ? random.Next(1, 30) : prices[j];
                Rational? cap = wishes.Caps && random.Next(2) == 0 ? random.Next(0, 7) : null;
                Rational locked = wishes.Locks && random.Next(4) == 0 ? random.Next(0, 3) : 0;
                locked = cap is { } most && locked + steps[j] > most ? 0 : locked;
                purchases.Add(new Purchase(i.ToString(CultureInfo.InvariantCulture), Stage.Primary, $"i{j}", new PlanPrice(price), steps[j], locked, cap, [new PurchaseEffect(i, j, 1)]));
            }

            list.Add(new PlanUnit(i.ToString(CultureInfo.InvariantCulture), Stage.Primary, pupils, stock.ToImmutable()));
        }

        var rule = new StageRule(Stage.Primary, [.. rules], random.Next(0, wishes.MostExceptions + 1));
        return new ResourceProblem("1", [.. Enumerable.Range(0, indicators).Select(j => $"R{j}")], [rule], list.ToImmutable(), purchases.ToImmutable());
    }
}
