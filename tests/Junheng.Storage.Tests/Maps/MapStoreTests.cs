using Junheng.Application.Audit;
using Junheng.Application.Counties;
using Junheng.Application.FirstStart;
using Junheng.Application.Maps;
using Junheng.Application.Recognition;
using Junheng.Application.Regions;
using Junheng.Documents.Definitions;
using Junheng.Documents.Maps;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Maps;

public sealed class MapStoreTestsOnSqlite() : MapStoreTests(DatabaseKind.Sqlite);

public sealed class MapStoreTestsOnPostgreSql() : MapStoreTests(DatabaseKind.PostgreSql);

public abstract class MapStoreTests(DatabaseKind kind)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_county_gets_a_boundary_once_and_it_comes_back_as_it_was()
    {
        await using var database = await SampleAsync();
        var store = new StoreSampleBoundary(Regions(database), database.Get<IBoundaries>(), new ImportBoundaries(new GeoJsonFile(), database.Get<IBoundaries>(), TimeProvider.System));

        Assert.True(await store.RunAsync(Cancellation));
        Assert.False(await store.RunAsync(Cancellation));

        var scope = (await database.Returns.FindAsync(SampleImport.County, Cancellation))!.Region.Scope;
        var boundary = Assert.Single(await database.Get<IBoundaries>().NewestAsync([scope], Cancellation));
        Assert.Equal((1, 13), (boundary.Version, boundary.Inner.Length));
        var read = new GeoJsonFile().Read("boundary.geojson", Application.Samples.SampleBoundaries.County(), Language.Zh).Features!.Value[0].Shape;
        Assert.Equal(read.Points, boundary.Outline.Points);
    }

    [Fact]
    public async Task A_second_boundary_is_the_next_version()
    {
        await using var database = await SampleAsync();
        var county = (await Regions(database).RunAsync(Cancellation)).Find(SampleImport.County)!;
        var import = new ImportBoundaries(new GeoJsonFile(), database.Get<IBoundaries>(), TimeProvider.System);
        await import.RunAsync([county], "a.geojson", Application.Samples.SampleBoundaries.County(), MapDatum.Cgcs2000, "clerk", Language.Zh, Cancellation);
        await import.RunAsync([county], "b.geojson", Application.Samples.SampleBoundaries.County(), MapDatum.Gcj02, "clerk", Language.Zh, Cancellation);

        var boundary = Assert.Single(await database.Get<IBoundaries>().NewestAsync([county.Scope!.Value], Cancellation));
        Assert.Equal((2, "b.geojson", MapDatum.Gcj02), (boundary.Version, boundary.FileName, boundary.Datum));
    }

    [Fact]
    public async Task Two_who_enter_from_the_same_form_do_not_overwrite_each_other()
    {
        await using var database = await SampleAsync();
        var county = (await database.Returns.FindAsync(SampleImport.County, Cancellation))!.Region;
        var enter = new EnterRecognition(database.Get<IRecognitions>(), TimeProvider.System);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var form = new RecognitionForm("2035", RecognitionState.CountySelfEvaluation, today, "", 0);

        Assert.Equal(RecognitionOutcome.Done, await enter.RunAsync(county, form, "one", Cancellation));
        Assert.Equal(RecognitionOutcome.Outdated, await enter.RunAsync(county, form with { PlannedYear = "2040" }, "two", Cancellation));

        var entry = Assert.Single(await database.Get<IRecognitions>().LatestAsync(Cancellation));
        Assert.Equal((2035, RecognitionState.CountySelfEvaluation, "one"), (entry.PlannedYear, entry.State, entry.Actor));
    }

    [Theory]
    [InlineData("1999", RecognitionState.CountySelfEvaluation, "2026-01-01", "", RecognitionOutcome.BadYear)]
    [InlineData("soon", RecognitionState.CountySelfEvaluation, "2026-01-01", "", RecognitionOutcome.BadYear)]
    [InlineData("2035", RecognitionState.CountySelfEvaluation, "2999-01-01", "", RecognitionOutcome.BadDay)]
    [InlineData("2035", RecognitionState.CountySelfEvaluation, "yesterday", "", RecognitionOutcome.BadDay)]
    [InlineData("2035", RecognitionState.ProvincialEvaluation, "2026-01-01", "", RecognitionOutcome.NoteMissing)]
    [InlineData("2035", RecognitionState.ProvincialEvaluation, "2026-01-01", "合并进行", RecognitionOutcome.Done)]
    [InlineData("", RecognitionState.NotStarted, "2026-01-01", "", RecognitionOutcome.Done)]
    public async Task What_is_entered_is_checked(string planned, RecognitionState state, string day, string note, RecognitionOutcome expected)
    {
        await using var database = await SampleAsync();
        var county = (await database.Returns.FindAsync(SampleImport.County, Cancellation))!.Region;
        var enter = new EnterRecognition(database.Get<IRecognitions>(), TimeProvider.System);

        Assert.Equal(expected, await enter.RunAsync(county, new RecognitionForm(planned, state, day, note, 0), "clerk", Cancellation));
    }

    [Fact]
    public async Task A_region_judges_its_counties_as_each_is_judged_alone()
    {
        await using var database = await SampleAsync();
        var returns = database.Get<IRegionReturns>();
        var assess = new AssessRegion(returns, Regions(database), new JudgeTogether(returns), StandardFiles.BesideProgram, TimeProvider.System);
        foreach (var basis in new[] { Basis.Default, Basis.Of(2023), Basis.Default with { Standard = Application.Standards.StandardRequest.Of("cn-2012-basic-balance") } })
        {
            var region = (await assess.RunAsync("990100", basis, (_, _) => true, Language.Zh, Cancellation))!;
            var alone = (await new AssessStoredCounty(database.Returns, StandardFiles.BesideProgram, TimeProvider.System).RunAsync(SampleImport.County, basis, Language.Zh, Cancellation))!;

            var outline = Assert.Single(region.Counties).Outline!;
            Assert.Equal((alone.County.Verdict, alone.County.EasedVerdict, alone.County.ReportYear), (outline.Verdict, outline.EasedVerdict, outline.ReportYear));
            Assert.Equal(alone.County.Parts.Select(part => part.Verdict), outline.Parts.Select(part => part.Verdict));
            Assert.Equal(alone.County.Stages.Select(stage => (stage.Units, stage.Meeting ?? 0, stage.NotMeeting ?? 0)), outline.Stages.Select(stage => (stage.Units, stage.Meeting, stage.NotMeeting)));
            Assert.Equal(alone.County.Stages.SelectMany(stage => stage.Indicators.Select(each => each.Spread)), outline.Stages.SelectMany(stage => stage.Spreads));
            Assert.Equal(alone.County.Items.Where(item => item.Verdict == Domain.Outcomes.Verdict.NotMet).Select(item => item.Id), outline.ItemsNotMet);
        }
    }

    [Fact]
    public async Task A_county_without_a_return_of_the_year_is_named_and_not_judged()
    {
        await using var database = await SampleAsync();
        await database.Get<ICountyRegister>().AddAsync("990122", "云汀县", new AuditEntry(ScopeId.Installation, "test", "county.register", "county/990122", AuditResults.Done, TimeProvider.System.GetLocalNow()), Cancellation);
        var returns = database.Get<IRegionReturns>();

        var region = (await new AssessRegion(returns, Regions(database), new JudgeTogether(returns), StandardFiles.BesideProgram, TimeProvider.System)
            .RunAsync("990100", Basis.Default, (_, _) => true, Language.Zh, Cancellation))!;

        Assert.Equal([("990121", true), ("990122", false)], region.Counties.Select(county => (county.Node.Code, county.Outline is not null)));
        Assert.Equal(1, RegionTotals.Of(region.Counties).NotReported);
    }

    private static ReadRegions Regions(TemporaryDatabase database) => new(database.Get<IRegionReturns>(), database.Registers, TimeProvider.System);

    private async Task<TemporaryDatabase> SampleAsync()
    {
        var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        return database;
    }
}
