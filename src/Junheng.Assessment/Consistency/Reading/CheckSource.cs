using System.Collections.Immutable;
using Junheng.Domain.Definitions;

namespace Junheng.Assessment.Consistency.Reading;

/// <summary>The definition files of the checks as trees.</summary>
/// <param name="Files">Rules, settings and sources, in order.</param>
/// <param name="Columns">The public columns.</param>
/// <param name="Units">The vocabulary of units.</param>
/// <param name="ContentHash">SHA-256 over the contents of all of these, lower-case hex.</param>
public sealed record CheckSource(ImmutableArray<DefinitionNode> Files, DefinitionNode Columns, DefinitionNode Units, string ContentHash);
