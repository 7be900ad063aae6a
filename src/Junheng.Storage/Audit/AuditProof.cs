using System.Collections.Immutable;
using System.Data;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Storage.Model;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>Proves every chain from its first entry to the place that its head and the anchors name, and makes the anchors.</summary>
internal sealed class AuditProof(IDbContextFactory<JunhengDatabase> databases) : IAuditProof
{
    public async Task<AuditVerification> VerifyAsync(ImmutableArray<AnchorLine> kept, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await Snapshot.BeginAsync(database, cancellation);
        var anchors = await AnchorReading.OfAsync(database, cancellation);
        var heads = await database.AuditHeads.AsNoTracking().ToListAsync(cancellation);
        var scopes = await database.AuditEntries.Select(row => row.ScopeId).Distinct().ToListAsync(cancellation);
        var chains = ImmutableArray.CreateBuilder<VerifiedChain>();
        foreach (var scope in scopes.Concat(heads.Select(head => head.ScopeId)).Concat(anchors.Heads.Select(head => head.ScopeId)).Distinct().Order())
        {
            var walk = new ChainWalk(scope, [.. anchors.Heads.Where(head => head.ScopeId == scope).Select(head => (head.Number, head.Hash))]);
            chains.Add(await walk.RunAsync(database, heads.FirstOrDefault(head => head.ScopeId == scope), cancellation));
        }

        return new AuditVerification(chains.ToImmutable(), anchors.Days.Length, anchors.Broken(kept));
    }

    public async Task<AnchorLine> AnchorAsync(DateOnly day, CancellationToken cancellation)
    {
        try
        {
            return await TryToAnchorAsync(day, cancellation);
        }
        catch (DbUpdateException fault) when (StorageFaults.IsDouble(fault))
        {
            return await TryToAnchorAsync(day, cancellation); // another node was first
        }
    }

    private async Task<AnchorLine> TryToAnchorAsync(DateOnly day, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var anchors = await AnchorReading.OfAsync(database, cancellation);
        if (anchors.Lines.FirstOrDefault(line => line.Day >= day) is { } there)
        {
            return there;
        }

        var heads = await database.AuditHeads.AsNoTracking().Where(head => head.Number > 0).OrderBy(head => head.ScopeId).ToListAsync(cancellation);
        var previous = anchors.Days.IsEmpty ? AuditHash.Start : anchors.Days[^1].Hash;
        var hash = AuditHash.Of(previous, day, heads.Select(head => (head.ScopeId, head.Number, head.Hash)));
        database.AuditAnchors.Add(new AuditAnchorRow { ScopeId = ScopeId.Installation.Value, Day = day, PreviousHash = previous, Hash = hash });
        database.AuditAnchorHeads.AddRange(heads.Select(head => new AuditAnchorHeadRow { ScopeId = head.ScopeId, Day = day, Number = head.Number, Hash = head.Hash }));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new AnchorLine(day, heads.Count, heads.Sum(head => head.Number), hash);
    }

    public async Task<ImmutableArray<AnchorLine>> AnchorsAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return (await AnchorReading.OfAsync(database, cancellation)).Lines;
    }
}

/// <summary>The anchors as they lie in the database.</summary>
/// <param name="Days">By day.</param>
/// <param name="Heads">By day and scope.</param>
internal sealed record AnchorReading(ImmutableArray<AuditAnchorRow> Days, ImmutableArray<AuditAnchorHeadRow> Heads)
{
    /// <summary>Their lines, oldest first.</summary>
    public ImmutableArray<AnchorLine> Lines => [.. Days.Select(day => HeadsOf(day.Day) is var heads
        ? new AnchorLine(day.Day, heads.Length, heads.Sum(head => head.Number), day.Hash)
        : throw new InvalidOperationException())];

    public static async Task<AnchorReading> OfAsync(JunhengDatabase database, CancellationToken cancellation) => new(
        [.. await database.AuditAnchors.AsNoTracking().OrderBy(row => row.Day).ToListAsync(cancellation)],
        [.. await database.AuditAnchorHeads.AsNoTracking().OrderBy(row => row.Day).ThenBy(row => row.ScopeId).ToListAsync(cancellation)]);

    /// <summary>The anchors that do not hold: by themselves, or against what was kept elsewhere.</summary>
    public ImmutableArray<BrokenAnchor> Broken(ImmutableArray<AnchorLine> kept)
    {
        var broken = new List<BrokenAnchor>();
        var previous = AuditHash.Start;
        foreach (var day in Days)
        {
            if (day.PreviousHash != previous || AuditHash.Of(previous, day.Day, HeadsOf(day.Day).Select(head => (head.ScopeId, head.Number, head.Hash))) != day.Hash)
            {
                broken.Add(new BrokenAnchor(day.Day, AuditFault.AnchorChanged));
            }

            previous = day.Hash;
        }

        var orphans = Heads.Select(head => head.Day).Except(Days.Select(day => day.Day)).Select(day => new BrokenAnchor(day, AuditFault.AnchorChanged));
        var unknown = kept.Where(line => !Lines.Contains(line)).Select(line => new BrokenAnchor(line.Day, AuditFault.AnchorUnknown));
        return [.. broken.Concat(orphans).Concat(unknown).Distinct().OrderBy(each => each.Day)];
    }

    private ImmutableArray<AuditAnchorHeadRow> HeadsOf(DateOnly day) => [.. Heads.Where(head => head.Day == day)];
}
