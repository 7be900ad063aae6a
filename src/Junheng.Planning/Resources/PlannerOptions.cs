namespace Junheng.Planning.Resources;

/// <summary>How hard to look for a plan. The default looks for a proven optimum within a number of nodes, so that every machine finds the same plan.</summary>
public sealed record PlannerOptions
{
    /// <summary>The default.</summary>
    public static PlannerOptions Default { get; } = new();

    /// <summary>Most nodes of each part's search tree; 1: the root's bound and plan only, for live sliders.</summary>
    public int NodeLimit { get; init; } = 4000;

    /// <summary>Relative gap that is good enough; 0: optimal.</summary>
    public double SufficientGap { get; init; }

    /// <summary>Most time for the search; null: none, the nodes alone decide.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The clock of the time limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A plan of a similar problem (same units and indicators): its exceptions are where the search begins.</summary>
    public Junheng.Domain.Plans.ResourcePlan? Start { get; init; }
}
