using System.Data.Common;
using Junheng.Cli.Arguments;
using Junheng.Cli.Commands;
using Junheng.Storage;
using Junheng.Storage.PostgreSql;
using Junheng.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Cli.Databases;

/// <summary>
/// A database with its services. Only commands that work on a database touch this class, so that the others never load what it needs.
/// </summary>
internal sealed class OpenedDatabase : IDisposable
{
    private readonly ServiceProvider _services;

    private OpenedDatabase(ServiceProvider services) => _services = services;

    /// <summary>Opens the database that a call names; null, with an error added, where it is not there or is not of the present version.</summary>
    /// <param name="call">The call.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="anyVersion">Whether an older version will do.</param>
    public static OpenedDatabase? Open(CommandCall call, UsageErrors errors, bool anyVersion = false)
    {
        var setting = call.Arguments.Value(DatabaseOptions.Database) ?? DatabaseOptions.UsualFile;
        if (!DatabaseOptions.IsServer(setting) && !File.Exists(setting))
        {
            errors.Add($"没有数据库 {setting}；用 {DatabaseOptions.Database} 指明", $"There is no database {setting}; name it by {DatabaseOptions.Database}");
            return null;
        }

        var opened = new OpenedDatabase(Services(setting, call.Arguments.Value(DatabaseOptions.KeyFile), call.Terminal.Clock));
        try
        {
            if (anyVersion || opened.IsPresent)
            {
                return opened;
            }

            errors.Add("数据库是旧版本的；先运行 junheng upgrade", "The database is of an older version; run junheng upgrade first");
        }
        catch (DbException fault)
        {
            errors.Add($"打不开数据库：{fault.Message}", $"The database cannot be opened: {fault.Message}");
        }

        opened.Dispose();
        return null;
    }

    /// <summary>The services of a database that may not be there yet.</summary>
    /// <param name="setting">A path, or a connection string.</param>
    /// <param name="keyFile">The file of the installation's key; null for the usual one.</param>
    /// <param name="clock">The clock.</param>
    public static ServiceProvider Services(string setting, string? keyFile, TimeProvider clock)
    {
        var services = new ServiceCollection().AddSingleton(clock);
        return (DatabaseOptions.IsServer(setting)
            ? services.AddJunhengPostgreSql(setting, Path.GetFullPath(keyFile ?? DatabaseOptions.UsualKeyFile))
            : services.AddJunhengSqlite(Path.GetFullPath(setting), keyFile)).BuildServiceProvider();
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    /// <summary>Whether it is of the present version.</summary>
    public bool IsPresent => DatabaseMigration.PendingAsync(Get<IDbContextFactory<JunhengDatabase>>(), CancellationToken.None).GetAwaiter().GetResult().Length == 0;
}
