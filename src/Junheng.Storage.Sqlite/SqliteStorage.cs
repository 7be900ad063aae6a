using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Storage.Sqlite;

/// <summary>The embedded database: one file, nothing to install.</summary>
public static class SqliteStorage
{
    /// <summary>Adds the database in a file.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The file; its folder is made when the database is opened first.</param>
    public static IServiceCollection AddJunhengSqlite(this IServiceCollection services, string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();
        return services.AddJunhengStorage(options => Use(options, connection));
    }

    /// <summary>Chooses SQLite with this project's migrations.</summary>
    public static void Use(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name));

    /// <summary>Makes the file's folder and brings the database to the present model.</summary>
    public static async Task MigrateAsync(IDbContextFactory<JunhengDatabase> databases, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        if (Path.GetDirectoryName(Path.GetFullPath(database.Database.GetDbConnection().DataSource)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await database.Database.MigrateAsync(cancellation);
    }
}
