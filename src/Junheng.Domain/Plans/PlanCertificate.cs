using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Domain.Plans;

/// <summary>
/// What a lower bound rests on. It carries the whole problem, so that plan and bound can be checked from it alone, in exact arithmetic: every
/// <see cref="double"/> below means exactly the rational number that it stores. docs/method/cheapest-plan.md gives the formulas.
/// </summary>
/// <param name="Problem">Norms, limits, prices, caps, locks and stocks.</param>
/// <param name="Parts">Parts that share no purchase (one a stage, or all stages together); the bounds add up to the plan's.</param>
public sealed record PlanCertificate(ResourceProblem Problem, ImmutableArray<BoundPart> Parts);

/// <summary>The proof for some stages: a tree of decisions about exceptions, every leaf with a bound.</summary>
/// <remarks>
/// Claim: every complying plan of the part that costs less than <see cref="Cost"/> costs at least <see cref="LowerBound"/>. Node 0 is the root; it grants
/// every exception that matters. An exception <em>option</em> is a cell (unit, indicator) that is open, refused or taken; a unit takes at most as many as
/// its stage allows. A cell matters when its floor asks for less than its norm after stocks, locks and steps; one whose norm is above its cap is taken from the start.
/// </remarks>
/// <param name="Stages">The stages in it.</param>
/// <param name="Cost">Exact cost of the part's plan; null when none is known.</param>
/// <param name="LowerBound">Smallest bound over the leaves and the eliminated options, at most <see cref="Cost"/>.</param>
/// <param name="Nodes">The tree; a child stands after its parent.</param>
public sealed record BoundPart(ImmutableArray<Stage> Stages, Rational? Cost, Rational LowerBound, ImmutableArray<BoundNode> Nodes)
{
    /// <summary>The proof of a stage with a composite limit, in place of a tree; null elsewhere.</summary>
    public CompositeBound? Composite { get; init; }
}

/// <summary>
/// A bound for a limit on the mean of m coefficients: Σ over indicators of min over g of (cost[g] + price · limit[g − 1], with limit[−1] = 0, and
/// cost[last] + price · limit[last]) − price · m · (composite limit − margin). Cost[g] is the exact cheapest cost of the indicator alone, every exception
/// granted, at the limit[g].
/// </summary>
/// <param name="Price">Yuan per unit of coefficient, not negative.</param>
/// <param name="Grids">Per indicator.</param>
public sealed record CompositeBound(double Price, ImmutableArray<CompositeGrid> Grids);

/// <summary>Least costs of one indicator at rising limits.</summary>
/// <param name="Limits">Rising limits of the coefficient; at the last the requirements alone, or the indicator's own limit, decide.</param>
/// <param name="Costs">Least cost at each limit, in yuan.</param>
public sealed record CompositeGrid(ImmutableArray<double> Limits, ImmutableArray<double> Costs);

/// <summary>How a node ends.</summary>
public enum NodeEnd : byte
{
    /// <summary>It has two children: one cell is taken in the first and refused in the second.</summary>
    Branched = 0,

    /// <summary>Its last step's bound reaches the leaf's <see cref="BoundNode.Bound"/>.</summary>
    Multipliers = 1,

    /// <summary>
    /// Its bound is Σ over indicators of the exact cheapest cost of that indicator alone (levelling up, or its integer form) with every open and taken
    /// exception of the node granted at once.
    /// </summary>
    Levels = 2,

    /// <summary>It was not worked off within the limit: its bound is that of the last step, or the parent's.</summary>
    Unfinished = 3,

    /// <summary>No plan lies in it: a unit's needs exceed its caps in more indicators than it may except, or an indicator's limit is out of reach with every open exception granted.</summary>
    Empty = 4,
}

/// <summary>One node of the tree.</summary>
/// <param name="Parent">Position of the parent; −1 for the root. The node inherits the parent's options as they are after the parent's steps.</param>
/// <param name="Cell">The cell decided on entering; null at the root.</param>
/// <param name="IsTaken">Whether the cell's exception is taken (when the unit has taken all that it may, its other options are refused) or refused.</param>
/// <param name="Steps">Bounds computed here, in order; each is valid for the options left by the steps before it.</param>
/// <param name="End">How it ends.</param>
/// <param name="Bound">The leaf's bound, rounded down; for a branched node the best bound computed here.</param>
public sealed record BoundNode(int Parent, CellRef? Cell, bool IsTaken, ImmutableArray<BoundStep> Steps, NodeEnd End, double Bound)
{
    /// <summary>
    /// In parts with tied purchases: the range of additions that the node is confined to, beyond its parent's. Siblings cover the parent's range.
    /// In any node a purchase is at most what the part's cost leaves for it beside the least amounts of the others, and by the last step of a branched node
    /// with bound v a purchase of reduced price r, all of whose cells it alone lifts, is at most its requirement under the norms + (cost − v) / r where r is
    /// positive, at least its most − (cost − v) / −r where r is negative. A node's bound is at least its parent's. Null where no range was split.
    /// </summary>
    public PurchaseRange? Range { get; init; }
}

