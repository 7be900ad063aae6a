using System.Collections.Immutable;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Assessment.Items;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Counties;

/// <summary>A county on record: which returns and items files it has, newest versions only.</summary>
/// <param name="Region">The county.</param>
/// <param name="Returns">Its returns by report year.</param>
/// <param name="Items">Its items files by report year.</param>
public sealed record StoredCounty(Region Region, ImmutableArray<StoredReturn> Returns, ImmutableArray<StoredItems> Items)
{
    /// <summary>The report years that there are returns of, newest first.</summary>
    public ImmutableArray<int> Years => [.. Returns.Select(each => each.ReportYear).Distinct().OrderDescending()];
}

/// <summary>A return without its figures.</summary>
/// <param name="ReportYear">Year Y means 1 September Y.</param>
/// <param name="Layout">The layout of its rows.</param>
/// <param name="Version">From 1.</param>
/// <param name="FileName">The file that it came in.</param>
/// <param name="FileSha256">That file's hash.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="BlobSha256">Hash of its figures.</param>
/// <param name="CreatedAt">When it was stored.</param>
public sealed record StoredReturn(
    int ReportYear, TableLayout Layout, int Version, string FileName, string FileSha256, int Rows, string BlobSha256, DateTimeOffset CreatedAt);

/// <summary>An items file without its lines.</summary>
/// <param name="ReportYear">The report year that it is about.</param>
/// <param name="Version">From 1.</param>
/// <param name="FileName">The file.</param>
/// <param name="FileSha256">Its hash.</param>
/// <param name="Lines">How many lines.</param>
public sealed record StoredItems(int ReportYear, int Version, string FileName, string FileSha256, int Lines);

/// <summary>The counties on record with their figures.</summary>
public interface ICountyReturns
{
    /// <summary>The counties on record, by code.</summary>
    Task<ImmutableArray<Region>> CountiesAsync(CancellationToken cancellation);

    /// <summary>A county by its code; null when it is not on record.</summary>
    Task<StoredCounty?> FindAsync(string code, CancellationToken cancellation);

    /// <summary>The figures of all its returns, as one table.</summary>
    Task<StatisticsTable> TableAsync(StoredCounty county, CancellationToken cancellation);

    /// <summary>The lines of one of its items files.</summary>
    Task<ItemFigures> ItemsAsync(StoredCounty county, StoredItems items, CancellationToken cancellation);

    /// <summary>What reading remarked on the files of its returns.</summary>
    Task<ImmutableArray<ImportFinding>> FindingsAsync(StoredCounty county, CancellationToken cancellation);
}
