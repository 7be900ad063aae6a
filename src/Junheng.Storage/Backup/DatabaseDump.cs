using System.Buffers;
using System.Data.Common;
using Junheng.Application.Backup;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Backup;

/// <summary>Where the rows of a dump go.</summary>
internal interface IRowSink
{
    void Begin(TableSchema table);

    void Row(ReadOnlySpan<byte> row);

    void End(TableContent content);
}

/// <summary>Reads every row of a database in canonical form and order.</summary>
internal static class DatabaseDump
{
    /// <summary>
    /// Reads everything as of one moment, in the caller's transaction or one of its own that keeps nobody from writing. An empty database has the empty version and no table.
    /// </summary>
    public static async Task<ContentManifest> RunAsync(JunhengDatabase database, IRowSink? sink, CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction is not null)
        {
            return await ReadAsync(database, sink, cancellation);
        }

        await database.Database.OpenConnectionAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync(IsPostgreSql(database) ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN DEFERRED", cancellation);
        try
        {
            return await ReadAsync(database, sink, cancellation);
        }
        finally
        {
            await database.Database.ExecuteSqlRawAsync("ROLLBACK", CancellationToken.None);
            await database.Database.CloseConnectionAsync();
        }
    }

    public static bool IsPostgreSql(JunhengDatabase database) => database.Database.ProviderName!.Contains("PostgreSQL", StringComparison.Ordinal);

    private static async Task<ContentManifest> ReadAsync(JunhengDatabase database, IRowSink? sink, CancellationToken cancellation)
    {
        var version = await SchemaVersions.AppliedAsync(database, cancellation) ?? "";
        var contents = new List<TableContent>();
        foreach (var table in version.Length == 0 ? [] : SchemaVersions.TablesOf(database, version))
        {
            contents.Add(await ReadAsync(database, table, sink, cancellation));
        }

        return ContentHash.Of(version, contents);
    }

    private static async Task<TableContent> ReadAsync(JunhengDatabase database, TableSchema table, IRowSink? sink, CancellationToken cancellation)
    {
        using var hash = ContentHash.Begin(table);
        sink?.Begin(table);
        var buffer = new ArrayBufferWriter<byte>();
        var rows = 0L;
        await using (var command = Command(database, Select(table, IsPostgreSql(database))))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                buffer.ResetWrittenCount();
                CanonicalRow.Write(reader, table, buffer);
                hash.AppendData(buffer.WrittenSpan);
                sink?.Row(buffer.WrittenSpan);
                rows++;
            }
        }

        var content = new TableContent(table.Name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
        sink?.End(content);
        return content;
    }

    /// <summary>Texts are sorted by their bytes, whatever the database's language is.</summary>
    private static string Select(TableSchema table, bool isPostgreSql)
    {
        var order = table.Key.Select(key => isPostgreSql && table.Columns.Single(column => column.Name == key).Kind == ColumnKind.Text ? $"\"{key}\" COLLATE \"C\"" : $"\"{key}\"");
        return $"SELECT {string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))} FROM \"{table.Name}\" ORDER BY {string.Join(", ", order)}";
    }

    /// <summary>A command in the context's transaction. The text holds names of the model only.</summary>
    public static DbCommand Command(JunhengDatabase database, string text)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come from the migrations.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Transaction = (database.Database.CurrentTransaction as Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<DbTransaction>)?.Instance;
        return command;
    }
}
