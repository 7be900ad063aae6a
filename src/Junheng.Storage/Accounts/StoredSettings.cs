using Junheng.Application.Audit;
using Junheng.Application.Settings;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Settings in the database.</summary>
internal sealed class StoredSettings(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : ISettings
{
    private readonly Grouped<string, string?> _found = new(names => FindAsync(databases, names));

    public Task<string?> FindAsync(string name, CancellationToken cancellation) => _found.RunAsync(name, cancellation);

    public async Task SetAsync(string name, string value, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await database.Settings.Where(row => row.ScopeId == AccountRows.Scope && row.Name == name).ExecuteUpdateAsync(row => row.SetProperty(each => each.Value, value), cancellation) == 0)
        {
            database.Settings.Add(new SettingRow { ScopeId = AccountRows.Scope, Name = name, Value = value });
        }

        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<IReadOnlyList<string?>> FindAsync(IDbContextFactory<JunhengDatabase> databases, IReadOnlyList<string> names)
    {
        await using var database = await databases.CreateDbContextAsync();
        var asked = names.Distinct().ToList();
        var found = await database.Settings.AsNoTracking().Where(row => row.ScopeId == AccountRows.Scope && asked.Contains(row.Name)).ToDictionaryAsync(row => row.Name, row => row.Value);
        return [.. names.Select(name => found.GetValueOrDefault(name))];
    }
}
