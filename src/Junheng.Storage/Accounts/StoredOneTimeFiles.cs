using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>One-time files in the database. Of two who take one at once only one gets it.</summary>
internal sealed class StoredOneTimeFiles(IDbContextFactory<JunhengDatabase> databases, TimeProvider clock) : IOneTimeFiles
{
    public async Task AddAsync(string tokenHash, AccountId owner, string name, byte[] content, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        await database.OneTimeFiles.Where(row => row.ScopeId == AccountRows.Scope && row.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        database.OneTimeFiles.Add(new OneTimeFileRow { ScopeId = AccountRows.Scope, TokenHash = tokenHash, Owner = owner.Value, Name = name, Content = content, ExpiresAt = expiresAt });
        await database.SaveChangesAsync(cancellation);
    }

    public async Task<(string Name, byte[] Content)?> TakeAsync(string tokenHash, AccountId owner, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var mine = database.OneTimeFiles.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == tokenHash && row.Owner == owner.Value && row.ExpiresAt > now);
        return await mine.AsNoTracking().FirstOrDefaultAsync(cancellation) is { } row && await mine.ExecuteDeleteAsync(cancellation) > 0 ? (row.Name, row.Content) : null;
    }
}
