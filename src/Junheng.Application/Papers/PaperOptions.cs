using System.Collections.Immutable;
using Junheng.Application.Statistics;

namespace Junheng.Application.Papers;

/// <summary>What a person adds to papers so that they can be read: maps, and answers to what the papers do not say.</summary>
public sealed record PaperOptions
{
    /// <summary>Nothing added.</summary>
    public static PaperOptions Default { get; } = new();

    /// <summary>Maps of the person's own, which go before those of the product.</summary>
    public ImmutableArray<InputFile> Maps { get; init; } = [];

    /// <summary>A table that says to which school each campus belongs (<c>school_code</c> or <c>school_name</c>, <c>parent_school_code</c>); null without one.</summary>
    public InputFile? Parents { get; init; }

    /// <summary>The county code of papers that do not give one; null = as they say.</summary>
    public string? CountyCode { get; init; }

    /// <summary>The report year of papers that do not give one, and the only one read; null = as they say.</summary>
    public int? ReportYear { get; init; }

    /// <summary>Whether a map is drafted for every sheet, for a person to correct.</summary>
    public bool WantsDrafts { get; init; }

    /// <summary>Told how many papers are read; null = nobody asks.</summary>
    public IProgress<PaperProgress>? Progress { get; init; }
}

/// <summary>How far reading is.</summary>
/// <param name="Done">Papers read.</param>
/// <param name="Total">Papers in all.</param>
public readonly record struct PaperProgress(int Done, int Total);
