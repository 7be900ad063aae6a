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
    public static IServiceCollection AddJunhengSqlite(this IServiceCollection services, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();
        return services.AddJunhengStorage(options => Use(options, connection));
    }

    /// <summary>Chooses SQLite.</summary>
    public static void Use(DbContextOptionsBuilder options, string connection) => options.UseSqlite(connection);
}
