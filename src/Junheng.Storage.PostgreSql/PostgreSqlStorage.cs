using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Storage.PostgreSql;

/// <summary>A database server for a city, a province, or several web nodes.</summary>
public static class PostgreSqlStorage
{
    /// <summary>Adds the database of a connection string.</summary>
    public static IServiceCollection AddJunhengPostgreSql(this IServiceCollection services, string connection) =>
        services.AddJunhengStorage(options => Use(options, connection));

    /// <summary>Chooses PostgreSQL.</summary>
    public static void Use(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(connection);
}
