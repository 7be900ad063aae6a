using System.Collections.Immutable;
using Junheng.Application.Regions;

namespace Junheng.Application.Audit;

/// <summary>What an auditor looks for in one chain.</summary>
/// <param name="Scope">The chain.</param>
/// <param name="From">From this moment on; null for the beginning.</param>
/// <param name="Before">Before this moment; null for the end.</param>
/// <param name="Actors">Stable ids of who did it; empty for everybody.</param>
/// <param name="Kind">What the action begins with, e.g. <c>account.</c>; empty for everything.</param>
/// <param name="Subject">What the subject contains; empty for everything.</param>
/// <param name="Result">One of <see cref="AuditResults"/>; empty for all.</param>
public sealed record AuditQuestion(
    ScopeId Scope, DateTimeOffset? From = null, DateTimeOffset? Before = null, ImmutableArray<string> Actors = default, string Kind = "", string Subject = "", string Result = "");

/// <summary>Some of the entries that were looked for.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Older">Where to go on: entries with a smaller number; null where there are no more.</param>
public sealed record AuditPage(ImmutableArray<RecordedEntry> Entries, long? Older);

/// <summary>A chain in short.</summary>
/// <param name="Scope">Which.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="LastAt">The time of the last one; null where it has none.</param>
public sealed record ChainSummary(ScopeId Scope, long Entries, DateTimeOffset? LastAt);

/// <summary>Reads the chains for who audits.</summary>
public interface IAuditReading
{
    /// <summary>All chains by scope; the installation is always among them.</summary>
    Task<ImmutableArray<ChainSummary>> ChainsAsync(CancellationToken cancellation);

    /// <summary>Entries of a chain, newest first.</summary>
    /// <param name="question">What is looked for.</param>
    /// <param name="before">Only entries with a smaller number; null for the newest.</param>
    /// <param name="most">At most so many, from 1.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<AuditPage> SearchAsync(AuditQuestion question, long? before, int most, CancellationToken cancellation);

    /// <summary>One entry; null where there is none.</summary>
    Task<RecordedEntry?> FindAsync(ScopeId scope, long number, CancellationToken cancellation);
}
