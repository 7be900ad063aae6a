using System.Text;
using Junheng.Application.Assess;
using Junheng.Application.Counties;
using Junheng.Application.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Returns;

public sealed class StoredResultTestsOnSqlite() : StoredResultTests(DatabaseKind.Sqlite);

public sealed class StoredResultTestsOnPostgreSql() : StoredResultTests(DatabaseKind.PostgreSql);

public abstract class StoredResultTests(DatabaseKind kind)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_county_judged_from_the_database_is_the_county_judged_from_the_file()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero));

        var stored = await new AssessStoredCounty(database.Returns, StandardFiles.BesideProgram, clock).RunAsync(SampleImport.County, Basis.Of(2026), Language.Zh, Cancellation);
        var outcome = new AssessCounties(StandardFiles.BesideProgram, new StatisticsFiles()).Run(new AssessRequest(
            [SampleImport.Schools], StandardRequest.Of(StandardRequest.DefaultId), new DateOnly(2026, 11, 21), SampleImport.Items));

        var fromFile = Assert.IsType<AssessOutcome.Assessed>(outcome).Report;
        Assert.Equal(fromFile.ResultId, stored!.Report.ResultId);
        Assert.Equal(Json(fromFile), Json(stored.Report));
    }

    [Fact]
    public async Task Each_report_year_is_judged_within_its_own_year()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero));
        var assess = new AssessStoredCounty(database.Returns, StandardFiles.BesideProgram, clock);
        var county = await database.Returns.FindAsync(SampleImport.County, Cancellation);

        var years = await assess.YearsAsync(county!, Basis.Default, Language.Zh, Cancellation);

        Assert.Equal([2021, 2022, 2023, 2024, 2025, 2026], years.Select(year => year.County.ReportYear));
        Assert.Equal(new DateOnly(2025, 8, 31), years[3].Report.Result.InForce.Date);
        Assert.Equal(new DateOnly(2026, 11, 21), years[5].Report.Result.InForce.Date);
    }

    [Fact]
    public async Task Asking_twice_gives_the_same_object()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        var assess = new AssessStoredCounty(database.Returns, StandardFiles.BesideProgram, TimeProvider.System);

        var first = await assess.RunAsync(SampleImport.County, Basis.Of(2024), Language.Zh, Cancellation);

        Assert.Same(first!.Report, (await assess.RunAsync(SampleImport.County, Basis.Of(2024), Language.Zh, Cancellation))!.Report);
    }

    [Theory]
    [InlineData("000000", null)]
    [InlineData(SampleImport.County, 1999)]
    public async Task What_is_not_on_record_is_not_judged(string code, int? year)
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);

        Assert.Null(await new AssessStoredCounty(database.Returns, StandardFiles.BesideProgram, TimeProvider.System).RunAsync(code, Basis.Of(year), Language.Zh, Cancellation));
    }

    private static string Json(AssessmentReport report)
    {
        using var stream = new MemoryStream();
        AssessmentJson.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