/// <summary>Bounds on one purchase's addition.</summary>
/// <param name="Purchase">Position in the problem.</param>
/// <param name="AtLeast">Smallest addition, or null.</param>
/// <param name="AtMost">Largest addition, or null.</param>
public sealed record PurchaseRange(int Purchase, Rational? AtLeast, Rational? AtMost);

/// <summary>One Lagrangian bound, and the options that it refuses.</summary>
/// <remarks>
/// Bound = Σ over cones and units of the unit's minimum (with the norm as requirement, the floor where the exception is taken) − Σ over units of the
/// largest gains among its open options, as many as it may still take. The gain of a cell is its minimum under the norm less its minimum under the floor.
/// Refusing option j of unit i is right because the bound with j taken, bound + (smallest gain counted for i) − gain(i, j), reaches <see cref="LeastRefused"/>.
/// </remarks>
/// <param name="Cones">One entry for each stage and indicator, stages in the order of the part, indicators in the order of the problem.</param>
/// <param name="Assumed">Weights in (0, 1] of exceptions, from which the directions of linear cones are made; a cell that is absent has weight 0.</param>
/// <param name="Bound">The value, rounded down.</param>
/// <param name="Refused">Options that the bound refuses.</param>
/// <param name="LeastRefused">Smallest bound of a refused option; +∞ when none is refused.</param>
public sealed record BoundStep(ImmutableArray<ConeBound> Cones, ImmutableArray<ExceptionWeight> Assumed, double Bound, ImmutableArray<CellRef> Refused, double LeastRefused);

/// <summary>Weight with which an exception is assumed where a direction is computed; it affects the quality of a bound, never its validity.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Weight">Between 0 and 1.</param>
public readonly record struct ExceptionWeight(CellRef Cell, double Weight);

/// <summary>How the dispersion of one indicator enters a bound.</summary>
public enum ConeKind : byte
{
    /// <summary>Not at all: every unit costs price × its requirement.</summary>
    None = 0,

    /// <summary>
    /// F5. With X_i = the assumed amount per pupil (requirement between norm and floor by the assumed weight, lifted to <see cref="ConeBound.Level"/>, at most the
    /// cap) or <see cref="ConeBound.Direction"/>, w_i = p_i / P, N = <see cref="ConeBound.Norm"/> with N² ≥ Σ w_i X_i² and s = <see cref="ConeBound.Root"/> with
    /// s² ≥ 1 + κ²: every complying plan has Σ w_i (s − X_i / N) y_i / p_i ≥ 0. The unit's minimum is that of
    /// price · (y − x) − multiplier · (s − X_i / N) · y / P over y between requirement and cap.
    /// </summary>
    Linear = 1,

    /// <summary>
    /// F6. With low ≤ T ≤ high for every complying plan cheaper than the part's cost: T² ≤ (low + high) T − low · high. The unit's minimum is that of
    /// price · (y − x) + multiplier · (y² / p − (1 + κ²) / P · (low + high) · y) over the amounts y that the steps allow between requirement and cap
    /// (every amount in between where the item is continuous, which may have this form too); the constant multiplier · (1 + κ²) / P · low · high is added once.
    /// </summary>
    Quadratic = 2,
}

/// <summary>One stage's indicator in a bound.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Multiplier">μ ≥ 0.</param>
/// <param name="Level">Linear: the level per pupil that the assumed amounts are lifted to; 0 when a direction is given.</param>
/// <param name="Norm">Linear: N.</param>
/// <param name="Root">Linear: s.</param>
/// <param name="Low">Quadratic: least total amount. It follows from the exact cheapest cost of this indicator alone with every open exception granted.</param>
/// <param name="High">
/// Quadratic: largest total amount. It is at least the smaller of two: what the part's cost less the other indicators' exact cheapest costs (every open exception granted)
/// buys, and the total of this indicator's exact cheapest plan with none of the open exceptions that are still a choice; more than that no cheapest plan buys. Low and high allow for rounding.
/// </param>
/// <param name="Direction">Linear: X per unit of the stage in the problem's order, where it is not given by the level; else empty.</param>
public sealed record ConeBound(ConeKind Kind, double Multiplier, double Level, double Norm, double Root, double Low, double High, ImmutableArray<double> Direction)
{
    /// <summary>
    /// Quadratic: η, from 0 to the price: what the bound pays for T ≥ <see cref="Low"/>, which every cheapest plan keeps. It takes η off the price in the unit's minimum, price · (y − x) − η · y + …,
    /// and adds η · low once. With multiplier 0 and η = price the indicator costs what the least total costs, whoever takes its exceptions: right where low = high. 0 in other forms.
    /// </summary>
    public double TotalPrice { get; init; }

    /// <summary>An indicator whose dispersion is left out.</summary>
    public static ConeBound Absent { get; } = new(ConeKind.None, 0, 0, 0, 0, 0, 0, []);
}
