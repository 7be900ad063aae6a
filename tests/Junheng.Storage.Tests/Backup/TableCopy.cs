using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Backup;

/// <summary>Copies the tables of the first schema from one database to another of the same kind, by plain SQL: as the first version of the program would have filled them.</summary>
internal static class TableCopy
{
    private static readonly string[] _tables = ["regions", "files", "standards", "returns", "items", "findings"];

    public static async Task RunAsync(TemporaryDatabase from, TemporaryDatabase to, CancellationToken cancellation)
    {
        await using var source = await from.Contexts.CreateDbContextAsync(cancellation);
        await using var target = await to.Contexts.CreateDbContextAsync(cancellation);
        await source.Database.OpenConnectionAsync(cancellation);
        await target.Database.OpenConnectionAsync(cancellation);
        foreach (var table in _tables)
        {
            await using var select = source.Database.GetDbConnection().CreateCommand();
            select.CommandText = $"SELECT * FROM {table}";
            await using var reader = await select.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                await using var insert = target.Database.GetDbConnection().CreateCommand();
                insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetName))}) VALUES ({string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(at => $"@p{at}"))})";
                for (var at = 0; at < reader.FieldCount; at++)
                {
                    var parameter = insert.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = ($"@p{at}", reader.GetValue(at));
                    insert.Parameters.Add(parameter);
                }

                await insert.ExecuteNonQueryAsync(cancellation);
            }
        }
    }
}
