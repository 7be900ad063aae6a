using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Backup;

/// <summary>How a column's values are written in canonical form. The numbers stand in files, so they never change.</summary>
internal enum ColumnKind : byte
{
    Integer = 1,
    Text = 2,
    Bytes = 3,

    /// <summary>A moment, to a microsecond, in UTC.</summary>
    Time = 4,
    Day = 5,
    Flag = 6,
    Real = 7,
    Decimal = 8,
    Guid = 9,
}

/// <summary>A column.</summary>
internal sealed record ColumnSchema(string Name, ColumnKind Kind, bool IsGenerated);

/// <summary>A table as some migration left it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">By name.</param>
/// <param name="Key">Columns of its primary key.</param>
internal sealed record TableSchema(string Name, ImmutableArray<ColumnSchema> Columns, ImmutableArray<string> Key);

/// <summary>The tables of each version of the schema, from what the migrations wrote down: a backup of an old database needs no code of its own.</summary>
internal static class SchemaVersions
{
    /// <summary>The last migration applied to a database; null for an empty one.</summary>
    public static async Task<string?> AppliedAsync(JunhengDatabase database, CancellationToken cancellation) =>
        (await database.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault();

    /// <summary>Whether this program knows a version.</summary>
    public static bool IsKnown(JunhengDatabase database, string version) => database.GetService<IMigrationsAssembly>().Migrations.ContainsKey(version);

    /// <summary>The tables of a version, those that others refer to first.</summary>
    public static ImmutableArray<TableSchema> TablesOf(JunhengDatabase database, string version)
    {
        var migrations = database.GetService<IMigrationsAssembly>();
        var model = migrations.CreateMigration(migrations.Migrations[version], database.Database.ProviderName!).TargetModel;
        var tables = model.GetEntityTypes().GroupBy(entity => entity.GetTableName()!).ToDictionary(group => group.Key, group => group.ToList());
        var ordered = new List<string>();
        foreach (var name in tables.Keys.Order(StringComparer.Ordinal))
        {
            Visit(name, tables, ordered);
        }

        return [.. ordered.Select(name => Table(name, tables[name]))];
    }

    private static void Visit(string name, Dictionary<string, List<IEntityType>> tables, List<string> ordered)
    {
        if (ordered.Contains(name))
        {
            return;
        }

        foreach (var principal in tables[name].SelectMany(entity => entity.GetForeignKeys()).Select(key => key.PrincipalEntityType.GetTableName()!).Where(other => other != name).Order(StringComparer.Ordinal))
        {
            Visit(principal, tables, ordered);
        }

        ordered.Add(name);
    }

    private static TableSchema Table(string name, List<IEntityType> entities)
    {
        var properties = entities.SelectMany(entity => entity.GetProperties()).DistinctBy(property => property.GetColumnName()).ToList();
        var key = entities[0].FindPrimaryKey()!.Properties;
        return new TableSchema(
            name,
            [.. properties.OrderBy(property => property.GetColumnName(), StringComparer.Ordinal).Select(property =>
                new ColumnSchema(property.GetColumnName(), KindOf(property.ClrType), property.ValueGenerated == ValueGenerated.OnAdd && KindOf(property.ClrType) == ColumnKind.Integer))],
            [.. key.Select(property => property.GetColumnName())]);
    }

    private static ColumnKind KindOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || plain == typeof(long) || plain == typeof(int) || plain == typeof(short) || plain == typeof(byte) ? ColumnKind.Integer
            : plain == typeof(string) ? ColumnKind.Text
            : plain == typeof(byte[]) ? ColumnKind.Bytes
            : plain == typeof(DateTimeOffset) || plain == typeof(DateTime) ? ColumnKind.Time
            : plain == typeof(DateOnly) ? ColumnKind.Day
            : plain == typeof(bool) ? ColumnKind.Flag
            : plain == typeof(double) ? ColumnKind.Real
            : plain == typeof(decimal) ? ColumnKind.Decimal
            : plain == typeof(Guid) ? ColumnKind.Guid
            : throw new NotSupportedException($"A backup has no form for columns of the type {plain.Name}.");
    }
}
