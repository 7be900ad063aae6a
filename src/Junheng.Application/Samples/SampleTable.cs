using System.Collections.Immutable;

namespace Junheng.Application.Samples;

/// <summary>A generated table of text cells, ready for any writer.</summary>
/// <param name="Name">File-name stem, ASCII.</param>
/// <param name="Columns">English column ids of the public layouts, in order.</param>
/// <param name="Rows">One array a row, as long as <paramref name="Columns"/>; "" is a blank cell (missing or not applicable).</param>
public sealed record SampleTable(string Name, ImmutableArray<string> Columns, IReadOnlyList<string[]> Rows);
