using Junheng.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Storage.PostgreSql;

/// <summary>A database server for a city, a province, or several web nodes.</summary>
public static class PostgreSqlStorage
{
    /// <summary>Adds the database of a connection string.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="keyFile">The file of the installation's key, the same for every node.</param>
    public static IServiceCollection AddJunhengPostgreSql(this IServiceCollection services, string connection, string keyFile) =>
        services.AddJunhengStorage(InstallationKey.OfFile(keyFile), options => Use(options, connection));

    /// <summary>Chooses PostgreSQL.</summary>
    public static void Use(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(connection);
}
