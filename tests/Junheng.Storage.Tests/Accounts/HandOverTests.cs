using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Collection;
using Junheng.Application.Grants;
using Junheng.Application.Regions;

namespace Junheng.Storage.Tests.Accounts;

public sealed class HandOverTestsOnSqlite() : HandOverTests(DatabaseKind.Sqlite);

public sealed class HandOverTestsOnPostgreSql() : HandOverTests(DatabaseKind.PostgreSql);

/// <summary>Who leaves in the middle of a round hands over rights and what was typed and not saved.</summary>
public abstract class HandOverTests(DatabaseKind kind)
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grants_and_unsaved_entries_go_to_the_successor_but_never_over_what_the_successor_typed()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var (leaver, successor) = (await PersonAsync(database, "li"), await PersonAsync(database, "wang"));
        var grant = new Grant(Guid.NewGuid(), Role.DataAdministrator, GrantScope.Of(new ScopeId(1)), new DateOnly(2026, 9, 1), null);
        Assert.Equal(GivingOutcome.Given, await database.Get<IGrants>().GiveAsync([new HeldGrant(leaver, grant)], null, "-", [Entry()], Cancellation));
        await KeepAsync(database, 1, "S001", leaver, "100");
        await KeepAsync(database, 1, "S002", leaver, "200");
        await KeepAsync(database, 1, "S002", successor, "222");
        await KeepAsync(database, 2, "S003", leaver, "300");

        Assert.True(await database.Get<IGrants>().MoveAsync([grant.Id], leaver, successor, _now, Entry(), Cancellation));

        Assert.Equal("100", (await DraftAsync(database, 1, "S001", successor))!.Texts["enrolment_primary"]);
        Assert.Null(await DraftAsync(database, 1, "S001", leaver));
        Assert.Equal("222", (await DraftAsync(database, 1, "S002", successor))!.Texts["enrolment_primary"]);
        Assert.Equal("200", (await DraftAsync(database, 1, "S002", leaver))!.Texts["enrolment_primary"]);
        Assert.Null(await DraftAsync(database, 2, "S003", successor));
        Assert.Equal(Role.DataAdministrator, Assert.Single(await database.Get<IGrants>().OfAsync(successor, Cancellation)).Role);
    }

    private static Task KeepAsync(TemporaryDatabase database, long scope, string school, AccountId person, string text) => database.Collection.KeepDraftAsync(
        new ScopeId(scope), 2026, school, person.Id, new ReturnDraft(0, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("enrolment_primary", text), 1, _now), Cancellation);

    private static Task<ReturnDraft?> DraftAsync(TemporaryDatabase database, long scope, string school, AccountId person) => database.Collection.DraftAsync(new ScopeId(scope), 2026, school, person.Id, Cancellation);

    private static async Task<AccountId> PersonAsync(TemporaryDatabase database, string name)
    {
        var id = new AccountId(Guid.NewGuid());
        Assert.True(await database.Get<IAccounts>().AddAsync([new NewAccount(id, name, name, null, "-", false)], null, [Entry()], Cancellation));
        return id;
    }

    private static AuditEntry Entry() => AuditEntries.Done("-", "test", "test", _now);
}
