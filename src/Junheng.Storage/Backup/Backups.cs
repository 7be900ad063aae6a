using System.Data.Common;
using Junheng.Application.Backup;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Backup;

/// <summary>Writes and restores backups of a database.</summary>
internal sealed class Backups(IDbContextFactory<JunhengDatabase> databases) : IBackups
{
    public async Task<ContentManifest> ContentAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await DatabaseDump.RunAsync(database, null, cancellation);
    }

    public async Task<ContentManifest> WriteAsync(Stream to, string passphrase, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        using var @sealed = new SealingStream(to, passphrase);
        ContentManifest content;
        using (var payload = new PayloadWriter(@sealed, await SchemaVersions.AppliedAsync(database, cancellation) ?? ""))
        {
            content = await DatabaseDump.RunAsync(database, payload, cancellation);
            payload.Complete(content);
        }

        @sealed.IsComplete = true;
        return content;
    }

    public Task<BackupOutcome> CheckAsync(Func<Stream> open, string passphrase, CancellationToken cancellation) =>
        RefusingAsync(async () => await ReadAsync(open, passphrase, _ => { }, null));

    public Task<BackupOutcome> RestoreAsync(Func<Stream> open, string passphrase, CancellationToken cancellation) => RefusingAsync(async () =>
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var content = await ReadAsync(open, passphrase, version => MustBeKnown(database, version), null);
        await MustBeEmptyAsync(database, content.SchemaVersion, cancellation);
        await DatabaseMigration.RunAsync(databases, content.SchemaVersion, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await using (var loader = new RowLoader(database))
        {
            await ReadAsync(open, passphrase, _ => { }, (table, row) => loader.AddAsync(table, row, cancellation));
        }

        await SetCountersAsync(database, content.SchemaVersion, cancellation);
        if (await DatabaseDump.RunAsync(database, null, cancellation) is var arrived && arrived.Hash != content.Hash)
        {
            throw new BackupRefusedException(BackupFault.NotTheSame);
        }

        await transaction.CommitAsync(cancellation);
        return content;
    });

    private static async Task<BackupOutcome> RefusingAsync(Func<Task<ContentManifest>> read)
    {
        try
        {
            return new BackupOutcome.Sound(await read());
        }
        catch (BackupRefusedException refused)
        {
            return new BackupOutcome.Refused(refused.Fault);
        }
    }

    private static async Task<ContentManifest> ReadAsync(Func<Stream> open, string passphrase, Action<string> begin, Func<TableSchema, byte[], Task>? row)
    {
        await using var file = open();
        using var plain = new UnsealingStream(file, passphrase);
        return await PayloadReader.RunAsync(plain, begin, row);
    }

    private static void MustBeKnown(JunhengDatabase database, string version)
    {
        if (!SchemaVersions.IsKnown(database, version))
        {
            throw new BackupRefusedException(BackupFault.NewerProgram);
        }
    }

    /// <summary>Empty: no table yet, or the tables that a restore which broke off has left, without a row.</summary>
    private static async Task MustBeEmptyAsync(JunhengDatabase database, string version, CancellationToken cancellation)
    {
        if (!await database.Database.CanConnectAsync(cancellation))
        {
            return;
        }

        var there = await DatabaseDump.RunAsync(database, null, cancellation);
        if (there.Rows > 0 || string.CompareOrdinal(there.SchemaVersion, version) > 0)
        {
            throw new BackupRefusedException(BackupFault.TargetNotEmpty);
        }
    }

    /// <summary>Numbers that a server gives out itself go on after the largest that was restored.</summary>
    private static async Task SetCountersAsync(JunhengDatabase database, string version, CancellationToken cancellation)
    {
        if (!DatabaseDump.IsPostgreSql(database))
        {
            return;
        }

        foreach (var (table, column) in SchemaVersions.TablesOf(database, version).SelectMany(table => table.Columns.Where(column => column.IsGenerated).Select(column => (table.Name, column.Name))))
        {
            await using var command = DatabaseDump.Command(
                database, $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), (SELECT MAX(\"{column}\") FROM \"{table}\")) WHERE pg_get_serial_sequence('\"{table}\"', '{column}') IS NOT NULL");
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Adds rows, one prepared statement a table.</summary>
    private sealed class RowLoader(JunhengDatabase database) : IAsyncDisposable
    {
        private TableSchema? _table;
        private DbCommand? _insert;

        public async Task AddAsync(TableSchema table, byte[] row, CancellationToken cancellation)
        {
            if (!ReferenceEquals(table, _table))
            {
                await DisposeAsync();
                (_table, _insert) = (table, Insert(table));
            }

            var values = CanonicalRow.Read(row, table);
            for (var column = 0; column < values.Length; column++)
            {
                _insert!.Parameters[column].Value = values[column] ?? DBNull.Value;
            }

            await _insert!.ExecuteNonQueryAsync(cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            if (_insert is not null)
            {
                await _insert.DisposeAsync();
            }
        }

        private DbCommand Insert(TableSchema table)
        {
            var names = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
            var command = DatabaseDump.Command(database, $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({string.Join(", ", table.Columns.Select((_, at) => FormattableString.Invariant($"@p{at}")))})");
            for (var column = 0; column < table.Columns.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = FormattableString.Invariant($"@p{column}");
                command.Parameters.Add(parameter);
            }

            return command;
        }
    }
}
