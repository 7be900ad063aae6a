using Junheng.Application.Audit;
using Junheng.Application.Backup;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Files;
using Junheng.Application.Import;
using Junheng.Application.Packages;
using Junheng.Application.Plans.Kept;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.WhatIf;
using Junheng.Storage.Audit;
using Junheng.Storage.PostgreSql;
using Junheng.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Storage.Tests;

/// <summary>The databases that everything has to hold on.</summary>
public enum DatabaseKind
{
    /// <summary>The embedded file.</summary>
    Sqlite,

    /// <summary>The server named by <c>JUNHENG_TEST_POSTGRES</c>, which <c>./junheng test</c> starts.</summary>
    PostgreSql,
}

/// <summary>A real database of its own, gone with the test: a SQLite file, or a database on a PostgreSQL server.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-storage-");
    private readonly DatabaseKind _kind;
    private readonly bool _isBorrowed;
    private readonly ServiceProvider _services;

    private TemporaryDatabase(DatabaseKind kind, IInterceptor? interceptor, string? there = null)
    {
        _kind = kind;
        _isBorrowed = there is not null;
        var connection = there ?? (kind == DatabaseKind.PostgreSql
            ? $"{Server()};Database=junheng_{Guid.NewGuid():n};Pooling=false"
            : new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        Connection = connection;
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddJunhengStorage(InstallationKey.Of(new byte[32]), options =>
            {
                Use(kind, options, connection);
                if (interceptor is not null)
                {
                    options.AddInterceptors(interceptor);
                }
            })
            .BuildServiceProvider();
    }

    public IDbContextFactory<JunhengDatabase> Contexts => _services.GetRequiredService<IDbContextFactory<JunhengDatabase>>();

    public IImportStore Imports => _services.GetRequiredService<IImportStore>();

    public ICollectionStore Collection => _services.GetRequiredService<ICollectionStore>();

    public IKeptPlans KeptPlans => _services.GetRequiredService<IKeptPlans>();

    public IScenarios Scenarios => _services.GetRequiredService<IScenarios>();

    public ITrustedNodes TrustedNodes => _services.GetRequiredService<ITrustedNodes>();

    public IReceivedPackages Received => _services.GetRequiredService<IReceivedPackages>();

    public ICountyReturns Returns => _services.GetRequiredService<ICountyReturns>();

    public IAuditTrail Audit => _services.GetRequiredService<IAuditTrail>();

    public IAuditProof Proof => _services.GetRequiredService<IAuditProof>();

    public IPersonalKeys PersonalKeys => _services.GetRequiredService<IPersonalKeys>();

    public DatabaseKind Kind => _kind;

    public string Connection { get; }

    /// <summary>A folder that goes with the test.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The embedded file; it is not there on a server.</summary>
    public string File => Path.Combine(_folder.FullName, "junheng.db");

    public IRegisters Registers => _services.GetRequiredService<IRegisters>();

    public IPersons Persons => _services.GetRequiredService<IPersons>();

    public DatedCounties Counties => new(Returns, Registers);

    public IBackups Backups => _services.GetRequiredService<IBackups>();

    public IStoredFiles Files => _services.GetRequiredService<IStoredFiles>();

    /// <summary>A database that another process made and will remove.</summary>
    public static TemporaryDatabase At(DatabaseKind kind, string connection) => new(kind, null, connection);

    /// <summary>A database that does not exist yet.</summary>
    public static TemporaryDatabase Empty(DatabaseKind kind) => new(kind, null);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<TemporaryDatabase> MigratedAsync(DatabaseKind kind, IInterceptor? interceptor = null)
    {
        var database = new TemporaryDatabase(kind, interceptor);
        await DatabaseMigration.RunAsync(database.Contexts, TestContext.Current.CancellationToken);
        return database;
    }

    public static void Use(DatabaseKind kind, DbContextOptionsBuilder options, string connection)
    {
        if (kind == DatabaseKind.PostgreSql)
        {
            PostgreSqlStorage.Use(options, connection);
        }
        else
        {
            SqliteStorage.Use(options, connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_kind == DatabaseKind.PostgreSql && !_isBorrowed)
        {
            await using var context = await Contexts.CreateDbContextAsync();
            await context.Database.EnsureDeletedAsync();
        }

        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Server()
    {
        var server = Environment.GetEnvironmentVariable("JUNHENG_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "No PostgreSQL server: JUNHENG_TEST_POSTGRES is not set (./junheng test starts one where it is installed).");
        return server!;
    }
}
