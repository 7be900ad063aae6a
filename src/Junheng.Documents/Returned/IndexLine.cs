using System.Collections.Immutable;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Returned;

/// <summary>The fill that a marked cell had before.</summary>
/// <param name="At">The cell.</param>
/// <param name="Existed">Whether the sheet had the cell; one that was never touched goes again when it is still empty.</param>
/// <param name="Fill">The fill as text; empty for none.</param>
internal readonly record struct EarlierFill(CellAt At, bool Existed, string Fill)
{
    private const string Absent = "-";

    /// <summary>As it is written into the index: <c>C5</c>, <c>C5 -</c> or <c>C5 &lt;patternFill…</c>.</summary>
    public string Text => Fill.Length > 0 ? $"{At.Name} {Fill}" : Existed ? At.Name : $"{At.Name} {Absent}";

    /// <summary>What was written into the index, read again; lines that are none are passed over.</summary>
    public static IEnumerable<EarlierFill> Read(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (CellAt.Read(space < 0 ? line : line[..space]) is { } at)
            {
                var rest = space < 0 ? "" : line[(space + 1)..];
                yield return new EarlierFill(at, rest != Absent, rest == Absent ? "" : rest);
            }
        }
    }
}

/// <summary>What people wrote behind a finding, kept when the workbook is marked again.</summary>
/// <param name="Explanation">说明, by the unit that reports.</param>
/// <param name="Opinion">审核意见, by the reviewer.</param>
internal sealed record Remark(string Explanation, string Opinion);

/// <summary>A line of the index.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Sheet">Its sheet; null when it is in none.</param>
/// <param name="Value">What stands in its first cell.</param>
/// <param name="Fills">The fills that its cells had.</param>
/// <param name="Remark">What people wrote to it before.</param>
internal sealed record IndexLine(Finding Finding, string? Sheet, string Value, ImmutableArray<EarlierFill> Fills, Remark Remark);
