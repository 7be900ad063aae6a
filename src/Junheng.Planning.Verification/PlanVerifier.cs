using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Text;

namespace Junheng.Planning.Verification;

/// <summary>What the verifier found.</summary>
/// <param name="Reason">The first reason against the plan; null when it is accepted.</param>
public sealed record Verification(LocalizedText? Reason)
{
    /// <summary>Nothing speaks against it.</summary>
    public static Verification Accepted { get; } = new(Reason: null);

    /// <summary>Whether the plan is accepted.</summary>
    public bool IsAccepted => Reason is null;
}

/// <summary>
/// Checks a plan and its certificate without the planner: it was written from docs/method/cheapest-plan.md and knows Domain only. Costs, norms, caps and limits
/// are decided in exact rationals. Bounds are computed again, rounded to the safe side (<see cref="Outward"/>), and must reach the stated ones but for <see cref="Tolerance"/> of the cost.
/// </summary>
public static class PlanVerifier
{
    /// <summary>Share of the cost by which a bound computed again may fall short of the stated one: a tenth of the gap that counts as optimal.</summary>
    public const double Tolerance = 1e-10;

    private static readonly Rational _cent = Rational.FromFraction(1, 100);
    private static readonly Rational _billionth = Rational.FromFraction(1, 1_000_000_000);

    /// <summary>Checks a plan against the problem that its certificate carries.</summary>
    public static Verification Check(ResourcePlan plan)
    {
        try
        {
            return new Verification(Reason(plan));
        }
        catch (RejectedException rejected)
        {
            return new Verification(rejected.Reason);
        }
    }

    private static LocalizedText? Reason(ResourcePlan plan)
    {
        var problem = plan.Certificate.Problem;
        ProblemShape.Check(problem);
        if (plan.Cost is not null)
        {
            new Feasibility(problem, plan).Check();
        }
        else if (!plan.Additions.IsEmpty || !plan.Exceptions.IsEmpty)
        {
            throw new RejectedException("没有总投入，却列有添置或余项", "There is no cost, but additions or exceptions are listed");
        }

        CheckParts(plan);
        CheckStatus(plan);
        return null;
    }

    private static void CheckParts(ResourcePlan plan)
    {
        var problem = plan.Certificate.Problem;
        var asked = problem.Stages.Select(rule => rule.Stage).Where(stage => problem.Units.Any(unit => unit.Stage == stage)).Order().ToList();
        if (!plan.Certificate.Parts.SelectMany(part => part.Stages).Order().SequenceEqual(asked))
        {
            throw new RejectedException("证明没有恰好覆盖每个学段一次", "The proof does not cover every stage exactly once");
        }

        var (bound, cost) = (Rational.Zero, Rational.Zero);
        foreach (var part in plan.Certificate.Parts)
        {
            var own = CostOf(plan, part);
            if (plan.Cost is not null && part.Cost != own)
            {
                throw new RejectedException($"{Words(part)}的投入写的是{part.Cost}，实为{own}", $"The part {Words(part)} states {part.Cost}, it costs {own}");
            }

            bound += part.LowerBound;
            cost += own;
            if (plan.Status != PlanStatus.Infeasible || plan.Conflicts.Any(conflict => conflict is PlanConflict.BudgetTooSmall))
            {
                PartCheck.Run(problem, part);
            }
        }

        if (plan.Cost is not null && cost != plan.Cost)
        {
            throw new RejectedException("各部分投入之和与总投入不符", "The parts' costs do not add up to the cost");
        }

        if (plan.LowerBound is { } stated && stated != bound)
        {
            throw new RejectedException($"下限写的是{stated}，各部分之和是{bound}", $"The lower bound is stated as {stated}, the parts add up to {bound}");
        }
    }

