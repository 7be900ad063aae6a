using Junheng.Application.Counties;
using Junheng.Application.Files;
using Junheng.Application.Import;
using Junheng.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Storage.Tests;

/// <summary>A real SQLite file in a folder of its own, gone with the test.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-storage-");
    private readonly ServiceProvider _services;

    private TemporaryDatabase(IInterceptor? interceptor)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "below", "junheng.db"), Pooling = false }.ToString();
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddJunhengStorage(options =>
            {
                SqliteStorage.Use(options, connection);
                if (interceptor is not null)
                {
                    options.AddInterceptors(interceptor);
                }
            })
            .BuildServiceProvider();
    }

    public IDbContextFactory<JunhengDatabase> Contexts => _services.GetRequiredService<IDbContextFactory<JunhengDatabase>>();

    public IImportStore Imports => _services.GetRequiredService<IImportStore>();

    public ICountyReturns Returns => _services.GetRequiredService<ICountyReturns>();

    public IStoredFiles Files => _services.GetRequiredService<IStoredFiles>();

    public static async Task<TemporaryDatabase> MigratedAsync(IInterceptor? interceptor = null)
    {
        var database = new TemporaryDatabase(interceptor);
        await SqliteStorage.MigrateAsync(database.Contexts, TestContext.Current.CancellationToken);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
