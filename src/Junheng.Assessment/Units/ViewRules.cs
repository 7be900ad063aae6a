using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Units;

/// <summary>What a view needs of a standard.</summary>
/// <param name="Stages">The stages judged, in order.</param>
/// <param name="Numerators">Per indicator, its linear numerator.</param>
/// <param name="Split">How shared resources are divided.</param>
/// <param name="IndoorSports">The indoor-sports correction, or null.</param>
/// <param name="Scope">Exclusion rules, first applicable reason first.</param>
internal sealed record ViewRules(
    ImmutableArray<Stage> Stages,
    ImmutableArray<ImmutableArray<NumeratorItem>> Numerators,
    SplitRule Split,
    IndoorSportsRule? IndoorSports,
    ImmutableArray<ScopeRule> Scope);
