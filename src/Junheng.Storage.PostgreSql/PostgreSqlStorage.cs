using Junheng.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Junheng.Storage.PostgreSql;

/// <summary>A database server for a city, a province, or several web nodes.</summary>
public static class PostgreSqlStorage
{
    private static readonly (string Name, string Value)[] _usual = [("Maximum Pool Size", "40"), ("Max Auto Prepare", "100"), ("No Reset On Close", "true")];

    /// <summary>Adds the database of a connection string.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="keyFile">The file of the installation's key, the same for every node.</param>
    public static IServiceCollection AddJunhengPostgreSql(this IServiceCollection services, string connection, string keyFile) =>
        services.AddJunhengStorage(InstallationKey.OfFile(keyFile), options => Use(options, connection));

    /// <summary>Chooses PostgreSQL.</summary>
    public static void Use(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(Tuned(connection));

    /// <summary>
    /// What the connection string leaves open: fewer connections than a server usually allows, statements prepared once they have been used a few times, and no reset of a
    /// connection of which nothing was set. Whoever stands a pooler before the server switches the second off there.
    /// </summary>
    private static string Tuned(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        foreach (var (name, value) in _usual)
        {
            if (!settings.ContainsKey(name) || !connection.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                settings[name] = value;
            }
        }

        return settings.ConnectionString;
    }
}
