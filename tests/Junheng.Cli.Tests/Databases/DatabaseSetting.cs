using Junheng.Application.Backup;
using Junheng.Application.FirstStart;
using Junheng.Application.Import;
using Junheng.Application.Registers;
using Junheng.Cli.Databases;
using Junheng.Documents.Definitions;
using Junheng.Documents.Samples;
using Junheng.Documents.Statistics;
using Junheng.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Cli.Tests.Databases;

/// <summary>A database as the option <c>--database</c> names it: a file in a workspace, or a database of its own on the test server.</summary>
internal sealed class DatabaseSetting : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _isServer;

    private DatabaseSetting(string setting, string keyFile)
    {
        Setting = setting;
        _isServer = DatabaseOptions.IsServer(setting);
        _services = OpenedDatabase.Services(setting, keyFile, TimeProvider.System);
    }

    /// <summary>What to type after <c>--database</c>.</summary>
    public string Setting { get; }

    public IBackups Backups => Get<IBackups>();

    /// <summary>A database that is not there yet.</summary>
    public static DatabaseSetting New(Workspace workspace, bool onServer, string name)
    {
        var server = Environment.GetEnvironmentVariable("JUNHENG_TEST_POSTGRES");
        Assert.SkipWhen(onServer && string.IsNullOrEmpty(server), "No PostgreSQL server: JUNHENG_TEST_POSTGRES is not set (./junheng test starts one where it is installed).");
        return new DatabaseSetting(onServer ? $"{server};Database=junheng_{Guid.NewGuid():n};Pooling=false" : workspace[name], workspace["junheng.key"]);
    }

    /// <summary>A service of it.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Makes its tables, up to a migration or all.</summary>
    public async Task MigrateAsync(string? target = null) =>
        await DatabaseMigration.RunAsync(Get<IDbContextFactory<JunhengDatabase>>(), target, TestContext.Current.CancellationToken);

    /// <summary>The sample county with its registers.</summary>
    public async Task FillAsync()
    {
        var imports = Get<IImportStore>();
        var import = new ImportFiles(new MakeImportBatch(StandardFiles.BesideProgram, new StatisticsFiles(), new StandardTextFiles(Path.Combine(AppContext.BaseDirectory, "standards"))), imports);
        await new StoreSampleCounty(imports, new SampleFiles(StandardFiles.BesideProgram), import).RunAsync(TestContext.Current.CancellationToken);
        var change = new ChangeRegisters(Get<IRegisters>(), TimeProvider.System);
        await new StoreSampleRegisters(Get<IRegisters>(), Get<Junheng.Application.Counties.ICountyReturns>(), change).RunAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (_isServer)
        {
            using var context = Get<IDbContextFactory<JunhengDatabase>>().CreateDbContext();
            context.Database.EnsureDeleted();
        }

        _services.Dispose();
        Junheng.Storage.Sqlite.SqliteStorage.ReleaseFiles();
    }
}
