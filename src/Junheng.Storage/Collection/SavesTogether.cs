using System.Globalization;
using System.Runtime.ExceptionServices;
using Junheng.Application.Audit;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Collection;

/// <summary>
/// Stores the forms of a county that are saved at the same time: each as its own version with its own entry of the audit, all in one transaction, so that a hundred schools
/// wait for one commit and not for a hundred. What cannot be stored together is stored one by one.
/// </summary>
internal sealed class SavesTogether(IDbContextFactory<JunhengDatabase> databases, AuditChain audit, TimeProvider clock)
{
    private readonly GroupedByKey<(long Scope, int Year), Save, Outcome> _groups = new((key, saves) => RunAsync(databases, audit, clock, key.Scope, key.Year, saves));

    /// <summary>Stores a version once it is durable; false, and nothing stored, when the return has another version than it expects or is closed.</summary>
    public async Task<bool> StoreAsync(ScopeId scope, int year, NewVersion version, string actor, CancellationToken cancellation)
    {
        var outcome = await _groups.RunAsync((scope.Value, year), new Save(version, actor), cancellation);
        outcome.Fault?.Throw();
        return outcome.IsStored;
    }

    /// <summary>The entry of the audit that a saved form gets.</summary>
    public static AuditEntry Entry(long scope, int year, NewVersion version, string actor, DateTimeOffset at) =>
        new(new ScopeId(scope), actor, "return.save", string.Create(CultureInfo.InvariantCulture, $"return/{year}/{version.SchoolCode}"), AuditResults.Done, at)
        {
            Change = new ValueChange(Number(version.ExpectedVersion), Number(version.ExpectedVersion + 1)),
        };

    private static async Task<IReadOnlyList<Outcome>> RunAsync(
        IDbContextFactory<JunhengDatabase> databases, AuditChain audit, TimeProvider clock, long scope, int year, IReadOnlyList<Save> saves)
    {
        try
        {
            return [.. (await StoreAsync(databases, audit, clock, scope, year, saves)).Select(isStored => new Outcome(isStored, null))];
        }
        catch (DbUpdateException fault) when (saves.Count == 1)
        {
            return [WriteConflict.Is(fault) ? new Outcome(false, null) : new Outcome(false, ExceptionDispatchInfo.Capture(fault))];
        }
        catch (DbUpdateException)
        {
            var outcomes = new List<Outcome>();
            foreach (var save in saves)
            {
                outcomes.AddRange(await RunAsync(databases, audit, clock, scope, year, [save]));
            }

            return outcomes;
        }
    }

    private static async Task<IReadOnlyList<bool>> StoreAsync(
        IDbContextFactory<JunhengDatabase> databases, AuditChain audit, TimeProvider clock, long scope, int year, IReadOnlyList<Save> saves)
    {
        var cancellation = CancellationToken.None; // others wait for this commit too
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var codes = saves.Select(save => save.Version.SchoolCode).Distinct().ToList();
        var heads = await database.SchoolReturns.Where(row => row.ScopeId == scope && row.ReportYear == year && codes.Contains(row.SchoolCode)).ToDictionaryAsync(row => row.SchoolCode, cancellation);
        var (now, local) = (clock.GetUtcNow(), clock.GetLocalNow());
        var stored = new List<bool>();
        var entries = new List<AuditEntry>();
        foreach (var (version, actor) in saves)
        {
            var isStored = heads.TryGetValue(version.SchoolCode, out var head) && VersionRows.TryAdd(database, head, version, actor, now);
            stored.Add(isStored);
            if (isStored)
            {
                entries.Add(Entry(scope, year, version, actor, local));
            }
        }

        if (entries.Count > 0)
        {
            await database.SaveChangesAsync(cancellation);
            await audit.AppendAsync(database, entries, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return stored;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Save(NewVersion Version, string Actor);

    private sealed record Outcome(bool IsStored, ExceptionDispatchInfo? Fault);
}
