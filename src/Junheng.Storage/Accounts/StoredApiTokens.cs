using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.ApiTokens;
using Junheng.Application.Audit;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Tokens of programs in the database.</summary>
internal sealed class StoredApiTokens(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : IApiTokens
{
    public async Task AddAsync(ApiToken token, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        database.ApiTokens.Add(new ApiTokenRow
        {
            ScopeId = AccountRows.Scope,
            TokenHash = token.TokenHash,
            AccountId = token.Account.Value,
            GrantId = token.Grant,
            Name = token.Name,
            CreatedAt = token.CreatedAt,
            CreatedBy = token.CreatedBy,
            ExpiresAt = token.ExpiresAt,
        });
        await database.SaveChangesAsync(cancellation);
        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<ApiTokenOnRecord?> FindAsync(string tokenHash, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        if (await Of(database, tokenHash).AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } token
            || await AccountRows.Of(database, new AccountId(token.AccountId)).AsNoTracking().FirstOrDefaultAsync(cancellation) is not { IsActive: true } account
            || await database.Grants.AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == token.AccountId && row.GrantId == token.GrantId && row.EndedAt == null, cancellation) is not { } grant)
        {
            return null;
        }

        return new ApiTokenOnRecord(ToToken(token), new Person(new AccountId(account.AccountId), account.Name, account.FullName, [AccountRows.ToGrant(grant)]));
    }

    public async Task UsedAsync(string tokenHash, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await Of(database, tokenHash).ExecuteUpdateAsync(row => row.SetProperty(each => each.LastUsedAt, at), cancellation);
    }

    public async Task<bool> RevokeAsync(AccountId account, string tokenHash, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await Of(database, tokenHash).Where(row => row.AccountId == account.Value).ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }

        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task<ImmutableArray<ApiToken>> OfAsync(AccountId account, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.ApiTokens.AsNoTracking().Where(row => row.ScopeId == AccountRows.Scope && row.AccountId == account.Value).ToListAsync(cancellation);
        return [.. rows.OrderByDescending(row => row.CreatedAt).Select(ToToken)];
    }

    private static IQueryable<ApiTokenRow> Of(JunhengDatabase database, string hash) => database.ApiTokens.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == hash);

    private static ApiToken ToToken(ApiTokenRow row) =>
        new(row.TokenHash, new AccountId(row.AccountId), row.GrantId, row.Name, row.CreatedAt, row.CreatedBy, row.ExpiresAt, row.LastUsedAt);
}
