using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Schools;

namespace Junheng.Application.Compare;

/// <summary>One column of a comparison: the county or one of its schools in a report year.</summary>
/// <param name="Year">The report year.</param>
/// <param name="School">School code; null for the whole county.</param>
public sealed record CompareKey(int Year, string? School)
{
    private const char Mark = '~';

    /// <summary>As it stands in addresses: <c>2026</c> or <c>2026~9901210001</c>.</summary>
    public override string ToString() => School is null ? Year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Year}{Mark}{School}");

    /// <summary>Reads a key; null when it is none.</summary>
    public static CompareKey? Parse(string text)
    {
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        return int.TryParse(at < 0 ? text : text[..at], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && at != text.Length - 1
            ? new CompareKey(year, at < 0 ? null : text[(at + 1)..])
            : null;
    }
}

/// <summary>What is to be compared.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Keys">The columns; the first is the one that the others are held against.</param>
public sealed record CompareQuery(Stage Stage, ImmutableArray<CompareKey> Keys)
{
    /// <summary>More columns than this do not fit beside each other.</summary>
    public const int Most = 6;
}
