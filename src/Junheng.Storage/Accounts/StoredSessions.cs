using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Sessions in the database.</summary>
internal sealed class StoredSessions(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : ISessions
{
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

    public async Task<SessionOnRecord?> FindAsync(string tokenHash, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var found = await database.Sessions.AsNoTracking()
            .Where(session => session.ScopeId == AccountRows.Scope && session.TokenHash == tokenHash)
            .Join(database.Accounts, session => new { session.ScopeId, session.AccountId }, account => new { account.ScopeId, account.AccountId }, (session, account) => new { session, account })
            .Where(pair => pair.account.IsActive && pair.account.SecurityVersion == pair.session.SecurityVersion)
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var grants = await database.Grants.AsNoTracking().Where(row => row.AccountId == found.account.AccountId && row.EndedAt == null).ToListAsync(cancellation);
        return new SessionOnRecord(ToSession(found.session), AccountRows.ToAccount(found.account), [.. grants.OrderBy(row => row.FromDay).Select(AccountRows.ToGrant)]);
    }

    public async Task SeenAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        try
        {
            await database.Sessions.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == tokenHash).ExecuteUpdateAsync(row => row.SetProperty(each => each.LastSeenAt, now), cancellation);
        }
        catch (Exception fault) when (StorageFaults.IsFull(fault))
        {
            // On a full disk people go on reading; the session ends a little earlier than it would.
        }
    }

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

    private static Session ToSession(SessionRow row) => new(
        row.TokenHash, new AccountId(row.AccountId), (SessionStage)row.Stage, row.CreatedAt, row.LastSeenAt, row.ExpiresAt, new Visitor(row.Address, row.Agent));
}