    /// <summary>Exact cost of the additions that lift a part's units; a purchase must not lift two parts.</summary>
    private static Rational CostOf(ResourcePlan plan, BoundPart part)
    {
        var problem = plan.Certificate.Problem;
        bool IsIn(PurchaseEffect effect) => part.Stages.Contains(problem.Units[effect.Unit].Stage);
        if (problem.Purchases.Any(purchase => purchase.Effects.Any(IsIn) && !purchase.Effects.All(IsIn)))
        {
            throw new RejectedException($"{Words(part)}与别的部分共用一项采购", $"The part {Words(part)} shares a purchase with another");
        }

        return plan.Additions.Where(addition => IsIn(problem.Purchases[addition.Purchase].Effects[0])).Aggregate(Rational.Zero, (sum, addition) => sum + addition.Cost);
    }

    private static void CheckStatus(ResourcePlan plan)
    {
        if (plan.Status == PlanStatus.Infeasible)
        {
            ConflictCheck.Run(plan);
            return;
        }

        if (plan.Cost is { } cost)
        {
            var bound = plan.LowerBound ?? Rational.Zero;
            if (bound > cost)
            {
                throw new RejectedException("下限高于总投入", "The lower bound exceeds the cost");
            }

            var isClosed = cost - bound <= _cent || cost - bound <= cost * _billionth;
            if (plan.Status == PlanStatus.Optimal && !isClosed)
            {
                throw new RejectedException("写的是“已证明最省”，但下限与总投入有差距", "It is called optimal, but bound and cost are apart");
            }
        }
        else if (plan.Status != PlanStatus.Limit)
        {
            throw new RejectedException("没有方案，状态却不是“做不到”或“到了上限”", "There is no plan, but the status is neither infeasible nor limit");
        }
    }

    private static string Words(BoundPart part) => string.Join('+', part.Stages);
}

/// <summary>The first reason against a plan.</summary>
internal sealed class RejectedException(LocalizedText reason) : Exception(reason.En)
{
    public RejectedException(string zh, string en)
        : this(new LocalizedText(zh, en))
    {
    }

    public LocalizedText Reason { get; } = reason;
}

/// <summary>Whether a problem's positions and signs make sense.</summary>
internal static class ProblemShape
{
    public static void Check(ResourceProblem problem)
    {
        var count = problem.Indicators.Length;
        var isSound = problem.Margin.Sign >= 0
            && problem.Stages.Select(rule => rule.Stage).Distinct().Count() == problem.Stages.Length
            && problem.Stages.All(rule => rule.Indicators.Length == count && rule.Exceptions >= 0 && rule.Indicators.All(each => each.Norm is not { Sign: < 0 } && each.Floor is not { Sign: < 0 } && !(each.Floor > each.Norm)))
            && problem.Units.All(unit => unit.Enrolment.Sign > 0 && unit.Stock.Length == count && unit.Stock.All(stock => stock.Sign >= 0) && problem.RuleOf(unit.Stage) is not null)
            && problem.Units.Select(unit => (unit.SchoolCode, unit.Stage)).Distinct().Count() == problem.Units.Length
            && problem.Purchases.All(purchase => IsSound(problem, purchase));
        if (!isSound)
        {
            throw new RejectedException("证明中的问题不成形：数目、符号或对应关系有误", "The problem in the certificate is malformed: counts, signs or references");
        }
    }

    private static bool IsSound(ResourceProblem problem, Purchase purchase) =>
        purchase.Price.Amount.Sign > 0 && purchase.Price.Years >= 0 && purchase.Step is not { Sign: <= 0 } && purchase.MinAdd.Sign >= 0 && purchase.Effects.Length > 0
        && purchase.Effects.All(effect => effect.Amount.Sign > 0 && effect.Unit >= 0 && effect.Unit < problem.Units.Length && effect.Indicator >= 0 && effect.Indicator < problem.Indicators.Length)
        && purchase.Effects.Select(effect => (effect.Unit, effect.Indicator)).Distinct().Count() == purchase.Effects.Length;
}
