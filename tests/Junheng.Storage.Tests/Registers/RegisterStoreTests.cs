using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Registers;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Registers;

public sealed class RegisterStoreTestsOnSqlite() : RegisterStoreTests(DatabaseKind.Sqlite);

public sealed class RegisterStoreTestsOnPostgreSql() : RegisterStoreTests(DatabaseKind.PostgreSql);

public abstract class RegisterStoreTests(DatabaseKind kind)
{
    private const string Clerk = "account/7";
    private const string Successor = "account/8";
    private static readonly SubjectId _county = new(SubjectKind.Region, 1);
    private static readonly SubjectId _district = new(SubjectKind.Region, 2);
    private static readonly DateOnly _day = new(2027, 9, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_county_gets_registers_that_fit_its_returns()
    {
        await using var database = await SampleAsync();

        var register = await database.Registers.ReadAsync(Cancellation);

        Assert.Empty(register.Check());
        var table = await database.Returns.TableAsync((await database.Returns.FindAsync(SampleImport.County, Cancellation))!, Cancellation);
        foreach (var part in table.Parts)
        {
            var day = new DateOnly(part.ReportYearOf(0), 9, 1);
            var snapshot = register.AsAt(day);
            var own = Enumerable.Range(0, part.Count).Where(row => part.ParentSchoolCode is null || part.ParentSchoolCode[row].Length == 0).Select(row => part.SchoolCode[row]);
            Assert.Equal(own.Order(StringComparer.Ordinal), snapshot.Of(SubjectKind.School).Select(school => school.Code).Order(StringComparer.Ordinal));
        }

        Assert.False(await new StoreSampleRegisters(database.Registers, database.Returns, Change(database)).RunAsync(Cancellation));
    }

    /// <summary>Done when 5: a county merges into a district, a school splits, a clerk leaves in the middle.</summary>
    [Fact]
    public async Task A_merger_a_split_and_a_clerk_who_leaves_change_no_figure_of_past_years_and_history_tells_it_all()
    {
        await using var database = await SampleAsync();
        var before = await AssessedAsync(database);
        var school = (await database.Registers.ReadAsync(Cancellation)).AsAt(_day).ByCode(SubjectKind.School, "9901210101")!.Id;
        var part = new SubjectId(SubjectKind.School, (await database.Registers.ReadAsync(Cancellation)).NextNumber(SubjectKind.School));
        var staff = new SubjectId(SubjectKind.Staff, 1);

        await EnterAsync(database, Clerk, 2, new DatedChange(_day, Open(_district, ("code", "990102"), ("name", "江城区"), ("level", "county"))));
        await EnterAsync(
            database, Clerk, 3,
            new(_day, Open(staff, ("person", "person/7"), ("school", school.ToString()), ("post", "统计员"))),
            new(_day, Open(part, ("code", "9901210199"), ("name", "石桥镇东小学"), ("type", "primary"), ("county", _county.ToString()))),
            new(_day, new RegisterChange.Split(school, [part])));
        await EnterAsync(database, Clerk, 4, new DatedChange(_day.AddDays(20), Alter(school, ("name", "写错的名字"))));
        await EnterAsync(database, Successor, 5, new(_day.AddDays(10), new RegisterChange.Close(staff)), new(default, new RegisterChange.Undo((await database.Registers.ReadAsync(Cancellation)).LastNumber)));
        await EnterAsync(database, Successor, 6, new DatedChange(_day.AddMonths(4), new RegisterChange.Merge([_county], _district)));

        Assert.Equal(before, await AssessedAsync(database));
        var history = new ReadHistory(database.Registers);
        Assert.Equal(
            [
                "1968-09-01 设立：石桥镇中心小学（学校代码 9901210101，学校类型 小学，举办者类型 县级教育部门，所属县 澄溪县，乡镇 石桥镇，城乡类型 镇区）（2027-01-01 由 installation 登记）",
                "2024-09-01 石桥镇李家湾村小学并入（2027-01-01 由 installation 登记）",
                "2027-09-01 分出石桥镇东小学（2027-01-03 由 account/7 登记）",
                "2027-09-21 更名：石桥镇中心小学 → 写错的名字（2027-01-04 由 account/7 登记；已由第 97 号变更撤回）",
            ],
            (await history.RunAsync(school, _day.AddYears(1), null, Cancellation))!.Texts(Language.Zh));
        Assert.Equal(
            ["1950-01-01 设立：澄溪县（代码 990121，级别 县级）（2027-01-01 由 installation 登记）", "2028-01-01 并入江城区（2027-01-06 由 account/8 登记）"],
            (await history.RunAsync(_county, _day.AddYears(1), null, Cancellation))!.Texts(Language.Zh));
        var district = (await history.RunAsync(_district, _day.AddYears(1), null, Cancellation))!;
        Assert.Equal("2028-01-01 澄溪县并入，带来乡镇 13、学校 69（2027-01-06 由 account/8 登记）", district.Texts(Language.Zh)[^1]);
        Assert.Equal([_county], district.Predecessors.Select(each => each.Id));
        Assert.False((await history.RunAsync(_county, _day.AddYears(1), null, Cancellation))!.IsOpen);
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    [Fact]
    public async Task A_county_that_becomes_a_district_keeps_its_scope_for_returns_under_the_new_code()
    {
        await using var database = await SampleAsync();
        await EnterAsync(database, Clerk, 2, new DatedChange(_day, Alter(_county, ("code", "990105"), ("name", "澄溪区"))));

        Assert.Equal(1, (await database.Returns.FindAsync("990105", Cancellation))!.Region.Scope.Value);
        Assert.Equal(1, (await database.Returns.FindAsync(SampleImport.County, Cancellation))!.Region.Scope.Value);
    }

    [Fact]
    public async Task Two_who_enter_at_once_are_both_heard_and_neither_overwrites_the_other()
    {
        await using var database = await SampleAsync();
        var count = (await database.Registers.ReadAsync(Cancellation)).Events.Length;

        await Task.WhenAll(Enumerable.Range(1, 6).Select(writer => Task.Run(
            () => new ChangeRegisters(database.Registers, TimeProvider.System).RunAsync(
                $"account/{writer}",
                register => [new(_day, Open(new SubjectId(SubjectKind.Township, register.NextNumber(SubjectKind.Township)), ("name", $"新设{writer}镇"), ("county", _county.ToString())))],
                Cancellation),
            Cancellation)));

        var register = await database.Registers.ReadAsync(Cancellation);
        Assert.Equal(count + 6, register.Events.Length);
        Assert.Equal(13 + 6, register.AsAt(_day).Of(SubjectKind.Township).Count());
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    [Fact]
    public async Task What_is_refused_leaves_no_event()
    {
        await using var database = await SampleAsync();
        var count = (await database.Registers.ReadAsync(Cancellation)).LastNumber;

        var outcome = await Change(database).RunAsync(Clerk, [new DatedChange(_day, new RegisterChange.Close(_county))], Cancellation);

        Assert.Equal(["register.still-has"], Assert.IsType<ChangeOutcome.Refused>(outcome).Findings.Select(finding => finding.Rule));
        Assert.Equal(count, (await database.Registers.ReadAsync(Cancellation)).LastNumber);
    }

    [Theory]
    [InlineData(SubjectKind.Region)]
    [InlineData(SubjectKind.Township)]
    [InlineData(SubjectKind.School)]
    [InlineData(SubjectKind.Campus)]
    public async Task A_register_written_as_a_workbook_comes_back_without_a_change(SubjectKind register)
    {
        await using var database = await SampleAsync();
        var file = await new ExportRegister(database.Registers, database.Persons, new RegisterSheets()).RunAsync(new ScopeId(1), register, _day, Cancellation);

        var import = await ImportAsync(database, file, register);

        Assert.False(import.IsRefused);
        Assert.Empty(import.Entered);
        Assert.Empty(import.Findings);
    }

    [Fact]
    public async Task A_workbook_with_a_new_row_and_a_changed_cell_is_entered_and_one_with_errors_names_each_row()
    {
        await using var database = await SampleAsync();
        var sound = Sheet("编号,学校代码,名称,所属县,乡镇", "school/1,,,990121,", ",9901210999,新建小学,990121,石桥镇");
        var refused = await ImportAsync(database, sound, SubjectKind.School);
        Assert.Equal(["register.missing-field", "register.missing-field"], refused.Findings.Where(each => each.Severity == 0).Select(finding => finding.Rule));
        Assert.Equal("A2", refused.Findings[^1].Place.Cell);

        var known = (await database.Registers.ReadAsync(Cancellation)).AsAt(_day).ByCode(SubjectKind.School, "9901210101")!.Id;
        var entered = await ImportAsync(database, Sheet("编号,学校代码,名称,所属县,乡镇,校长", $"{known},9901210101,改名小学,澄溪县,石桥镇,某", ",9901210999,新建小学,990121,石桥镇,"), SubjectKind.School);

        Assert.Equal(["register.ignored-column"], entered.Findings.Select(finding => finding.Rule));
        Assert.Equal(["alter", "open"], entered.Entered.Select(each => each.Change.Kind));
        Assert.Equal("改名小学", (await database.Registers.ReadAsync(Cancellation)).AsAt(_day).ByCode(SubjectKind.School, "9901210101")!.Name);
        var wrong = await ImportAsync(database, Sheet("编号,名称,所属县", "school/9999,甲,990121", ",乙,无此县"), SubjectKind.School);
        Assert.Equal(["register.sheet-id", "register.sheet-reference"], wrong.Findings.Select(finding => finding.Rule));
    }

    private static ChangeRegisters Change(TemporaryDatabase database, int day = 1) => new(database.Registers, new ClockOn(day));

    private static Task<RegisterImport> ImportAsync(TemporaryDatabase database, InputFile file, SubjectKind register) =>
        new ImportRegister(new RegisterSheets(), database.Persons, new ChangeCountyRegisters(Change(database))).RunAsync(
            new RegisterImportRequest(Clerk, new Region(new ScopeId(1), SampleImport.County, "澄溪县", RegionLevel.County, null), file, register, _day, _ => false, Language.Zh), isTrial: false, Cancellation);

    private static async Task EnterAsync(TemporaryDatabase database, string author, int day, params ImmutableArray<DatedChange> changes)
    {
        var outcome = await Change(database, day).RunAsync(author, changes, Cancellation);
        Assert.True(outcome is ChangeOutcome.Entered, (outcome as ChangeOutcome.Refused)?.Findings[0].Message.En);
    }

    private static RegisterChange.Open Open(SubjectId subject, params (string Field, string Value)[] fields) =>
        new(subject, fields.ToImmutableSortedDictionary(each => each.Field, each => each.Value, StringComparer.Ordinal));

    private static RegisterChange.Alter Alter(SubjectId subject, params (string Field, string Value)[] fields) =>
        new(subject, fields.ToImmutableSortedDictionary(each => each.Field, each => each.Value, StringComparer.Ordinal));

    private static InputFile Sheet(params string[] lines) => new("学校.csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    private async Task<TemporaryDatabase> SampleAsync()
    {
        var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        Assert.True(await new StoreSampleRegisters(database.Registers, database.Returns, Change(database)).RunAsync(Cancellation));
        return database;
    }

    /// <summary>The ids of the results of all years: hashes of data, standard, settings and date.</summary>
    private static async Task<List<string>> AssessedAsync(TemporaryDatabase database)
    {
        var county = (await database.Returns.FindAsync(SampleImport.County, Cancellation))!;
        var years = await new AssessStoredCounty(database.Returns, StandardFiles.BesideProgram, new ClockOn(1)).YearsAsync(county, Basis.Default, Language.Zh, Cancellation);
        return [.. years.Select(year => $"{year.Year} {year.County.Verdict} {year.Report.ResultId}"), .. county.Returns.Select(each => each.BlobSha256)];
    }

    private sealed class ClockOn(int day) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2027, 1, day, 8, 0, 0, TimeSpan.Zero);
    }
}
