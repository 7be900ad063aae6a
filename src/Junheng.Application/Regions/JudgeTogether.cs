using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Assess;
using Junheng.Application.Counties;
using Junheng.Application.Statistics;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Regions;

/// <summary>
/// Judges every county on record for one report year at once. The tables are kept in memory under the hashes of their returns: another standard, setting or date
/// judges the same table anew without touching the database; a new return brings in that county alone.
/// </summary>
public sealed class JudgeTogether(IRegionReturns returns)
{
    private const int TablesKept = 4;
    private const int ResultsKept = 12;
    private const int PartsKept = 20_000;
    private readonly RecentlyUsed<string, StatisticsPart> _parts = new(PartsKept);
    private readonly RecentlyUsed<string, StatisticsTable> _tables = new(TablesKept);
    private readonly RecentlyUsed<string, ItemFigures> _items = new(TablesKept);
    private readonly RecentlyUsed<string, JudgedCounties> _results = new(ResultsKept);

    /// <summary>The counties that have a return of the year, as judged.</summary>
    /// <param name="counties">Every county on record.</param>
    /// <param name="year">The report year.</param>
    /// <param name="inForce">The standard on the evaluation date.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<JudgedCounties> RunAsync(ImmutableArray<StoredCounty> counties, int year, StandardInForce inForce, CancellationToken cancellation)
    {
        var asked = counties.SelectMany(county => county.Returns.Where(each => each.ReportYear == year).Select(each => (county.Region.Scope, Return: each))).ToList();
        var items = counties.SelectMany(county => county.Items.Where(each => each.ReportYear == year).Select(each => (County: county, Items: each))).ToList();
        var tableKey = HashOf(asked.Select(each => $"{each.Scope.Value} {each.Return.BlobSha256}"));
        var itemsKey = HashOf(items.Select(each => $"{each.County.Region.Scope.Value} {each.Items.FileSha256} {each.Items.Version}"));
        var id = ResultIds.Of(inForce, [Input(tableKey), Input(itemsKey)]);
        if (_results.Find(id) is { } known)
        {
            return known;
        }

        var table = _tables.Find(tableKey) ?? _tables.Keep(tableKey, await TableAsync(asked, cancellation));
        var figures = _items.Find(itemsKey) ?? _items.Keep(itemsKey, new ItemFigures((await returns.ItemsAsync(items, cancellation)).SelectMany(lines => lines)));
        var result = AssessmentResult.Of(table, inForce, figures);
        var outlines = new CountyOutline[result.CountyCount];
        Parallel.For(0, outlines.Length, county => outlines[county] = result.Outline(county));
        return _results.Keep(id, new JudgedCounties(result, id, [.. outlines]));
    }

    private async Task<StatisticsTable> TableAsync(List<(ScopeId Scope, StoredReturn Return)> asked, CancellationToken cancellation)
    {
        var absent = asked.Where(each => _parts.Find(KeyOf(each)) is null).ToList();
        var loaded = absent.Zip(await returns.PartsAsync(absent, cancellation)).ToDictionary(each => KeyOf(each.First), each => _parts.Keep(KeyOf(each.First), each.Second));
        return StatisticsTable.Of([.. asked.Select(each => loaded.TryGetValue(KeyOf(each), out var part) ? part : _parts.Find(KeyOf(each))!)]);
    }

    private static string KeyOf((ScopeId Scope, StoredReturn Return) each) => $"{each.Scope.Value} {each.Return.BlobSha256}";

    private static InputSummary Input(string hash) => new("", new Lazy<string>(hash), 0);

    private static string HashOf(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
