using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Benchmarks.Plans;

/// <summary>Generated counties whose purchases are tied: schools of both stages that share space, equipment and rooms, and prices of each school's own.</summary>
internal static class TiedCounty
{
    /// <summary>So many schools a stage, of which the first ones have both stages; a pupil of the junior stage counts 1.1 times when what is shared is divided.</summary>
    public static ResourceProblem Combined(int schools, int combined, int seed)
    {
        var problem = PlanCounty.Both(schools, seed);
        string Code(int unit) => unit % schools < combined ? $"C{unit % schools:0000}" : problem.Units[unit].SchoolCode;
        var purchases = new List<Purchase>();
        foreach (var purchase in problem.Purchases)
        {
            var (unit, j) = (purchase.Effects[0].Unit, purchase.Effects[0].Indicator);
            if (unit % schools >= combined || j < 3)
            {
                purchases.Add(purchase with { SchoolCode = Code(unit) });
            }
            else if (unit < schools)
            {
                var share = problem.Units[unit].Enrolment / (problem.Units[unit].Enrolment + (problem.Units[unit + schools].Enrolment * Rational.FromFraction(11, 10)));
                purchases.Add(purchase with { SchoolCode = Code(unit), Stage = Stage.None, Effects = [new PurchaseEffect(unit, j, share), new PurchaseEffect(unit + schools, j, 1 - share)] });
            }
        }

        return problem with { Units = [.. problem.Units.Select((unit, u) => unit with { SchoolCode = Code(u) })], Purchases = [.. purchases] };
    }

    /// <summary>Every school pays its own prices: 80 to 130 % of the usual ones.</summary>
    public static ResourceProblem OwnPrices(int schools, int seed)
    {
        var problem = PlanCounty.Both(schools, seed);
        var random = new Random(seed);
        var factors = problem.Units.Select(_ => random.Next(80, 131)).ToArray();
        return problem with { Purchases = [.. problem.Purchases.Select(each => each with { Price = new PlanPrice(each.Price.Amount * Rational.FromFraction(factors[each.Effects[0].Unit], 100)) })] };
    }
}
