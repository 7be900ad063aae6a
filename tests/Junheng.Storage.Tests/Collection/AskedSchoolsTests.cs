using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Domain.Schools;

namespace Junheng.Storage.Tests.Collection;

public sealed class AskedSchoolsTestsOnSqlite() : AskedSchoolsTests(DatabaseKind.Sqlite);

public sealed class AskedSchoolsTestsOnPostgreSql() : AskedSchoolsTests(DatabaseKind.PostgreSql);

/// <summary>A round asks the schools that the register knows on 1 September of its year; without a register, those of the newest figures.</summary>
public abstract class AskedSchoolsTests(DatabaseKind kind)
{
    private static readonly SubjectId _county = new(SubjectKind.Region, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_register_the_newest_figures_say_who_is_asked_and_campuses_are_not_schools()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);

        var asked = await AskedAsync(database, 2027);

        Assert.Equal((AskedFrom.Figures, 2026), (asked.From, asked.FiguresOf));
        Assert.Equal(68, asked.Schools.Length);
        Assert.Empty(asked.New);
    }

    [Fact]
    public async Task The_register_as_at_1_September_says_who_is_asked()
    {
        await using var database = await SampleAsync();
        var number = (await database.Registers.ReadAsync(Cancellation)).NextNumber(SubjectKind.School);
        var closed = (await database.Registers.ReadAsync(Cancellation)).AsAt(new DateOnly(2027, 9, 1)).ByCode(SubjectKind.School, "9901210101")!;
        await EnterAsync(
            database,
            new DatedChange(new DateOnly(2027, 9, 1), School(number, "9901219001", "九月一日开学小学")),
            new DatedChange(new DateOnly(2027, 9, 2), School(number + 1, "9901219002", "九月二日开学小学")),
            new DatedChange(new DateOnly(2027, 8, 31), new RegisterChange.Alter(closed.Id, Fields(("name", "更名后的小学")))),
            new DatedChange(new DateOnly(2027, 9, 1), new RegisterChange.Close(((await database.Registers.ReadAsync(Cancellation)).AsAt(new DateOnly(2027, 9, 1)).ByCode(SubjectKind.School, "9901210102")!).Id)));

        var asked = await AskedAsync(database, 2027);

        Assert.Equal(AskedFrom.Register, asked.From);
        Assert.Equal(["九月一日开学小学"], asked.New.Select(school => school.Name));
        Assert.Equal(["9901210102"], asked.Gone.Select(school => school.Code));
        Assert.Equal("更名后的小学", asked.Schools.Single(school => school.Code == "9901210101").Name);
        Assert.DoesNotContain(asked.Schools, school => school.Code is "9901219002" or "9901210102");
        Assert.Contains((await AskedAsync(database, 2028)).Schools, school => school.Code == "9901219002");
    }

    [Fact]
    public async Task A_school_of_unknown_type_keeps_the_round_closed_and_is_named()
    {
        await using var database = await SampleAsync();
        var number = (await database.Registers.ReadAsync(Cancellation)).NextNumber(SubjectKind.School);
        await EnterAsync(database, new DatedChange(new DateOnly(2027, 9, 1), new RegisterChange.Open(new SubjectId(SubjectKind.School, number), Fields(("code", "9901219001"), ("name", "无类型学校"), ("county", _county.ToString())))));
        var round = new CollectionRound(new ScopeId(1), 2027, "2027年填报", new DateOnly(2027, 9, 1), new DateOnly(2027, 9, 20), new DateOnly(2027, 9, 30), "cn-2017-quality-balance", null);

        var refused = Assert.IsType<OpenOutcome.Refused>(await new OpenRound(database.Collection, Asked(database)).RunAsync(round, "account/1", Cancellation));

        Assert.Contains("无类型学校（9901219001）", Assert.Single(refused.Reasons).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_merger_of_counties_the_district_asks_all_schools_with_their_figures_of_last_year()
    {
        await using var database = await SampleAsync();
        await EnterAsync(database, new DatedChange(new DateOnly(2027, 1, 1), new RegisterChange.Open(new SubjectId(SubjectKind.Region, 2), Fields(("code", "990102"), ("name", "江城区"), ("level", "county")))));
        await EnterAsync(database, new DatedChange(new DateOnly(2027, 7, 1), new RegisterChange.Merge([_county], new SubjectId(SubjectKind.Region, 2))));

        var asked = await Asked(database).OfAsync(new ScopeId(2), 2027, Cancellation);
        var last = await new FindLastYear(database.Returns, database.Counties).RunAsync("990102", 2027, Cancellation);

        Assert.Equal((AskedFrom.Register, 68), (asked.From, asked.Schools.Length));
        Assert.Empty(asked.New);
        Assert.Equal(2026, last.Year);
        Assert.NotEmpty(last.Of("9901210101"));
        Assert.Equal((AskedFrom.Figures, 68), (await AskedAsync(database, 2027)) is var old ? (old.From, old.Schools.Length) : default);
    }

    [Fact]
    public async Task Last_years_figures_of_a_school_have_its_campuses_in_them()
    {
        await using var database = await SampleAsync();
        var county = (await database.Returns.FindAsync(SampleImport.County, Cancellation))!;
        var table = await database.Returns.TableAsync(county with { Returns = [county.Returns.Last(each => each.ReportYear == 2026)] }, Cancellation);
        var part = table.Parts[0];
        var campus = Enumerable.Range(0, part.Count).First(row => part.ParentSchoolCode?[row].Length > 0);
        var parent = part.ParentSchoolCode![campus];
        var own = Enumerable.Range(0, part.Count).Single(row => part.SchoolCode[row] == parent);

        var last = (await new FindLastYear(database.Returns, database.Counties).RunAsync(SampleImport.County, 2027, Cancellation)).Of(parent);

        var pupils = part.Figures["enrolment_primary"];
        Assert.Equal(pupils.Values[own] + pupils.Values[campus], double.Parse(last["enrolment_primary"], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static SchoolsInRegister Asked(TemporaryDatabase database) => new(database.Registers, new SchoolsOnRecord(database.Returns, database.Counties));

    private static Task<SchoolsToAsk> AskedAsync(TemporaryDatabase database, int year) => Asked(database).OfAsync(new ScopeId(1), year, Cancellation);

    private static RegisterChange.Open School(long number, string code, string name) =>
        new(new SubjectId(SubjectKind.School, number), Fields(("code", code), ("name", name), ("type", SchoolType.Primary.Id()), ("county", _county.ToString())));

    private static ImmutableSortedDictionary<string, string> Fields(params (string Field, string Value)[] fields) =>
        fields.ToImmutableSortedDictionary(each => each.Field, each => each.Value, StringComparer.Ordinal);

    private static async Task EnterAsync(TemporaryDatabase database, params ImmutableArray<DatedChange> changes) =>
        Assert.IsType<ChangeOutcome.Entered>(await new ChangeRegisters(database.Registers, TimeProvider.System).RunAsync("account/1", changes, Cancellation));

    private async Task<TemporaryDatabase> SampleAsync()
    {
        var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        await new StoreSampleRegisters(database.Registers, database.Returns, new ChangeRegisters(database.Registers, TimeProvider.System)).RunAsync(Cancellation);
        return database;
    }
}
