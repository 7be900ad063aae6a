using System.Collections.Immutable;
using System.Text.Json;
using Junheng.Application.Import;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Imports;

/// <summary>Reads the standards kept whole, to reproduce old verdicts.</summary>
public sealed class StoredStandards(IDbContextFactory<JunhengDatabase> databases)
{
    /// <summary>The definition files of a content hash; null when it was never used.</summary>
    public async Task<StandardText?> FindAsync(string contentHash, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var row = await database.Standards.AsNoTracking().OrderBy(standard => standard.ScopeId).FirstOrDefaultAsync(standard => standard.ContentHash == contentHash, cancellation);
        return row is null
            ? null
            : new StandardText(row.ContentHash, row.StandardId, row.Version, JsonSerializer.Deserialize<ImmutableArray<StandardTextFile>>(row.Files));
    }
}
