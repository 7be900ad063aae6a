using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Grants;
using Junheng.Application.SetUp;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>The set-up link in the database.</summary>
internal sealed class StoredSetUpLinks(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : ISetUpLinks
{
    public async Task ReplaceAsync(string tokenHash, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.SetUpLinks.Where(row => row.ScopeId == AccountRows.Scope && row.UsedAt == null).ExecuteDeleteAsync(cancellation);
        database.SetUpLinks.Add(new SetUpLinkRow { ScopeId = AccountRows.Scope, TokenHash = tokenHash, CreatedAt = now, ExpiresAt = expiresAt });
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<bool> IsOpenAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await Open(database, tokenHash, now).AnyAsync(cancellation);
    }

    public async Task<bool> UseAsync(
        string tokenHash, DateTimeOffset now, IReadOnlyList<NewAccount> accounts, IReadOnlyList<HeldGrant> grants, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        DateTimeOffset? used = now;
        if (await Open(database, tokenHash, now).ExecuteUpdateAsync(row => row.SetProperty(each => each.UsedAt, used), cancellation) == 0 || await database.Accounts.AnyAsync(cancellation))
        {
            return false;
        }

        database.Accounts.AddRange(accounts.Select(account => AccountRows.ToRow(account, AuditEntries.Nobody, now)));
        database.Grants.AddRange(grants.Select(held => AccountRows.ToRow(held, AuditEntries.Nobody, now)));
        await chain.AppendAllAsync(database, entries, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static IQueryable<SetUpLinkRow> Open(JunhengDatabase database, string tokenHash, DateTimeOffset now) =>
        database.SetUpLinks.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == tokenHash && row.UsedAt == null && row.ExpiresAt > now && row.CreatedAt <= now);
}
