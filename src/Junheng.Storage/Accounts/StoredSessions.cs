using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Sessions in the database.</summary>
internal sealed class StoredSessions(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : ISessions
{
    private readonly Grouped<string, SessionOnRecord?> _found = new(hashes => FindAsync(databases, hashes));
    private readonly Grouped<(string TokenHash, DateTimeOffset Now), bool> _seen = new(seen => SeenAsync(databases, seen));

    public async Task StartAsync(Session session, string? replacedTokenHash, AuditEntry? entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var version = await AccountRows.Of(database, session.Account).Select(row => row.SecurityVersion).SingleAsync(cancellation);
        await database.Sessions.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == replacedTokenHash).ExecuteDeleteAsync(cancellation);
        await database.Sessions.Where(row => row.ScopeId == AccountRows.Scope && row.ExpiresAt < session.CreatedAt).ExecuteDeleteAsync(cancellation);
        database.Sessions.Add(new SessionRow
        {
            ScopeId = AccountRows.Scope,
            TokenHash = session.TokenHash,
            AccountId = session.Account.Value,
            SecurityVersion = version,
            Stage = (byte)session.Stage,
            CreatedAt = session.CreatedAt,
            LastSeenAt = session.LastSeenAt,
            ExpiresAt = session.ExpiresAt,
            Address = session.From.Address,
            Agent = session.From.Agent,
        });
        await database.SaveChangesAsync(cancellation);
        if (entry is not null)
        {
            await chain.AppendAsync(database, entry, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public Task<SessionOnRecord?> FindAsync(string tokenHash, CancellationToken cancellation) => _found.RunAsync(tokenHash, cancellation);

    public Task SeenAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation) => _seen.RunAsync((tokenHash, now), cancellation);

    public async Task EndAsync(string tokenHash, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await database.Sessions.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == tokenHash).ExecuteDeleteAsync(cancellation);
    }

    public async Task EndAllAsync(AccountId account, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await AccountRows.EndSessionsAsync(database, account, cancellation);
        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<ImmutableArray<Session>> OfAsync(AccountId account, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Sessions.AsNoTracking().Where(row => row.ScopeId == AccountRows.Scope && row.AccountId == account.Value).ToListAsync(cancellation);
        return [.. rows.OrderByDescending(row => row.LastSeenAt).Select(ToSession)];
    }

    private static async Task<IReadOnlyList<SessionOnRecord?>> FindAsync(IDbContextFactory<JunhengDatabase> databases, IReadOnlyList<string> hashes)
    {
        await using var database = await databases.CreateDbContextAsync();
        var asked = hashes.Distinct().ToList();
        var found = await database.Sessions.AsNoTracking()
            .Where(session => session.ScopeId == AccountRows.Scope && asked.Contains(session.TokenHash))
            .Join(database.Accounts, session => new { session.ScopeId, session.AccountId }, account => new { account.ScopeId, account.AccountId }, (session, account) => new { session, account })
            .Where(pair => pair.account.IsActive && pair.account.SecurityVersion == pair.session.SecurityVersion)
            .ToListAsync();
        if (found.Count == 0)
        {
            return [.. hashes.Select(_ => (SessionOnRecord?)null)];
        }

        var accounts = found.Select(pair => pair.account.AccountId).Distinct().ToList();
        var grants = (await database.Grants.AsNoTracking().Where(row => accounts.Contains(row.AccountId) && row.EndedAt == null).ToListAsync()).ToLookup(row => row.AccountId);
        return [.. hashes.Select(hash => found.Find(pair => pair.session.TokenHash == hash) is { } pair
            ? new SessionOnRecord(ToSession(pair.session), AccountRows.ToAccount(pair.account), [.. grants[pair.account.AccountId].OrderBy(row => row.FromDay).Select(AccountRows.ToGrant)])
            : null)];
    }

    private static async Task<IReadOnlyList<bool>> SeenAsync(IDbContextFactory<JunhengDatabase> databases, IReadOnlyList<(string TokenHash, DateTimeOffset Now)> seen)
    {
        await using var database = await databases.CreateDbContextAsync();
        var (hashes, now) = (seen.Select(each => each.TokenHash).Distinct().ToList(), seen.Max(each => each.Now));
        try
        {
            await database.Sessions.Where(row => row.ScopeId == AccountRows.Scope && hashes.Contains(row.TokenHash)).ExecuteUpdateAsync(row => row.SetProperty(each => each.LastSeenAt, now));
        }
        catch (Exception fault) when (StorageFaults.IsFull(fault))
        {
            // On a full disk people go on reading; the session ends a little earlier than it would.
        }

        return [.. seen.Select(_ => true)];
    }

    private static Session ToSession(SessionRow row) => new(
        row.TokenHash, new AccountId(row.AccountId), (SessionStage)row.Stage, row.CreatedAt, row.LastSeenAt, row.ExpiresAt, new Visitor(row.Address, row.Agent));
}
