using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage;

/// <summary>Brings a database to a model. The migrations name no column types: each database takes its own for the type of the property.</summary>
public static class DatabaseMigration
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Applies what is missing. A database that does not exist yet is made, where the user may.</summary>
    public static Task RunAsync(IDbContextFactory<JunhengDatabase> databases, CancellationToken cancellation) => RunAsync(databases, null, cancellation);

    /// <summary>Applies what is missing up to a migration; null for all of them.</summary>
    public static async Task RunAsync(IDbContextFactory<JunhengDatabase> databases, string? target, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await TurnAsync(database, cancellation);
        await database.Database.MigrateAsync(target, cancellation);
    }

    /// <summary>The migrations that a database lacks, by id; empty where it is of the present version.</summary>
    public static async Task<ImmutableArray<string>> PendingAsync(IDbContextFactory<JunhengDatabase> databases, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return [.. await database.Database.GetPendingMigrationsAsync(cancellation)];
    }

    /// <summary>
    /// One at a time. On a server the migration itself sees to that; for a file EF keeps a row, which a killed process leaves behind for ever, so that nobody could ever migrate again.
    /// A lock of the operating system goes with its process; whoever holds it may remove the row.
    /// </summary>
    private static async Task<IAsyncDisposable?> TurnAsync(JunhengDatabase database, CancellationToken cancellation)
    {
        if (!database.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            return null;
        }

        var path = database.Database.GetDbConnection().DataSource + ".migrating";
        var waited = TimeSpan.Zero;
        while (true)
        {
            try
            {
                var turn = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                await database.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
                return turn;
            }
            catch (IOException fault) when (waited < _patience && !StorageFaults.IsFull(fault))
            {
                waited += _pause;
                await Task.Delay(_pause, cancellation);
            }
        }
    }
}
