using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Verification.Tests;

/// <summary>Ways to tamper with a plan or its certificate, each seen to be rejected on every plan of the pool that has anything of the kind.</summary>
public class TamperingTests
{
    private static readonly Dictionary<string, Func<ResourcePlan, ResourcePlan?>> _ways = new(StringComparer.Ordinal)
    {
        ["cheaper cost"] = plan => plan with { Cost = plan.Cost - 1 },
        ["wrong bound"] = plan => OnParts(plan, part => part with { LowerBound = part.LowerBound + Least(part.Cost!.Value - part.LowerBound, part.Cost.Value * Rational.FromFraction(1, 1000)) }, part => part.Cost - part.LowerBound > 1),
        ["bound above what is proven"] = plan => WithBound(plan, Rational.FromFraction(5, 4)),
        ["dropped leaf"] = plan => OnPart(plan, part => part.Nodes.Length > 1 ? part with { Nodes = part.Nodes.RemoveAt(part.Nodes.Length - 1) } : null),
        ["changed multiplier"] = plan => OnPart(plan, part => ChangeMultipliers(part)),
        ["fractional teacher"] = plan => Change(plan, addition => plan.Certificate.Problem.Purchases[addition.Purchase].Step == Rational.One, addition => Half(plan, addition)),
        ["one teacher fewer"] = plan => Change(plan, addition => plan.Certificate.Problem.Purchases[addition.Purchase].Step == Rational.One, addition => With(plan, addition, addition.Amount - 1)),
        ["wrong cap"] = plan => OnProblem(plan, problem => problem with { Purchases = problem.Purchases.SetItem(plan.Additions[0].Purchase, problem.Purchases[plan.Additions[0].Purchase] with { MaxAdd = Rational.Zero }) }),
        ["other input"] = plan => OnProblem(plan, problem => problem with { Units = [.. problem.Units.Select(unit => unit with { Stock = [.. unit.Stock.Select(stock => stock * Rational.FromFraction(9, 10))] })] }),
        ["changed norm"] = plan => OnProblem(plan, problem => problem with { Stages = [.. problem.Stages.Select(rule => rule with { Indicators = [.. rule.Indicators.Select(each => each with { Norm = each.Norm * Rational.FromFraction(11, 10) })] })] }),
        ["exception doubled"] = plan => plan.Exceptions.IsEmpty ? null : plan with { Exceptions = plan.Exceptions.Add(plan.Exceptions[^1]) },
        ["swapped school"] = plan => Swap(plan),
        ["changed price"] = plan => OnProblem(plan, problem => problem with { Purchases = [.. problem.Purchases.Select(each => each with { Price = new PlanPrice(each.Price.Amount * 2) })] }),
        ["dearer plan called optimal"] = plan => Dearer(plan),
        ["open leaf called empty"] = plan => OnPart(plan, part => part.LowerBound.Sign > 0 && part.Cost is not null ? part with { Nodes = [new BoundNode(-1, null, false, [], NodeEnd.Empty, double.PositiveInfinity)] } : null),
        ["unfinished leaf"] = plan => OnPart(plan, part => part.LowerBound.Sign > 0 ? part with { Nodes = [.. part.Nodes.Select(node => node.End is NodeEnd.Branched ? node : node with { End = NodeEnd.Unfinished, Steps = [] })] } : null),
        ["sharper limit forgotten"] = plan => OnProblem(plan, problem => problem with { Margin = problem.Margin + Rational.FromFraction(1, 5) }),
        ["stage left out"] = plan => plan.Certificate.Parts.Length < 2 ? null : plan with { Certificate = plan.Certificate with { Parts = plan.Certificate.Parts.RemoveAt(1) } },
    };

    private static readonly Lazy<ResourcePlan[]> _plans = new(() =>
    [
        .. Enumerable.Range(1, 10).Select(seed => GeneratedPlans.Solve(GeneratedPlans.Plain(seed, 40))),
        .. Enumerable.Range(1, 6).Select(seed => GeneratedPlans.Solve(GeneratedPlans.Bounded(seed))).Where(plan => plan.Cost is not null),
        .. Enumerable.Range(1, 3).Select(seed => GeneratedPlans.Solve(GeneratedPlans.Combined(seed, 20))),
        .. Enumerable.Range(1, 3).Select(seed => GeneratedPlans.Solve(GeneratedPlans.OwnPrices(seed, 30))),
    ]);

