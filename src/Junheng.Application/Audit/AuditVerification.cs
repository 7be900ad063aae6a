using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Regions;

namespace Junheng.Application.Audit;

/// <summary>What is wrong with an entry or an anchor.</summary>
public enum AuditFault : byte
{
    /// <summary>An entry's content is not what was hashed.</summary>
    Changed,

    /// <summary>A number is not there: the entry was deleted.</summary>
    Deleted,

    /// <summary>An entry does not build on the one before it: inserted or moved.</summary>
    OutOfOrder,

    /// <summary>The chain ends before the place that its head or an anchor names.</summary>
    Truncated,

    /// <summary>Personal values beside the chain are missing or are not those that were hashed.</summary>
    PersonalChanged,

    /// <summary>A time lies before that of the entry before.</summary>
    TimeWentBack,

    /// <summary>An anchor does not have the hash of what it holds, or does not build on the one before it.</summary>
    AnchorChanged,

    /// <summary>An anchor that was printed or kept elsewhere is not there, or is another.</summary>
    AnchorUnknown,
}

/// <summary>The first thing wrong in a chain.</summary>
/// <param name="Scope">The chain.</param>
/// <param name="Number">The entry's place.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record BrokenEntry(ScopeId Scope, long Number, AuditFault Fault);

/// <summary>A chain as found.</summary>
/// <param name="Scope">The chain.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Broken">The first broken entry; null where all is proved.</param>
public sealed record VerifiedChain(ScopeId Scope, long Entries, BrokenEntry? Broken);

/// <summary>A broken anchor.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record BrokenAnchor(DateOnly Day, AuditFault Fault);

/// <summary>What verification found.</summary>
/// <param name="Chains">Every chain by scope.</param>
/// <param name="Anchors">How many anchors were read.</param>
/// <param name="BrokenAnchors">The anchors that do not hold, by day.</param>
public sealed record AuditVerification(ImmutableArray<VerifiedChain> Chains, int Anchors, ImmutableArray<BrokenAnchor> BrokenAnchors)
{
    /// <summary>Whether everything is proved.</summary>
    public bool IsSound => BrokenAnchors.IsEmpty && Chains.All(chain => chain.Broken is null);

    /// <summary>How many entries were read.</summary>
    public long Entries => Chains.Sum(chain => chain.Entries);
}

/// <summary>
/// The state of every chain on a day, as one line that can be printed, mailed or kept on paper: who keeps it can later prove that nothing before it was changed or cut off.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Chains">How many chains it covers.</param>
/// <param name="Entries">How many entries they had together.</param>
/// <param name="Hash">The hash over them and the anchor before, lower-case hex.</param>
public sealed record AnchorLine(DateOnly Day, int Chains, long Entries, string Hash)
{
    private const string Mark = "junheng-anchor";

    /// <summary>The line: <c>junheng-anchor 2026-11-22 3 120 sha256:…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mark} {Day:yyyy-MM-dd} {Chains} {Entries} sha256:{Hash}");

    /// <summary>Reads a line; null where it is none.</summary>
    public static AnchorLine? Parse(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [Mark, var day, var chains, var entries, ['s', 'h', 'a', '2', '5', '6', ':', .. var hash]]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && int.TryParse(chains, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && long.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var sum)
            ? new AnchorLine(date, count, sum, hash)
            : null;
}

/// <summary>Proves the chains and anchors them.</summary>
public interface IAuditProof
{
    /// <summary>Reads every chain and anchor and says what does not hold.</summary>
    /// <param name="kept">Anchors kept elsewhere, which must be found again as they are.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<AuditVerification> VerifyAsync(ImmutableArray<AnchorLine> kept, CancellationToken cancellation);

    /// <summary>Anchors all chains for a day. The first call of a day decides; later ones give the same line.</summary>
    Task<AnchorLine> AnchorAsync(DateOnly day, CancellationToken cancellation);

    /// <summary>The anchors on record, oldest first.</summary>
    Task<ImmutableArray<AnchorLine>> AnchorsAsync(CancellationToken cancellation);
}
