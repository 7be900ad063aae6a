using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage;

/// <summary>Brings a database to the present model. The migrations name no column types: each database takes its own for the type of the property.</summary>
public static class DatabaseMigration
{
    /// <summary>Applies what is missing. A database that does not exist yet is made, where the user may.</summary>
    public static async Task RunAsync(IDbContextFactory<JunhengDatabase> databases, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await database.Database.MigrateAsync(cancellation);
    }

    /// <summary>The migrations that a database lacks, by id; empty where it is of the present version.</summary>
    public static async Task<ImmutableArray<string>> PendingAsync(IDbContextFactory<JunhengDatabase> databases, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return [.. await database.Database.GetPendingMigrationsAsync(cancellation)];
    }
}
