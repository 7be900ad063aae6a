using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>Removes what a database keeps of deleted rows on disk: free pages, old versions of rows, the log of a file.</summary>
internal static class Residue
{
    /// <summary>Rewrites a table (PostgreSQL) or the file (SQLite). Not within a transaction.</summary>
    /// <param name="database">The database.</param>
    /// <param name="table">The table that rows were deleted from: a name of the model, never input.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task RemoveAsync(JunhengDatabase database, string table, CancellationToken cancellation)
    {
        if (database.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            await database.Database.ExecuteSqlRawAsync("VACUUM", cancellation);
            await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        }
        else
        {
#pragma warning disable EF1002 // The name is one of the model's own.
            await database.Database.ExecuteSqlRawAsync($"VACUUM FULL {table}", cancellation);
#pragma warning restore EF1002
        }
    }
}
