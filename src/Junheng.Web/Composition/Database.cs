using Junheng.Storage.PostgreSql;
using Junheng.Storage.Sqlite;

namespace Junheng.Web.Composition;

/// <summary>Which database the setting <c>database</c> names: a connection string of a PostgreSQL server (it holds a <c>=</c>), or the path of the embedded file.</summary>
internal static class Database
{
    private const string DefaultFile = ".data/junheng.db";
    private const string DefaultKeyFile = ".data/junheng.key";

    /// <summary>Adds it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="setting">The setting <c>database</c>; null for the embedded file at its usual place.</param>
    /// <param name="keyFile">The setting <c>key-file</c>: where the installation's key lies; null for the usual place.</param>
    public static void AddDatabase(this IServiceCollection services, string? setting, string? keyFile)
    {
        if (setting?.Contains('=', StringComparison.Ordinal) == true)
        {
            services.AddJunhengPostgreSql(setting, Path.GetFullPath(keyFile ?? DefaultKeyFile));
        }
        else
        {
            services.AddJunhengSqlite(Path.GetFullPath(setting ?? DefaultFile), keyFile);
        }
    }
}
