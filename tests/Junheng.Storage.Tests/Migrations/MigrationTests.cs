using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Migrations;

public class MigrationTests
{
    [Fact]
    public async Task The_model_has_no_changes_that_no_migration_makes()
    {
        await using var database = await TemporaryDatabase.MigratedAsync();
        await using var context = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_migrations_make_the_tables_that_the_model_describes()
    {
        await using var database = await TemporaryDatabase.MigratedAsync();
        await using var migrated = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var described = new JunhengDatabase(new DbContextOptionsBuilder<JunhengDatabase>().UseSqlite(connection).Options);
        await described.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var expected = await ColumnsAsync(described);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await ColumnsAsync(migrated));
    }

    [Fact]
    public async Task Every_key_begins_with_the_scope()
    {
        await using var database = await TemporaryDatabase.MigratedAsync();
        await using var context = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.All(context.Model.GetEntityTypes(), table => Assert.Equal("ScopeId", table.FindPrimaryKey()!.Properties[0].Name));
    }

    private static async Task<List<string>> ColumnsAsync(JunhengDatabase context)
    {
        const string sql = """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS Value
            FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE '\_\_%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
            UNION ALL SELECT 'index ' || name || ' on ' || tbl_name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%'
            ORDER BY 1
            """;
        return await context.Database.SqlQueryRaw<string>(sql).ToListAsync(TestContext.Current.CancellationToken);
    }
}
