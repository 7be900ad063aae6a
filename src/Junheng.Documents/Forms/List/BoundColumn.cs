using System.Collections.Immutable;
using Junheng.Documents.Forms.Maps;

namespace Junheng.Documents.Forms.List;

/// <summary>An item of a list and the columns that it is read from.</summary>
/// <param name="Item">Public column id with its stage, or <c>counts_as_school</c>.</param>
/// <param name="Rule">The map's rule.</param>
/// <param name="Columns">The columns, in the rule's order; several are added up; none for one value of all rows.</param>
/// <param name="Factor">What the figures are multiplied by: 10000 for 万元.</param>
/// <param name="IsFigure">Whether it is a figure.</param>
/// <param name="Condition">The column that a row's condition looks at; null without one.</param>
internal sealed record BoundColumn(string Item, ColumnRule Rule, ImmutableArray<HeaderColumn> Columns, int Factor, bool IsFigure, HeaderColumn? Condition);
