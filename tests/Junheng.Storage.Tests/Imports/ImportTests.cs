using System.Data.Common;
using Junheng.Application.Import;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Junheng.Storage.Tests.Imports;

public sealed class ImportTestsOnSqlite() : ImportTests(DatabaseKind.Sqlite);

public sealed class ImportTestsOnPostgreSql() : ImportTests(DatabaseKind.PostgreSql);

public abstract class ImportTests(DatabaseKind kind)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stores_a_county_with_its_years_and_its_file()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        Assert.True(await database.Imports.IsEmptyAsync(Cancellation));

        Assert.IsType<ImportOutcome.Stored>(await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation));

        var county = await database.Returns.FindAsync(SampleImport.County, Cancellation);
        Assert.NotNull(county);
        Assert.Equal([2026, 2025, 2024, 2023, 2022, 2021], county.Years);
        Assert.Equal(SampleImport.Schools.Content, (await database.Files.FindAsync(county.Returns[0].FileSha256, Cancellation))!.Content);
        Assert.False(await database.Imports.IsEmptyAsync(Cancellation));
    }

    [Fact]
    public async Task Killed_in_the_middle_leaves_an_empty_database_empty()
    {
        var fault = new FaultAt("INSERT INTO items");
        await using var database = await TemporaryDatabase.MigratedAsync(kind, fault);

        await Assert.ThrowsAnyAsync<Exception>(() => SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation));

        Assert.True(fault.HasStruck);
        Assert.True(await database.Imports.IsEmptyAsync(Cancellation));
        Assert.Null(await database.Returns.FindAsync(SampleImport.County, Cancellation));
    }

    [Fact]
    public async Task Killed_in_the_middle_leaves_the_former_version()
    {
        var fault = new FaultAt("INSERT INTO items") { IsArmed = false };
        await using var database = await TemporaryDatabase.MigratedAsync(kind, fault);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        var before = await database.Returns.FindAsync(SampleImport.County, Cancellation);

        fault.IsArmed = true;
        await Assert.ThrowsAnyAsync<Exception>(() => SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation));

        var after = await database.Returns.FindAsync(SampleImport.County, Cancellation);
        Assert.True(fault.HasStruck);
        Assert.Equal(before!.Returns, after!.Returns);
        Assert.Equal(before.Items, after.Items);
    }

    [Fact]
    public async Task The_same_year_again_becomes_the_next_version()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);

        var county = await database.Returns.FindAsync(SampleImport.County, Cancellation);
        Assert.All(county!.Returns, each => Assert.Equal(2, each.Version));
        Assert.Equal(6, county.Returns.Length);
    }

    [Fact]
    public async Task What_cannot_be_read_stores_nothing()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var request = SampleImport.Request with { Tables = [SampleImport.Schools with { Content = "county_code,school_code\r\n1,2\r\n"u8.ToArray() }] };

        var refused = Assert.IsType<ImportOutcome.Refused>(await SampleImport.Into(database).RunAsync(request, Cancellation));

        Assert.NotEmpty(refused.Findings);
        Assert.True(await database.Imports.IsEmptyAsync(Cancellation));
    }

    /// <summary>Stands for a machine that dies while a certain statement runs.</summary>
    private sealed class FaultAt(string statement) : DbCommandInterceptor
    {
        public bool IsArmed { get; set; } = true;

        public bool HasStruck { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Strike(command, result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Strike(command, result);

        private ValueTask<T> Strike<T>(DbCommand command, T result)
        {
            if (IsArmed && command.CommandText.Replace("\"", "", StringComparison.Ordinal).Contains(statement, StringComparison.Ordinal))
            {
                HasStruck = true;
                throw new InvalidOperationException("The machine died.");
            }

            return ValueTask.FromResult(result);
        }
    }
}
