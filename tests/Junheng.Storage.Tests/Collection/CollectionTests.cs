using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Returns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Collection;

public sealed class CollectionTestsOnSqlite() : CollectionTests(DatabaseKind.Sqlite);

public sealed class CollectionTestsOnPostgreSql() : CollectionTests(DatabaseKind.PostgreSql);

public abstract class CollectionTests(DatabaseKind kind)
{
    private static readonly ScopeId _county = new(1);
    private static readonly Standard _standard =
        ((StandardOpening.Opened)StandardFiles.BesideProgram.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh)).Standard;

    private static readonly CheckEntries _check = new(new StatisticsFiles());

    private static CollectionRound Round { get; } = new(
        _county, 2026, "2026年秋季事业统计", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 20), new DateOnly(2026, 9, 30), StandardRequest.DefaultId, null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_asks_every_school_once()
    {
        await using var database = await OpenAsync();

        Assert.False(await database.Collection.OpenAsync(Round, Schools(3), "clerk", Cancellation));

        var returns = await database.Collection.ReturnsAsync(_county, 2026, Cancellation);
        Assert.Equal(["S001", "S002", "S003"], returns.Select(each => each.School.Code));
        Assert.All(returns, each => Assert.Equal(ReturnState.Blank, each.State));
        Assert.Equal(Round, Assert.Single(await database.Collection.RoundsAsync(_county, Cancellation)));
    }

    [Fact]
    public async Task Two_clerks_in_one_form_lose_nothing()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, "S001", 0, Figures(), "amy");

        var first = await SaveAsync(database, "S001", 1, Figures().SetItem("multimedia_rooms", "13"), "amy");
        var second = await SaveAsync(database, "S001", 1, Figures().SetItem("enrolment_primary", "412"), "bao");

        Assert.IsType<SaveOutcome.Saved>(first);
        Assert.Equal(["multimedia_rooms"], Assert.IsType<SaveOutcome.Saved>(second).Merged);
        var file = await database.Collection.FindAsync(_county, 2026, "S001", Cancellation);
        Assert.Equal(("13", "412"), (file!.Newest!.Texts["multimedia_rooms"], file.Newest.Texts["enrolment_primary"]));
        Assert.Equal(["amy", "amy", "bao"], file.Versions.Select(version => version.Author));
    }

    [Fact]
    public async Task Two_clerks_who_differ_on_a_field_are_asked_and_nothing_is_stored()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, "S001", 0, Figures(), "amy");
        await SaveAsync(database, "S001", 1, Figures().SetItem("multimedia_rooms", "13"), "amy");

        var question = Assert.IsType<SaveOutcome.Question>(await SaveAsync(database, "S001", 1, Figures().SetItem("multimedia_rooms", "14"), "bao"));

        Assert.Equal([new FieldConflict("multimedia_rooms", "12", "13", "14")], question.Conflicts);
        Assert.Equal(2, (await database.Collection.FindAsync(_county, 2026, "S001", Cancellation))!.Head.Version);
    }

    [Fact]
    public async Task Forty_clerks_saving_one_form_at_once_all_find_their_field_stored()
    {
        await using var database = await OpenAsync();
        var fields = ReturnForm.Of(_standard, SchoolType.Primary).Fields.Where(field => field.Codes.IsEmpty).Select(field => field.Id).Take(40).ToList();
        Assert.Equal(40, fields.Count);

        var outcomes = await Task.WhenAll(fields.Select(async field =>
        {
            SaveOutcome outcome;
            do
            {
                outcome = await SaveAsync(database, "S002", 0, Texts((field, "1")), field);
            }
            while (outcome is SaveOutcome.Refused);
            return outcome;
        }));

        Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome.Saved>(outcome));
        var file = await database.Collection.FindAsync(_county, 2026, "S002", Cancellation);
        Assert.Equal(fields.Order(StringComparer.Ordinal), file!.Newest!.Entries.Keys);
        Assert.Equal(Enumerable.Range(1, 40), file.Versions.Select(version => version.Number));
    }

    [Fact]
    public async Task An_error_keeps_a_school_from_handing_in_and_names_the_field()
    {
        await using var database = await OpenAsync();

        var saved = Assert.IsType<SaveOutcome.Saved>(await SaveAsync(database, "S001", 0, Figures().SetItem("multimedia_rooms", "十二间"), "amy"));

        Assert.Contains(saved.Findings, finding => finding is { SchoolCode: "S001", Field: "multimedia_rooms" });
        Assert.Contains("错误", Assert.Single(await StepAsync(database, ReturnStep.Submit, "amy", "S001")).Reason.Zh, StringComparison.Ordinal);
        await SaveAsync(database, "S001", 1, Figures(), "amy");
        Assert.Empty(await StepAsync(database, ReturnStep.Submit, "amy", "S001"));
    }

    [Fact]
    public async Task Sent_back_mended_and_approved_by_another_person()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, "S001", 0, Figures(), "amy");
        await StepAsync(database, ReturnStep.Submit, "amy", "S001");
        Assert.IsType<SaveOutcome.Refused>(await SaveAsync(database, "S001", 1, Figures().SetItem("multimedia_rooms", "14"), "amy"));
        Assert.Empty(await StepAsync(database, ReturnStep.SendBack, "reviewer", "S001"));
        await SaveAsync(database, "S001", 1, Figures().SetItem("multimedia_rooms", "14"), "amy");
        await StepAsync(database, ReturnStep.Submit, "amy", "S001");

        Assert.Single(await StepAsync(database, ReturnStep.Approve, "amy", "S001"));
        Assert.Empty(await StepAsync(database, ReturnStep.Approve, "reviewer", "S001"));

        var file = await database.Collection.FindAsync(_county, 2026, "S001", Cancellation);
        Assert.Equal(ReturnState.Approved, file!.Head.State);
        Assert.Equal(
            [ReturnStep.Save, ReturnStep.Submit, ReturnStep.SendBack, ReturnStep.Save, ReturnStep.Submit, ReturnStep.Approve], file.Events.Select(each => each.Step));
        Assert.Equal("请核实", file.Events[2].Reason);
    }

    [Fact]
    public async Task Of_many_schools_one_that_cannot_keeps_all_back()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, "S001", 0, Figures(), "amy");

        var refused = await StepAsync(database, ReturnStep.Submit, "amy", "S001", "S003");

        Assert.Equal("S003", Assert.Single(refused).SchoolCode);
        Assert.Equal(ReturnState.Saved, (await database.Collection.FindAsync(_county, 2026, "S001", Cancellation))!.Head.State);
    }

    [Fact]
    public async Task A_principal_confirms_what_was_approved_or_contests_it()
    {
        await using var database = await OpenAsync();
        await ApproveAsync(database, "S001");
        await ApproveAsync(database, "S002");

        Assert.True(await database.Collection.ConfirmAsync(_county, 2026, "S001", 1, "principal", Cancellation));
        Assert.False(await database.Collection.ConfirmAsync(_county, 2026, "S003", 0, "principal", Cancellation));
        await database.Collection.ObjectAsync(_county, 2026, "S002", "multimedia_rooms", "应为 15 间", "principal", Cancellation);
        Assert.False(await database.Collection.ConfirmAsync(_county, 2026, "S002", 1, "principal", Cancellation));
        Assert.True(await database.Collection.AnswerAsync(_county, 2026, "S002", 1, "同意，请改正", true, "reviewer", Cancellation));
        Assert.False(await database.Collection.AnswerAsync(_county, 2026, "S002", 1, "又一次", false, "reviewer", Cancellation));

        var (first, second) = (await database.Collection.FindAsync(_county, 2026, "S001", Cancellation), await database.Collection.FindAsync(_county, 2026, "S002", Cancellation));
        Assert.NotNull(first!.Head.Confirmed);
        Assert.Equal((ReturnState.SentBack, 0), (second!.Head.State, second.Head.OpenObjections));
        Assert.Equal("同意，请改正", Assert.Single(second.Objections).Answer);
    }

    [Fact]
    public async Task An_import_shows_every_cell_before_it_is_stored_and_can_be_undone()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, "S001", 0, Figures(), "amy");
        var import = new ImportEntries(database.Collection, new StatisticsFiles(), _check, database.Counties);
        var file = County(("S001", "12", "401"), ("S002", "20", "500"));

        var preview = await import.PreviewAsync(Round, "990121", [file], _standard, null, Language.Zh, Cancellation);

        Assert.True(preview.CanCommit, string.Join("; ", preview.Findings.Select(finding => finding.Message)));
        Assert.Equal([("S001", "enrolment_primary", "400", "401")], preview.Changes.Where(change => change.SchoolCode == "S001").Select(change => (change.SchoolCode, change.Field, change.Old, change.New)));
        Assert.Equal("E2", preview.Changes[0].Place.Cell);
        Assert.True(await CommitAsync(import, file, preview.Batch));
        Assert.False(await CommitAsync(import, file, preview.Batch)); // the preview is stale now
        var stored = await database.Collection.FindAsync(_county, 2026, "S002", Cancellation);
        Assert.Equal((EntryWay.CountyFile, "F3"), (stored!.Newest!.Way, stored.Newest.Entries["multimedia_rooms"].Cell));

        await SaveAsync(database, "S002", 1, stored.Newest.Texts.SetItem("multimedia_rooms", "21"), "bao");
        var kept = await import.UndoAsync(Round, "990121", "示例县", _standard, preview.Batch, "amy", Language.Zh, Cancellation);

        Assert.Equal(["S002"], kept);
        Assert.Equal("400", (await database.Collection.FindAsync(_county, 2026, "S001", Cancellation))!.Newest!.Texts["enrolment_primary"]);
        Assert.Equal("21", (await database.Collection.FindAsync(_county, 2026, "S002", Cancellation))!.Newest!.Texts["multimedia_rooms"]);
    }

    [Fact]
    public async Task A_file_of_another_county_year_or_school_is_refused_with_its_cell()
    {
        await using var database = await OpenAsync();
        var import = new ImportEntries(database.Collection, new StatisticsFiles(), _check, database.Counties);

        var foreign = await import.PreviewAsync(Round, "990122", [County(("S001", "12", "401"))], _standard, "S009", Language.Zh, Cancellation);
        var unasked = await import.PreviewAsync(Round, "990121", [County(("S777", "12", "401"))], _standard, null, Language.Zh, Cancellation);

        Assert.Equal(["collect.other-county", "collect.other-school"], foreign.Findings.Select(finding => finding.Rule).Where(rule => rule.StartsWith("collect", StringComparison.Ordinal)));
        Assert.Equal("A2", foreign.Findings.First(finding => finding.Rule == "collect.other-county").Place.Cell);
        Assert.Equal(["S777"], unasked.Unasked);
        Assert.False(unasked.CanCommit);
    }

    [Fact]
    public async Task A_draft_that_arrives_late_does_not_replace_a_newer_one()
    {
        await using var database = await OpenAsync();
        ReturnDraft Draft(long sequence, string text) => new(0, Texts(("multimedia_rooms", text)), sequence, DateTimeOffset.UnixEpoch);

        await database.Collection.KeepDraftAsync(_county, 2026, "S001", "amy", Draft(2, "13"), Cancellation);
        await database.Collection.KeepDraftAsync(_county, 2026, "S001", "amy", Draft(1, "1"), Cancellation);

        Assert.Equal("13", (await database.Collection.DraftAsync(_county, 2026, "S001", "amy", Cancellation))!.Texts["multimedia_rooms"]);
        Assert.Null(await database.Collection.DraftAsync(_county, 2026, "S001", "bao", Cancellation));
    }

    [Fact]
    public async Task Progress_counts_by_township_and_has_the_reminders_ready()
    {
        await using var database = await OpenAsync();
        await ApproveAsync(database, "S001");
        await SaveAsync(database, "S002", 0, Figures().SetItem("multimedia_rooms", "x"), "amy");

        var progress = RoundProgress.Of(Round, await database.Collection.ReturnsAsync(_county, 2026, Cancellation), new DateOnly(2026, 9, 17), WorkingDays.WeekdaysOnly);

        Assert.Equal((3, 1, 1), (progress.Whole.Schools, progress.Whole.HandedIn, progress.Whole.WithErrors));
        Assert.Equal(["东镇", "西镇"], progress.Townships.Select(each => each.Township));
        Assert.Equal(1, progress.WorkingDaysLeft);
        Assert.Equal(["S003", "S002"], progress.Reminders.Select(each => each.School.Code));
        Assert.Equal("第3小学：2026年秋季事业统计还没有填报。2026-09-20 截止，还有 1 个工作日。", progress.Reminders[0].Message.Zh);
    }

    [Fact]
    public async Task A_year_is_frozen_by_two_people_and_its_figures_are_the_countys()
    {
        await using var database = await OpenAsync();
        await ApproveAsync(database, "S001");
        await ApproveAsync(database, "S002");
        var freeze = new FreezeYear(database.Collection, _check, SampleImport.Make, TimeProvider.System);
        var county = new Region(_county, "990121", "示例县", RegionLevel.County, null);

        var early = Assert.IsType<FreezeOutcome.Refused>(await freeze.RunAsync(new FreezeRequest(Round, county, "leader", "reviewer", Language.Zh), _standard, Cancellation));
        await ApproveAsync(database, "S003");
        Assert.IsType<FreezeOutcome.Refused>(await freeze.RunAsync(new FreezeRequest(Round, county, "reviewer", "reviewer", Language.Zh), _standard, Cancellation));
        var frozen = Assert.IsType<FreezeOutcome.Frozen>(await freeze.RunAsync(new FreezeRequest(Round, county, "leader", "reviewer", Language.Zh), _standard, Cancellation));

        Assert.Equal("S003", Assert.Single(early.Schools).SchoolCode);
        var stored = await database.Returns.FindAsync("990121", Cancellation);
        Assert.Equal(frozen.Freeze.DataSha256, Assert.Single(stored!.Returns).FileSha256);
        Assert.Equal(3, (await database.Returns.TableAsync(stored, Cancellation)).Parts.Sum(part => part.Count));
        Assert.All(await database.Collection.ReturnsAsync(_county, 2026, Cancellation), each => Assert.Equal(ReturnState.Frozen, each.State));
        Assert.IsType<SaveOutcome.Refused>(await SaveAsync(database, "S001", 1, Figures().SetItem("multimedia_rooms", "99"), "amy"));
    }

    [Fact]
    public async Task A_frozen_year_changes_only_by_a_new_version_of_two_people()
    {
        await using var database = await OpenAsync();
        foreach (var school in Schools(3))
        {
            await ApproveAsync(database, school.Code);
        }

        var freeze = new FreezeYear(database.Collection, _check, SampleImport.Make, TimeProvider.System);
        var county = new Region(_county, "990121", "示例县", RegionLevel.County, null);
        await freeze.RunAsync(new FreezeRequest(Round, county, "leader", "reviewer", Language.Zh), _standard, Cancellation);
        var reopen = new ReopenReturns(database.Collection);

        Assert.Single(await reopen.RunAsync(Round, ["S001"], "漏报", "leader", "leader", null, Cancellation));
        Assert.Empty(await reopen.RunAsync(Round, ["S001"], "漏报一间教室", "leader", "reviewer", null, Cancellation));
        await SaveAsync(database, "S001", 1, Figures().SetItem("multimedia_rooms", "13"), "amy");
        await StepAsync(database, ReturnStep.Submit, "amy", "S001");
        await StepAsync(database, ReturnStep.Approve, "reviewer", "S001");
        var round = Assert.Single(await database.Collection.RoundsAsync(_county, Cancellation));
        var again = Assert.IsType<FreezeOutcome.Frozen>(await freeze.RunAsync(new FreezeRequest(round, county, "leader", "reviewer", Language.Zh), _standard, Cancellation));

        Assert.Equal((1, 2), (round.Freeze!.Version, again.Freeze.Version));
        Assert.NotEqual(round.Freeze.DataSha256, again.Freeze.DataSha256);
        Assert.Equal(2, Assert.Single((await database.Returns.FindAsync("990121", Cancellation))!.Returns).Version);
        Assert.NotNull(await database.Files.FindAsync(round.Freeze.DataSha256, Cancellation));
    }

    private static ImmutableArray<AskedSchool> Schools(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new AskedSchool($"S{number:000}", $"第{number}小学", SchoolType.Primary, number % 2 == 0 ? "西镇" : "东镇"))];

    private static ImmutableSortedDictionary<string, string> Texts(params (string Field, string Text)[] texts) =>
        texts.ToImmutableSortedDictionary(each => each.Field, each => each.Text, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, string> Figures() => Texts(
        ("enrolment_primary", "400"),
        ("above_degree_teachers_primary", "20"),
        ("backbone_teachers_primary", "5"),
        ("pe_art_teachers_primary", "4"),
        ("teaching_area_m2", "2200"),
        ("sports_area_m2", "3600"),
        ("equipment_yuan", "900000"),
        ("multimedia_rooms", "12"));

    private static InputFile County(params (string Code, string Rooms, string Pupils)[] rows)
    {
        var text = new StringBuilder("county_code,school_code,school_type,report_year,enrolment_primary,multimedia_rooms,enrolment_junior\r\n");
        foreach (var (code, rooms, pupils) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"990121,{code},primary,2026,{pupils},{rooms},\r\n");
        }

        return new InputFile("全县.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static Task<SaveOutcome> SaveAsync(TemporaryDatabase database, string school, int version, ImmutableSortedDictionary<string, string> texts, string actor) =>
        new SaveReturn(database.Collection, _check).RunAsync(
            new SaveRequest(Round, "990121", "示例县", school, version, texts, ImmutableSortedDictionary<string, string>.Empty, actor, Language.Zh), _standard, Cancellation);

    private static Task<ImmutableArray<RefusedStep>> StepAsync(TemporaryDatabase database, ReturnStep step, string actor, params string[] schools) =>
        new TakeReturnStep(database.Collection).RunAsync(new StepRequest(Round, [.. schools], step, "请核实", actor), Cancellation);

    private static async Task ApproveAsync(TemporaryDatabase database, string school)
    {
        await SaveAsync(database, school, 0, Figures(), "amy");
        Assert.Empty(await StepAsync(database, ReturnStep.Submit, "amy", school));
        Assert.Empty(await StepAsync(database, ReturnStep.Approve, "reviewer", school));
    }

    private async Task<TemporaryDatabase> OpenAsync()
    {
        var database = await TemporaryDatabase.MigratedAsync(kind);
        Assert.True(await database.Collection.OpenAsync(Round, Schools(3), "clerk", Cancellation));
        return database;
    }

    private static Task<bool> CommitAsync(ImportEntries import, InputFile file, string batch) =>
        import.CommitAsync(Round, "990121", "示例县", [file], _standard, null, batch, "amy", Language.Zh, Cancellation);
}
