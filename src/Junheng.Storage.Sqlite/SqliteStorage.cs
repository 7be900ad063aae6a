using Junheng.Storage.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Storage.Sqlite;

/// <summary>The embedded database: one file, nothing to install.</summary>
public static class SqliteStorage
{
    /// <summary>Adds the database in a file.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="keyFile">The file of the installation's key; null for the database's name with <c>.key</c> added.</param>
    public static IServiceCollection AddJunhengSqlite(this IServiceCollection services, string path, string? keyFile = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();
        return services.AddJunhengStorage(InstallationKey.OfFile(keyFile ?? path + ".key"), options => Use(options, connection));
    }

    /// <summary>Chooses SQLite.</summary>
    public static void Use(DbContextOptionsBuilder options, string connection) => options.UseSqlite(connection).AddInterceptors(new OneWriter(new Checkpoints(connection)));

    /// <summary>Closes connections kept for later use, so that files can be moved; what they had not yet written into the file is in it afterwards.</summary>
    public static void ReleaseFiles() => SqliteConnection.ClearAllPools();

    /// <summary>The file with everything that may lie beside it while it is open.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<string> FilesOf(string path) => [path, path + "-wal", path + "-shm", path + "-journal", path + ".migrating"];
}
