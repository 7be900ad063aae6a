using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Migrations;

public sealed class MigrationTestsOnSqlite() : MigrationTests(DatabaseKind.Sqlite);

public sealed class MigrationTestsOnPostgreSql() : MigrationTests(DatabaseKind.PostgreSql);

public abstract class MigrationTests(DatabaseKind kind)
{
    [Fact]
    public async Task The_model_has_no_changes_that_no_migration_makes()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await using var context = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_migrations_make_the_tables_that_the_model_describes()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await using var migrated = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using var other = await TemporaryDatabase.MigratedAsync(kind);
        await using var described = await other.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await described.Database.EnsureDeletedAsync(TestContext.Current.CancellationToken);
        await described.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var expected = await ColumnsAsync(described);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await ColumnsAsync(migrated));
    }

    [Fact]
    public async Task The_last_migration_knows_every_table_so_that_a_backup_misses_none()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await using var context = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);

        var content = await database.Backups.ContentAsync(TestContext.Current.CancellationToken);

        Assert.Equal(context.Model.GetEntityTypes().Select(table => table.GetTableName()).Order(StringComparer.Ordinal), content.Tables.Select(table => table.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_key_begins_with_the_scope()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await using var context = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.All(context.Model.GetEntityTypes(), table => Assert.Equal("ScopeId", table.FindPrimaryKey()!.Properties[0].Name));
    }

    private async Task<List<string>> ColumnsAsync(JunhengDatabase context)
    {
        const string sqlite = """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS Value
            FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE '\_\_%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
            UNION ALL SELECT 'index ' || name || ' on ' || tbl_name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%'
            ORDER BY 1
            """;
        const string postgres = """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS "Value"
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%'
            UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%'
            UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
              WHERE connamespace = 'public'::regnamespace AND contype = 'f'
            ORDER BY 1
            """;
        return await context.Database.SqlQueryRaw<string>(kind == DatabaseKind.PostgreSql ? postgres : sqlite).ToListAsync(TestContext.Current.CancellationToken);
    }
}
