using System.Collections.Immutable;

namespace Junheng.Domain.Plans;

/// <summary>What the planner answers.</summary>
public abstract record PlanAnswer
{
    private PlanAnswer()
    {
    }

    /// <summary>A plan, or the proof that there is none.</summary>
    public sealed record Solved(ResourcePlan Plan) : PlanAnswer;

    /// <summary>The problem can't be planned for: everything that is wrong with it, at once.</summary>
    public sealed record Refused(ImmutableArray<PlanRefusal> Refusals) : PlanAnswer;
}
