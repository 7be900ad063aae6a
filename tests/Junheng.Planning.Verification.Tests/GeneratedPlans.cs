using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Verification.Tests;

/// <summary>Problems of every kind that the planner takes, and their plans.</summary>
internal static class GeneratedPlans
{
    public static ResourcePlan Solve(ResourceProblem problem, int nodes = 300) =>
        Assert.IsType<PlanAnswer.Solved>(ResourcePlanner.Solve(problem, PlannerOptions.Default with { NodeLimit = nodes })).Plan;

    public static ResourceProblem Plain(int seed, int schools = 30) => GeneratedCounty.Of(schools, seed, Stage.Primary, Stage.Junior);

    /// <summary>Tightened limits, caps and locks here and there, and lots.</summary>
    public static ResourceProblem Bounded(int seed)
    {
        var problem = GeneratedCounty.Of(24, seed, Stage.Primary);
        var random = new Random(seed);
        return problem with
        {
            Stages = [GeneratedCounty.Rule(Stage.Primary, "0.4")],
            Purchases = [.. problem.Purchases.Select(each => each with
            {
                MinAdd = random.Next(20) == 0 ? 2 : Rational.Zero,
                MaxAdd = random.Next(12) == 0 ? 4000 : null,
                Step = each.Item == "sports_area_m2" ? 50 : each.Step,
            })],
        };
    }

    /// <summary>A price for each school.</summary>
    public static ResourceProblem OwnPrices(int seed, int schools = 12)
    {
        var problem = GeneratedCounty.Of(schools, seed, Stage.Primary);
        var random = new Random(seed);
        return problem with { Purchases = [.. problem.Purchases.Select(each => each with { Price = new PlanPrice(each.Price.Amount * (90 + random.Next(20)) / 100) })] };
    }

    /// <summary>The first schools of both stages are one school: what is no person is shared.</summary>
    public static ResourceProblem Combined(int seed, int schools = 8, int combined = 3)
    {
        var problem = GeneratedCounty.Of(schools, seed, Stage.Primary, Stage.Junior);
        string Code(string code) => int.Parse(code[1..], System.Globalization.CultureInfo.InvariantCulture) < combined ? "C" + code[1..] : code;
        var units = problem.Units.Select(unit => unit with { SchoolCode = Code(unit.SchoolCode) }).ToList();
        var share = Rational.FromFraction(10, 21);
        var purchases = new List<Purchase>();
        foreach (var purchase in problem.Purchases)
        {
            var code = Code(purchase.SchoolCode);
            var isShared = code[0] == 'C' && purchase.Effects[0].Indicator >= 3;
            if (isShared && purchase.Stage == Stage.Junior)
            {
                continue;
            }

            purchases.Add(!isShared ? purchase with { SchoolCode = code } : purchase with
            {
                SchoolCode = code,
                Stage = Stage.None,
                Effects =
                [
                    new PurchaseEffect(purchase.Effects[0].Unit, purchase.Effects[0].Indicator, share),
                    new PurchaseEffect(units.FindIndex(unit => unit.SchoolCode == code && unit.Stage == Stage.Junior), purchase.Effects[0].Indicator, Rational.One - share),
                ],
            });
        }

        return problem with { Units = [.. units], Purchases = [.. purchases] };
    }

    /// <summary>The method of 2012: the mean of the coefficients.</summary>
    public static ResourceProblem Composite(int seed)
    {
        var problem = GeneratedCounty.Of(20, seed, Stage.Primary);
        return problem with { Stages = [new StageRule(Stage.Primary, [.. Enumerable.Repeat(new IndicatorRule(null, null, null), 7)], 0, Rational.ParseDecimal("0.35"))] };
    }
}
