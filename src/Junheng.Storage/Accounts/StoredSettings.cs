using Junheng.Application.Audit;
using Junheng.Application.Settings;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Settings in the database.</summary>
internal sealed class StoredSettings(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : ISettings
{
    public async Task<string?> FindAsync(string name, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return (await database.Settings.AsNoTracking().FirstOrDefaultAsync(row => row.ScopeId == AccountRows.Scope && row.Name == name, cancellation))?.Value;
    }

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
}
