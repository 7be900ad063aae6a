using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Registers;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Domain.Schools;

namespace Junheng.Storage.Tests.Crashes;

public sealed class KilledWriterTestsOnSqlite() : KilledWriterTests(DatabaseKind.Sqlite);

public sealed class KilledWriterTestsOnPostgreSql() : KilledWriterTests(DatabaseKind.PostgreSql);

/// <summary>
/// A process that writes is killed (SIGKILL) again and again, at moments that nobody chose. Each time the database holds the old state or the new one, and all that was acknowledged (S26).
/// <c>JUNHENG_KILLS</c> says how often and <c>JUNHENG_KILLS_SEED</c> at which moments; eng/kills runs many.
/// </summary>
public abstract class KilledWriterTests(DatabaseKind kind)
{
    private const int Year = 2027;
    private const int UsualKills = 2;
    private const int LongestWork = 900;
    private const int Schools = 24;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("registers")]
    [InlineData("forms")]
    [InlineData("import")]
    [InlineData("commit")]
    public async Task Whenever_a_writer_is_killed_what_it_acknowledged_is_there_and_nothing_is_half_done(string work)
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        await new StoreSampleRegisters(database.Registers, database.Returns, new ChangeRegisters(database.Registers, TimeProvider.System)).RunAsync(Cancellation);
        var county = (await database.Returns.CountiesAsync(Cancellation)).Single(region => region.Code == SampleImport.County);
        var round = new CollectionRound(county.Scope, Year, "2027年填报", new DateOnly(2027, 9, 1), new DateOnly(2027, 9, 20), new DateOnly(2027, 9, 30), StandardRequest.DefaultId, null);
        Assert.True(await database.Collection.OpenAsync(round, Asked(), "test", Cancellation));
        var check = new StateAfterKill(database, county.Scope, Year);
        var moments = new Random(KillCount.Seed + work.Length);
        var next = KilledProcess.Start(database, work, Year);
        for (var left = KillCount.Of(UsualKills); left > 0; left--)
        {
            using var worker = next;
            await worker.WorkAndKillAsync(TimeSpan.FromMilliseconds(moments.Next(0, moments.Next(1, LongestWork))), Cancellation);
            await check.RunAsync(worker.Acknowledged, Cancellation);
            next = KilledProcess.Start(database, work, Year); // what it reads to be ready, it reads after the check of the kill before
        }

        next.Dispose();
        KillCount.Note(kind.ToString(), work, KillCount.Of(UsualKills));
    }

    /// <summary>Schools of the sample county in 2026.</summary>
    private static ImmutableArray<AskedSchool> Asked()
    {
        var table = SampleCounty.Schools(1);
        string Cell(string[] row, string column) => row[table.Columns.ToList().IndexOf(column)];
        return [.. table.Rows.Where(row => Cell(row, "report_year") == "2026").Select(row => new AskedSchool(Cell(row, "school_code"), Cell(row, "school_name"), SchoolTypes.Parse(Cell(row, "school_type")), "")).Take(Schools)];
    }
}
