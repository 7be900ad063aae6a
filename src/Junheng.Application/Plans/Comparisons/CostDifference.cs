using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>What a cheapest plan under another condition costs beside the plan shown: between two proven numbers, equal where both are proven.</summary>
/// <param name="Status">How sure the other plan is; infeasible where there is none.</param>
/// <param name="AtLeast">Yuan more, at least (negative: less); null where nothing is proven.</param>
/// <param name="AtMost">Yuan more, at most: a complying plan of that cost is known; null where none is.</param>
public sealed record CostDifference(PlanStatus Status, Rational? AtLeast, Rational? AtMost)
{
    private static readonly Rational _cent = Rational.FromFraction(2, 100);

    /// <summary>Whether there is such a plan, or at least no proof that there is none.</summary>
    public bool IsPossible => Status != PlanStatus.Infeasible;

    /// <summary>Whether the two numbers agree to the cent.</summary>
    public bool IsExact => AtLeast is { } least && AtMost is { } most && most - least <= _cent;

    /// <summary>Whether the other plan costs the same.</summary>
    public bool IsNothing => IsExact && IsSmall(AtMost!.Value);

    /// <summary>The difference in words.</summary>
    public LocalizedText Words
    {
        get
        {
            if (!IsPossible)
            {
                return new("没有方案", "no plan without it");
            }

            if (AtMost is not { } most)
            {
                return AtLeast is { Sign: > 0 } bound
                    ? new($"至少多{PlanWords.Yuan(bound)}元，没有找到方案", $"at least {PlanWords.Yuan(bound)} yuan more; no plan was found")
                    : new("没有找到方案，也没有证明做不到", "neither a plan was found nor a proof that there is none");
            }

            return IsNothing ? new("花费不变", "the same cost") : IsExact ? Exact(most) : Between(AtLeast ?? Rational.Zero, most);
        }
    }

    /// <summary>Sets a varied plan against the one shown. A stricter problem costs no less than the bound shown, a looser one no more than the plan shown.</summary>
    internal static CostDifference Of(ResourcePlan shown, ResourcePlan? varied, bool isStricter)
    {
        if (varied is null)
        {
            return new CostDifference(PlanStatus.Limit, null, null);
        }

        if (varied.Status == PlanStatus.Infeasible)
        {
            return new CostDifference(PlanStatus.Infeasible, null, null);
        }

        var cost = shown.Cost!.Value;
        var least = varied.LowerBound ?? Rational.Zero;
        least = isStricter && shown.LowerBound is { } bound && bound > least ? bound : least;
        var most = !isStricter && (varied.Cost is null || varied.Cost > cost) ? cost : varied.Cost;
        return new CostDifference(varied.Status, least - cost, most - cost);
    }

    private static LocalizedText Exact(Rational most) => most.Sign > 0
        ? new($"多{PlanWords.Yuan(most)}元", $"{PlanWords.Yuan(most)} yuan more")
        : new($"省{PlanWords.Yuan(-most)}元", $"{PlanWords.Yuan(-most)} yuan less");

    private static LocalizedText Between(Rational least, Rational most) => (least.Sign, most.Sign) switch
    {
        ( > 0, _) when !IsSmall(least) => new($"多{PlanWords.Yuan(least)}至{PlanWords.Yuan(most)}元", $"{PlanWords.Yuan(least)} to {PlanWords.Yuan(most)} yuan more"),
        (_, > 0) => new($"至多多{PlanWords.Yuan(most)}元（下限没有证明）", $"at most {PlanWords.Yuan(most)} yuan more (how much at least is not proven)"),
        (_, < 0) when !IsSmall(most) => new($"省{PlanWords.Yuan(-most)}至{PlanWords.Yuan(-least)}元", $"{PlanWords.Yuan(-most)} to {PlanWords.Yuan(-least)} yuan less"),
        _ => new($"至多省{PlanWords.Yuan(-least)}元（省多少没有证明）", $"at most {PlanWords.Yuan(-least)} yuan less (how much is not proven)"),
    };

    private static bool IsSmall(Rational yuan) => yuan <= _cent && -yuan <= _cent;
}
