using System.Text;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.Statistics;
using Junheng.Documents.Registers;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Registers;

public sealed class StaffRegisterTestsOnSqlite() : StaffRegisterTests(DatabaseKind.Sqlite);

public sealed class StaffRegisterTestsOnPostgreSql() : StaffRegisterTests(DatabaseKind.PostgreSql);

/// <summary>The register of staff: by Excel in and out, dated, taken back, as at any day; names under keys that can be destroyed.</summary>
public abstract class StaffRegisterTests(DatabaseKind kind)
{
    private const string Clerk = "account/7";
    private const string Headings = "姓名,工号,学校,任教学科,学历,职称,骨干称号,到校日期,岗位";
    private static readonly Region _county = new(new ScopeId(1), SampleImport.County, "澄溪县", RegionLevel.County, null);
    private static readonly DateOnly _day = new(2026, 9, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_of_staff_is_entered_exported_changed_and_comes_back_without_a_change()
    {
        await using var database = await SampleAsync();
        var entered = await ImportAsync(database, _day, Headings, "王小明,T001,9901210101,数学、科学,本科,一级教师,县级骨干,2018/9/1,班主任", "李华,T002,9901210101,语文,硕士,高级教师,,20200901,");

        Assert.Empty(entered.Findings);
        Assert.Equal(2, entered.Persons);
        var staff = (await database.Registers.ReadAsync(Cancellation)).AsAt(_day).Of(SubjectKind.Staff).First();
        Assert.Equal(("数学、科学", "本科", "一级教师", "县级骨干", "班主任", 8), (staff["subjects"], staff["education"], staff["title"], staff["honours"], staff["post"], staff.YearsAtSchool(_day)));
        var known = await database.Persons.OfAsync(_county.Scope, Cancellation);
        Assert.Equal(new PersonParticulars("王小明", "T001"), known[staff["person"]]);
        Assert.Equal("王＊＊", known[staff["person"]].MaskedName);

        var file = await new ExportRegister(database.Registers, database.Persons, new RegisterSheets()).RunAsync(_county.Scope, SubjectKind.Staff, _day, Cancellation);
        var again = await ImportAsync(database, file, _day);
        Assert.Empty(again.Findings);
        Assert.Empty(again.Entered);
        Assert.Equal(0, again.Persons);
    }

    [Fact]
    public async Task A_promotion_holds_from_its_day_and_can_be_taken_back()
    {
        await using var database = await SampleAsync();
        await ImportAsync(database, _day, Headings, "王小明,T001,9901210101,数学,本科,一级教师,,2018-09-01,");
        var staff = (await database.Registers.ReadAsync(Cancellation)).AsAt(_day).Of(SubjectKind.Staff).Single();
        var promoted = await ImportAsync(database, _day.AddYears(1), "编号,职称,骨干称号", $"{staff.Id},高级教师,市级骨干");

        Assert.Equal("一级教师", (await database.Registers.ReadAsync(Cancellation)).AsAt(_day.AddDays(300)).Find(staff.Id)!["title"]);
        Assert.Equal(("高级教师", "市级骨干"), (await database.Registers.ReadAsync(Cancellation)).AsAt(_day.AddYears(1)).Find(staff.Id) is { } later ? (later["title"], later["honours"]) : default);
        await Change(database).RunAsync(Clerk, [new DatedChange(default, new RegisterChange.Undo(promoted.Entered[0].Number))], Cancellation);
        Assert.Equal("一级教师", (await database.Registers.ReadAsync(Cancellation)).AsAt(_day.AddYears(2)).Find(staff.Id)!["title"]);
    }

    [Fact]
    public async Task The_same_staff_number_at_another_school_is_the_same_person()
    {
        await using var database = await SampleAsync();
        await ImportAsync(database, _day, Headings, "王小明,T001,9901210101,数学,,,,,");
        await ImportAsync(database, _day.AddMonths(6), Headings, "王小明,T001,9901210102,数学,,,,,");

        var staff = (await database.Registers.ReadAsync(Cancellation)).AsAt(_day.AddYears(1)).Of(SubjectKind.Staff).ToList();
        Assert.Equal(2, staff.Count);
        Assert.Single(staff.Select(each => each["person"]).Distinct());
    }

    [Fact]
    public async Task A_name_is_in_no_event_nor_in_the_chain_and_is_gone_with_its_key()
    {
        await using var database = await SampleAsync();
        await ImportAsync(database, _day, Headings, "欧阳不见,T9,9901210101,数学,,,,,");
        var person = (await database.Registers.ReadAsync(Cancellation)).AsAt(_day).Of(SubjectKind.Staff).Single()["person"];

        var entries = await database.Audit.NewestAsync(_county.Scope, null, 20, Cancellation);
        var filed = Assert.Single(entries, each => each.Entry.Action == "register.person.enter");
        Assert.True(filed.HasPersonal);
        Assert.DoesNotContain(entries, each => $"{each.Entry.Subject}{each.Entry.Change?.New}".Contains("欧阳", StringComparison.Ordinal));
        Assert.Equal("欧阳不见 T9", (await database.Audit.PersonalAsync(_county.Scope, filed.Number, Cancellation))!.New);

        Assert.True(await database.PersonalKeys.DestroyAsync(_county.Scope, person, Clerk, DateTimeOffset.UnixEpoch, Cancellation));
        Assert.Empty(await database.Persons.OfAsync(_county.Scope, Cancellation));
        Assert.Null(await database.Audit.PersonalAsync(_county.Scope, filed.Number, Cancellation));
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    [Fact]
    public async Task A_row_without_a_person_or_of_another_countys_school_is_refused_with_its_place()
    {
        await using var database = await SampleAsync();
        var other = new SubjectId(SubjectKind.Region, 2);
        var fields = new Dictionary<string, string> { ["code"] = "990102", ["name"] = "江城区", ["level"] = "county" };
        await Change(database).RunAsync(Clerk, [new DatedChange(new DateOnly(1950, 1, 1), new RegisterChange.Open(other, System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, fields)))], Cancellation);
        var school = new Dictionary<string, string> { ["code"] = "9901020001", ["name"] = "江城小学", ["type"] = "primary", ["county"] = other.ToString() };
        await Change(database).RunAsync(Clerk, register => [new DatedChange(_day, new RegisterChange.Open(new SubjectId(SubjectKind.School, register.NextNumber(SubjectKind.School)), System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, school)))], Cancellation);

        var nobody = await ImportAsync(database, _day, Headings, ",,9901210101,数学,,,,,");
        var foreign = await ImportAsync(database, _day, Headings, "张三,T7,9901020001,数学,,,,,");

        Assert.Equal(("register.no-person", "A2"), (Assert.Single(nobody.Findings).Rule, nobody.Findings[0].Place.Cell));
        Assert.Equal(("register.foreign", "A2"), (Assert.Single(foreign.Findings).Rule, foreign.Findings[0].Place.Cell));
        Assert.Empty((await database.Registers.ReadAsync(Cancellation)).AsAt(_day).Of(SubjectKind.Staff));
    }

    private static ChangeRegisters Change(TemporaryDatabase database) => new(database.Registers, TimeProvider.System);

    private static Task<RegisterImport> ImportAsync(TemporaryDatabase database, DateOnly day, params string[] lines) =>
        ImportAsync(database, new InputFile("教职工.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")), day);

    private static Task<RegisterImport> ImportAsync(TemporaryDatabase database, InputFile file, DateOnly day) =>
        new ImportRegister(new RegisterSheets(), database.Persons, new ChangeCountyRegisters(Change(database))).RunAsync(
            new RegisterImportRequest(Clerk, _county, file, SubjectKind.Staff, day, _ => false, Language.Zh), isTrial: false, Cancellation);

    private async Task<TemporaryDatabase> SampleAsync()
    {
        var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        Assert.True(await new StoreSampleRegisters(database.Registers, database.Returns, Change(database)).RunAsync(Cancellation));
        return database;
    }
}
