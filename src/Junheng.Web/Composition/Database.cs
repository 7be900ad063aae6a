using Junheng.Storage.PostgreSql;
using Junheng.Storage.Sqlite;

namespace Junheng.Web.Composition;

/// <summary>Which database the setting <c>database</c> names: a connection string of a PostgreSQL server (it holds a <c>=</c>), or the path of the embedded file.</summary>
internal static class Database
{
    private const string DefaultFile = ".data/junheng.db";

    public static void AddDatabase(this IServiceCollection services, string? setting)
    {
        if (setting?.Contains('=', StringComparison.Ordinal) == true)
        {
            services.AddJunhengPostgreSql(setting);
        }
        else
        {
            services.AddJunhengSqlite(Path.GetFullPath(setting ?? DefaultFile));
        }
    }
}
