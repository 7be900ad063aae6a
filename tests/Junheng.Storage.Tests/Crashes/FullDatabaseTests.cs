using System.Collections.Immutable;
using System.Data.Common;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Documents.Statistics;
using Junheng.Domain.Registers;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;
using Junheng.Storage.Tests.Collection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Junheng.Storage.Tests.Crashes;

public sealed class FullDatabaseTestsOnSqlite() : FullDatabaseTests(DatabaseKind.Sqlite);

public sealed class FullDatabaseTestsOnPostgreSql() : FullDatabaseTests(DatabaseKind.PostgreSql);

/// <summary>
/// S26, no room left: SQLite is told that its file may not grow; on the server the last table that every change writes to answers as a full disk does. Each work breaks off
/// as a whole, is known for what it is, and goes through once there is room.
/// </summary>
public abstract class FullDatabaseTests(DatabaseKind kind)
{
    private static readonly CheckEntries _check = new(new StatisticsFiles());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Works => ["import", "save", "step", "freeze", "register", "draft"];

    [Theory]
    [MemberData(nameof(Works))]
    public async Task Without_room_a_work_leaves_the_old_state_and_with_room_it_goes_through(string work)
    {
        var room = new Room();
        await using var database = await TemporaryDatabase.MigratedAsync(kind, kind == DatabaseKind.Sqlite ? room : null);
        await PrepareAsync(database, work);
        var before = await database.Backups.ContentAsync(Cancellation);

        await FillAsync(database, room, work == "draft" ? "return_drafts" : "audit_entries");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(database, work));
        await EmptyAsync(database, room);

        Assert.True(StorageFaults.IsFull(fault), fault.ToString());
        Assert.Equal(before.Hash, (await database.Backups.ContentAsync(Cancellation)).Hash);
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
        await RunAsync(database, work);
        Assert.NotEqual(before.Hash, (await database.Backups.ContentAsync(Cancellation)).Hash);
    }

    private static async Task PrepareAsync(TemporaryDatabase database, string work)
    {
        if (work is "import" or "register")
        {
            await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
            return;
        }

        await database.Collection.OpenAsync(FrozenCounty.Round, [new AskedSchool("S001", "第1小学", Domain.Schools.SchoolType.Primary, "东镇")], "account/1", Cancellation);
        if (work is "step" or "freeze")
        {
            await SaveAsync(database, 0, "12");
        }

        if (work == "freeze")
        {
            var step = new TakeReturnStep(database.Collection);
            Assert.Empty(await step.RunAsync(new StepRequest(FrozenCounty.Round, ["S001"], ReturnStep.Submit, "", "account/1"), Cancellation));
            Assert.Empty(await step.RunAsync(new StepRequest(FrozenCounty.Round, ["S001"], ReturnStep.Approve, "", "account/2"), Cancellation));
        }
    }

    private static async Task RunAsync(TemporaryDatabase database, string work)
    {
        var much = new string('多', 20_000);
        switch (work)
        {
            case "import":
                await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
                break;
            case "save":
                Assert.IsType<SaveOutcome.Saved>(await SaveAsync(database, 0, "13", much));
                break;
            case "step":
                Assert.Empty(await new TakeReturnStep(database.Collection).RunAsync(new StepRequest(FrozenCounty.Round, ["S001"], ReturnStep.Submit, much, "account/1"), Cancellation));
                break;
            case "freeze":
                Assert.IsType<FreezeOutcome.Frozen>(await new FreezeYear(database.Collection, _check, SampleImport.Make, TimeProvider.System).RunAsync(
                    new FreezeRequest(FrozenCounty.Round, FrozenCounty.County, "account/1", "account/2" + much, Language.Zh), FrozenCounty.Standard, Cancellation));
                break;
            case "register":
                var changes = Enumerable.Range(1, 200).Select(at => new DatedChange(new DateOnly(2027, 9, 1), new RegisterChange.Open(
                    new SubjectId(SubjectKind.Region, 100 + at), ImmutableSortedDictionary<string, string>.Empty.Add("code", $"8{at:00000}").Add("name", new string('县', 300)).Add("level", "county"))));
                Assert.IsType<ChangeOutcome.Entered>(await new ChangeRegisters(database.Registers, TimeProvider.System).RunAsync("account/1", [.. changes], Cancellation));
                break;
            default:
                await database.Collection.KeepDraftAsync(new ScopeId(1), 2026, "S001", "account/1", new ReturnDraft(0, ImmutableSortedDictionary<string, string>.Empty.Add("note", much), 1, DateTimeOffset.UnixEpoch), Cancellation);
                break;
        }
    }

    private static Task<SaveOutcome> SaveAsync(TemporaryDatabase database, int version, string rooms, string explanation = "") => new SaveReturn(database.Collection, _check).RunAsync(
        new SaveRequest(
            FrozenCounty.Round,
            "990121",
            "示例县",
            "S001",
            version,
            FrozenCounty.Figures.SetItem("multimedia_rooms", rooms),
            explanation.Length == 0 ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary.CreateRange(Enumerable.Range(0, 60).Select(at => KeyValuePair.Create($"q{at}", explanation[..400]))),
            "account/1",
            Language.Zh),
        FrozenCounty.Standard,
        Cancellation);

    private async Task FillAsync(TemporaryDatabase database, Room room, string table)
    {
        room.Pages = 1;
        await using var context = await database.Contexts.CreateDbContextAsync(Cancellation);
        if (kind == DatabaseKind.Sqlite)
        {
            await context.Database.ExecuteSqlRawAsync("VACUUM", Cancellation);
            return;
        }

        await context.Database.ExecuteSqlRawAsync("CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$", Cancellation);
#pragma warning disable EF1002 // The name is one of the model's own.
        await context.Database.ExecuteSqlRawAsync($"CREATE TRIGGER no_room BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION no_room()", Cancellation);
#pragma warning restore EF1002
    }

    private async Task EmptyAsync(TemporaryDatabase database, Room room)
    {
        room.Pages = Room.Unlimited;
        if (kind == DatabaseKind.PostgreSql)
        {
            await using var context = await database.Contexts.CreateDbContextAsync(Cancellation);
            await context.Database.ExecuteSqlRawAsync("DROP FUNCTION no_room() CASCADE", Cancellation);
        }
    }

    /// <summary>Tells SQLite on every connection how many pages its file may have; a number below the present size means the present size.</summary>
    private sealed class Room : DbConnectionInterceptor
    {
        public const long Unlimited = 1_000_000_000;

        public long Pages { get; set; } = Unlimited;

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {Pages}");
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }
    }
}
