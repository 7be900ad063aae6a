using Junheng.Application.Accounts;
using Junheng.Application.Forms;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Tokens of forms in the database. The key decides which of two that come at once is the first.</summary>
internal sealed class StoredFormTokens(IDbContextFactory<JunhengDatabase> databases) : IFormTokens
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(2);

    public async Task<FormClaim> ClaimAsync(string token, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var hash = Tokens.Hash(token);
        if (await FindAsync(database, hash, cancellation) is { } known)
        {
            return new FormClaim(false, known.Location);
        }

        await database.FormTokens.Where(row => row.ScopeId == AccountRows.Scope && row.TakenAt < now - _kept).ExecuteDeleteAsync(cancellation);
        database.FormTokens.Add(new FormTokenRow { ScopeId = AccountRows.Scope, TokenHash = hash, TakenAt = now });
        try
        {
            await database.SaveChangesAsync(cancellation);
            return new FormClaim(true, null);
        }
        catch (DbUpdateException fault) when (StorageFaults.IsDouble(fault))
        {
            database.ChangeTracker.Clear();
            return await FindAsync(database, hash, cancellation) is { } other ? new FormClaim(false, other.Location) : throw new InvalidDataException("The token of a form can be neither kept nor found.");
        }
    }

    public async Task DoneAsync(string token, string location, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await Of(database, Tokens.Hash(token)).ExecuteUpdateAsync(row => row.SetProperty(each => each.Location, location), cancellation);
    }

    public async Task ReleaseAsync(string token, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await Of(database, Tokens.Hash(token)).ExecuteDeleteAsync(cancellation);
    }

    private static IQueryable<FormTokenRow> Of(JunhengDatabase database, string hash) => database.FormTokens.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == hash);

    private static Task<FormTokenRow?> FindAsync(JunhengDatabase database, string hash, CancellationToken cancellation) => Of(database, hash).AsNoTracking().FirstOrDefaultAsync(cancellation);
}
