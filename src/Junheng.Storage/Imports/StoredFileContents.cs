using System.Collections.Immutable;
using Junheng.Application.Files;
using Junheng.Application.Regions;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Imports;

/// <summary>Reads files by the hash of their content.</summary>
internal sealed class StoredFileContents(IDbContextFactory<JunhengDatabase> databases) : IStoredFiles
{
    public async Task<StoredFile?> FindAsync(string sha256, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var row = await database.Files.AsNoTracking().OrderBy(file => file.ScopeId).FirstOrDefaultAsync(file => file.Sha256 == sha256, cancellation);
        return row is null ? null : new StoredFile(row.Sha256, row.Name, row.MediaType, row.Content);
    }

    public async Task<ImmutableArray<ScopeId>> ScopesAsync(string sha256, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var scopes = await database.Files.AsNoTracking().Where(file => file.Sha256 == sha256).Select(file => file.ScopeId).ToListAsync(cancellation);
        return [.. scopes.Order().Select(scope => new ScopeId(scope))];
    }
}
