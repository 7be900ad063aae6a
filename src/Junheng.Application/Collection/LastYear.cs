using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
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

/// <summary>Finds the figures of the year before on record: the county's own, and those of counties that merged into it. Campuses are added to their school.</summary>
public sealed class FindLastYear(ICountyReturns returns, DatedCounties counties)
{
    private static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> _none =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);

    private const int YearsKept = 16;

    /// <summary>What is said of a school as a whole and is not added up.</summary>
    private static readonly FrozenSet<string> _perSchool =
        new[] { "organiser_type", "locale", "built_year", "grades", "largest_class", "migrant_share", "centre_city", "counts_as_school" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly RecentlyUsed<string, LastYear> _kept = new(YearsKept);

    /// <summary>The figures of a county before a report year; kept by the hashes of the figures.</summary>
    public async Task<LastYear> RunAsync(string countyCode, int year, CancellationToken cancellation)
    {
        if (await counties.FindAsync(countyCode, cancellation) is not { } own)
        {
            return new LastYear(0, _none);
        }

        var found = new List<(StoredCounty County, StoredReturn Newest)>();
        var merged = year is < 1 or > 9998 ? [] : await counties.MergedIntoAsync(own.Scope, new DateOnly(year, 9, 1), cancellation);
        foreach (var county in merged.Add(own))
        {
            if (await returns.FindAsync(county.Code, cancellation) is not { } stored
                || stored.Returns.Where(each => each.Layout == TableLayout.School && each.ReportYear > 0 && each.ReportYear < year).MaxBy(each => each.ReportYear) is not { } newest)
            {
                continue;
            }

            found.Add((stored, newest));
        }

        var key = string.Join('|', found.Select(each => each.Newest.BlobSha256));
        if (_kept.Find(key) is { } kept)
        {
            return kept;
        }

        var schools = _none.ToBuilder();
        foreach (var (stored, newest) in found)
        {
            Take(await returns.TableAsync(stored with { Returns = [newest] }, cancellation), schools);
        }

        return _kept.Keep(key, new LastYear(found.Count == 0 ? 0 : found.Max(each => each.Newest.ReportYear), schools.ToImmutable()));
    }

    private static void Take(StatisticsTable table, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Builder schools)
    {
        var rows = table.Parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(row => (
            Parent: part.ParentSchoolCode?[row] ?? "",
            Code: part.SchoolCode[row],
            Texts: RowTexts.Of(part, row).ToImmutableSortedDictionary(cell => cell.Field, cell => cell.Text, StringComparer.Ordinal)))).ToList();
        foreach (var own in rows.Where(row => row.Parent.Length == 0))
        {
            schools[own.Code] = own.Texts;
        }

        foreach (var campus in rows.Where(row => row.Parent.Length > 0 && schools.ContainsKey(row.Parent)))
        {
            schools[campus.Parent] = Sum(schools[campus.Parent], campus.Texts);
        }
    }

    /// <summary>Amounts are added; what one of the two lacks is missing in the sum; words stay the school's own.</summary>
    private static ImmutableSortedDictionary<string, string> Sum(ImmutableSortedDictionary<string, string> school, ImmutableSortedDictionary<string, string> campus)
    {
        var sum = school.ToBuilder();
        foreach (var (field, text) in school)
        {
            if (_perSchool.Contains(field) || !Amount(text, out var own))
            {
                continue;
            }

            if (campus.TryGetValue(field, out var other) && Amount(other, out var added))
            {
                sum[field] = (own + added).ToString(CultureInfo.InvariantCulture);
            }
            else
            {
                sum.Remove(field);
            }
        }

        return sum.ToImmutable();
    }

    private static bool Amount(string text, out decimal amount) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount);
}
