using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>The answer for a part of the problem that shares no purchase with the rest.</summary>
/// <param name="Additions">Amount per purchase of the problem; null when there is no plan.</param>
/// <param name="Bound">The proof.</param>
/// <param name="IsCut">Whether the limits stopped the search.</param>
/// <param name="Conflicts">Why there is no plan.</param>
internal sealed record PlanPart(Dictionary<int, Rational>? Additions, BoundPart Bound, bool IsCut, List<PlanConflict> Conflicts);
