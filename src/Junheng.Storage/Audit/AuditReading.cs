using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>
/// Searches a chain. Times lie in it as text with their offsets, so a moment is not compared by the database: in a chain time only goes forward, and the number of a moment is
/// found by halving.
/// </summary>
internal sealed class AuditReading(IDbContextFactory<JunhengDatabase> databases) : IAuditReading
{
    public async Task<ImmutableArray<ChainSummary>> ChainsAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var heads = await database.AuditHeads.AsNoTracking().OrderBy(row => row.ScopeId).ToListAsync(cancellation);
        var chains = heads.Select(head => new ChainSummary(new ScopeId(head.ScopeId), head.Number, head.Number == 0 ? null : AuditChain.Time(head.At)));
        return heads.Any(head => head.ScopeId == ScopeId.Installation.Value) ? [.. chains] : [new ChainSummary(ScopeId.Installation, 0, null), .. chains];
    }

    public async Task<AuditPage> SearchAsync(AuditQuestion question, long? before, int most, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var scope = question.Scope.Value;
        var rows = database.AuditEntries.AsNoTracking().Where(row => row.ScopeId == scope);
        if (question.From is { } from)
        {
            var first = await NumberAsync(database, scope, from, cancellation);
            rows = rows.Where(row => row.Number >= first);
        }

        var end = question.Before is { } until ? await NumberAsync(database, scope, until, cancellation) : long.MaxValue;
        end = Math.Min(end, before ?? long.MaxValue);
        rows = rows.Where(row => row.Number < end);
        if (!question.Actors.IsDefaultOrEmpty)
        {
            var actors = question.Actors.ToArray();
            rows = rows.Where(row => actors.Contains(row.Actor));
        }

        rows = question.Kind.Length == 0 ? rows : rows.Where(row => row.Action.StartsWith(question.Kind));
        rows = question.Subject.Length == 0 ? rows : rows.Where(row => row.Subject.Contains(question.Subject));
        rows = question.Result.Length == 0 ? rows : rows.Where(row => row.Result == question.Result);
        var found = await rows.OrderByDescending(row => row.Number).Take(most + 1).ToListAsync(cancellation);
        return new AuditPage([.. found.Take(most).Select(AuditTrail.Recorded)], found.Count > most ? found[most - 1].Number : null);
    }

    public async Task<RecordedEntry?> FindAsync(ScopeId scope, long number, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.AuditEntries.AsNoTracking().FirstOrDefaultAsync(row => row.ScopeId == scope.Value && row.Number == number, cancellation) is { } row ? AuditTrail.Recorded(row) : null;
    }

    /// <summary>The number of the first entry at or after a moment; one past the last where there is none.</summary>
    private static async Task<long> NumberAsync(JunhengDatabase database, long scope, DateTimeOffset moment, CancellationToken cancellation)
    {
        var rows = database.AuditEntries.AsNoTracking().Where(row => row.ScopeId == scope);
        var (low, high) = (1L, 1 + (await rows.MaxAsync(row => (long?)row.Number, cancellation) ?? 0));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var at = await rows.Where(row => row.Number >= middle).OrderBy(row => row.Number).Select(row => row.At).FirstAsync(cancellation);
            (low, high) = AuditChain.Time(at) < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
