using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Collection;

/// <summary>The figures of schools in the newest report year on record before another one.</summary>
/// <param name="Year">That report year; 0 when there is none.</param>
/// <param name="Schools">School code → field id → text.</param>
public sealed record LastYear(int Year, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Schools)
{
    private static readonly ImmutableSortedDictionary<string, string> _nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The texts of a school; empty when it has none.</summary>
    public ImmutableSortedDictionary<string, string> Of(string schoolCode) => Schools.GetValueOrDefault(schoolCode, _nothing);
}

/// <summary>Finds the figures of the year before on record.</summary>
public sealed class FindLastYear(ICountyReturns returns)
{
    private static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> _none =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);

    private const int YearsKept = 16;
    private readonly RecentlyUsed<string, LastYear> _kept = new(YearsKept);

    /// <summary>The figures of a county before a report year; kept by the hash of the figures.</summary>
    public async Task<LastYear> RunAsync(string countyCode, int year, CancellationToken cancellation)
    {
        if (await returns.FindAsync(countyCode, cancellation) is not { } county
            || county.Returns.Where(each => each.Layout == TableLayout.School && each.ReportYear > 0 && each.ReportYear < year).MaxBy(each => each.ReportYear) is not { } newest)
        {
            return new LastYear(0, _none);
        }

        if (_kept.Find(newest.BlobSha256) is { } kept)
        {
            return kept;
        }

        var table = await returns.TableAsync(county with { Returns = [newest] }, cancellation);
        var schools = _none.ToBuilder();
        foreach (var part in table.Parts)
        {
            for (var row = 0; row < part.Count; row++)
            {
                schools[part.SchoolCode[row]] = RowTexts.Of(part, row).ToImmutableSortedDictionary(cell => cell.Field, cell => cell.Text, StringComparer.Ordinal);
            }
        }

        return _kept.Keep(newest.BlobSha256, new LastYear(newest.ReportYear, schools.ToImmutable()));
    }
}