    public static TheoryData<string> Ways => [.. _ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_tampered_plan_is_rejected(string way)
    {
        var tried = 0;
        foreach (var plan in _plans.Value)
        {
            if (_ways[way](plan) is { } tampered)
            {
                tried++;
                Assert.Null(PlanVerifier.Check(plan).Reason?.En);
                Assert.False(PlanVerifier.Check(tampered).IsAccepted, $"plan {Array.IndexOf(_plans.Value, plan)}");
            }
        }

        Assert.True(tried >= 3, $"only {tried} plans have anything of the kind");
    }

    [Fact]
    public void At_least_ten_ways_are_tried() => Assert.True(_ways.Count >= 10);

    private static Rational Least(Rational one, Rational other) => one < other ? one : other;

    /// <summary>Raises every part's bound to a factor of the truth; cost and status follow so that only the proof can tell.</summary>
    private static ResourcePlan? WithBound(ResourcePlan plan, Rational factor)
    {
        var parts = plan.Certificate.Parts.Select(part => part with { Cost = part.Cost * factor, LowerBound = part.LowerBound * factor }).ToImmutableArray();
        return plan with
        {
            Cost = plan.Cost * factor,
            LowerBound = parts.Aggregate(Rational.Zero, (sum, part) => sum + part.LowerBound),
            Certificate = plan.Certificate with
            {
                Parts = parts,
                Problem = plan.Certificate.Problem,
            },
        };
    }

    private static ResourcePlan? OnParts(ResourcePlan plan, Func<BoundPart, BoundPart> change, Func<BoundPart, bool> fits)
    {
        if (!plan.Certificate.Parts.Any(fits))
        {
            return null;
        }

        var parts = plan.Certificate.Parts.Select(part => fits(part) ? change(part) : part).ToImmutableArray();
        return plan with { LowerBound = parts.Aggregate(Rational.Zero, (sum, part) => sum + part.LowerBound), Certificate = plan.Certificate with { Parts = parts } };
    }

    private static ResourcePlan? OnPart(ResourcePlan plan, Func<BoundPart, BoundPart?> change)
    {
        for (var at = 0; at < plan.Certificate.Parts.Length; at++)
        {
            if (change(plan.Certificate.Parts[at]) is { } changed)
            {
                return plan with { Certificate = plan.Certificate with { Parts = plan.Certificate.Parts.SetItem(at, changed) } };
            }
        }

        return null;
    }

    private static BoundPart? ChangeMultipliers(BoundPart part)
    {
        if (!part.Nodes.Any(node => node.End == NodeEnd.Multipliers && node.Steps.Any(step => step.Cones.Any(cone => cone.Multiplier > 0))))
        {
            return null;
        }

        ConeBound Change(ConeBound cone) => cone with { Multiplier = cone.Multiplier * 0.5 };
        return part with { Nodes = [.. part.Nodes.Select(node => node with { Steps = [.. node.Steps.Select(step => step with { Cones = [.. step.Cones.Select(Change)] })] })] };
    }

    private static ResourcePlan? OnProblem(ResourcePlan plan, Func<ResourceProblem, ResourceProblem> change) =>
        plan with { Certificate = plan.Certificate with { Problem = change(plan.Certificate.Problem) } };

    private static ResourcePlan? Change(ResourcePlan plan, Func<Addition, bool> fits, Func<Addition, Addition> change)
    {
        for (var at = 0; at < plan.Additions.Length; at++)
        {
            if (fits(plan.Additions[at]))
            {
                var changed = change(plan.Additions[at]);
                var less = plan.Additions[at].Cost - changed.Cost;
                return plan with { Cost = plan.Cost - less, Additions = plan.Additions.SetItem(at, changed) };
            }
        }

        return null;
    }

    private static Addition Half(ResourcePlan plan, Addition addition) => With(plan, addition, addition.Amount + Rational.FromFraction(1, 2));

    private static Addition With(ResourcePlan plan, Addition addition, Rational amount) =>
        addition with { Amount = amount, Cost = amount * plan.Certificate.Problem.Purchases[addition.Purchase].Price.Total };

    /// <summary>One more of something is bought, and cost and bound both follow: only the proof can tell.</summary>
    private static ResourcePlan? Dearer(ResourcePlan plan)
    {
        var problem = plan.Certificate.Problem;
        var at = plan.Additions.ToList().FindIndex(each => problem.Purchases[each.Purchase] is { Step: { } step, MaxAdd: null, Effects.Length: 1 } && step == 1);
        if (at < 0 || plan.Status != PlanStatus.Optimal)
        {
            return null;
        }

        var (addition, changed) = (plan.Additions[at], With(plan, plan.Additions[at], plan.Additions[at].Amount + 1));
        var (more, stage) = (changed.Cost - addition.Cost, problem.Units[problem.Purchases[addition.Purchase].Effects[0].Unit].Stage);
        return plan with
        {
            Cost = plan.Cost + more,
            LowerBound = plan.LowerBound + more,
            Additions = plan.Additions.SetItem(at, changed),
            Certificate = plan.Certificate with
            {
                Parts = [.. plan.Certificate.Parts.Select(part => part.Stages.Contains(stage) ? part with { Cost = part.Cost + more, LowerBound = part.LowerBound + more } : part)],
            },
        };
    }

    /// <summary>What one school buys is given to another that buys nothing of it.</summary>
    private static ResourcePlan? Swap(ResourcePlan plan)
    {
        var problem = plan.Certificate.Problem;
        var bought = plan.Additions.Select(addition => addition.Purchase).ToHashSet();
        var addition = plan.Additions[0];
        var other = Enumerable.Range(0, problem.Purchases.Length).FirstOrDefault(
            a => !bought.Contains(a) && problem.Purchases[a].Item == problem.Purchases[addition.Purchase].Item && problem.Purchases[a].Stage == problem.Purchases[addition.Purchase].Stage, -1);
        return other < 0 ? null : plan with { Additions = plan.Additions.SetItem(0, addition with { Purchase = other }) };
    }
}
