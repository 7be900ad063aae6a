using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Forms;
using Junheng.Application.Grants;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;
using Junheng.Application.SetUp;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Accounts;

public sealed class AccountStoreTestsOnSqlite() : AccountStoreTests(DatabaseKind.Sqlite);

public sealed class AccountStoreTestsOnPostgreSql() : AccountStoreTests(DatabaseKind.PostgreSql);

/// <summary>S3–S6 where two do something at once: the database lets one of them.</summary>
public abstract class AccountStoreTests(DatabaseKind kind)
{
    private const int AtOnce = 12;
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly _today = new(2026, 11, 21);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_tries_are_checked_than_are_allowed_however_many_come_at_once()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var account = await AddAsync(database, "tried");
        var accounts = database.Get<IAccounts>();

        var claims = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => accounts.ClaimTryAsync(account, _now, Cancellation)));

        Assert.True(claims.Count(claim => claim) <= SessionRules.Tries);
        Assert.NotNull((await accounts.FindAsync(account, Cancellation))!.Account.LockedUntil);
        Assert.False(await accounts.ClaimTryAsync(account, _now + TimeSpan.FromMinutes(14), Cancellation));
        Assert.True(await accounts.ClaimTryAsync(account, _now + TimeSpan.FromHours(1), Cancellation));
    }

    [Fact]
    public async Task Two_security_administrators_at_once_cannot_give_one_person_two_powers()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var account = await AddAsync(database, "powerful");
        var grants = database.Get<IGrants>();

        var outcomes = await Task.WhenAll(SeparatedPowers.All.Concat(SeparatedPowers.All).Select(role =>
            grants.GiveAsync([new HeldGrant(account, Grant(role))], null, "t", [Entry("give")], Cancellation)));

        var held = await grants.OfAsync(account, Cancellation);
        Assert.Single(held.Select(grant => grant.Role).Distinct());
        Assert.Equal(held.Length, outcomes.Count(outcome => outcome == GivingOutcome.Given));
        Assert.Contains(GivingOutcome.PowersClash, outcomes);
    }

    [Fact]
    public async Task The_set_up_link_works_once_however_often_it_is_used_at_once()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var links = database.Get<ISetUpLinks>();
        await links.ReplaceAsync("old", _now, _now.AddDays(1), Cancellation);
        await links.ReplaceAsync("hash", _now, _now.AddDays(1), Cancellation);
        Assert.False(await links.IsOpenAsync("old", _now, Cancellation));

        var used = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => links.UseAsync("hash", _now, [New($"admin{number}")], [], [Entry("set-up")], Cancellation)));

        Assert.Single(used, use => use);
        Assert.Single(await database.Get<IAccounts>().AllAsync(Cancellation));
    }

    [Fact]
    public async Task A_session_lives_until_rights_or_password_change_and_its_deputy_s_with_it()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var (account, other) = (await AddAsync(database, "one"), await AddAsync(database, "two"));
        var (sessions, grants, accounts) = (database.Get<ISessions>(), database.Get<IGrants>(), database.Get<IAccounts>());
        Func<Task>[] changes =
        [
            () => accounts.SetPasswordAsync(account, "h", false, Entry("password"), Cancellation),
            () => grants.GiveAsync([new HeldGrant(account, Grant(Role.Leader))], null, "t", [Entry("give")], Cancellation),
            async () => await grants.MoveAsync([(await grants.OfAsync(account, Cancellation))[0].Id], account, other, _now, Entry("move"), Cancellation),
            () => accounts.SetActiveAsync(account, false, Entry("block"), Cancellation),
        ];
        foreach (var change in changes)
        {
            await sessions.StartAsync(SessionOf(account, "s"), null, null, Cancellation);
            await sessions.StartAsync(SessionOf(other, "o"), "o", null, Cancellation);
            Assert.Equal("one", (await sessions.FindAsync("s", Cancellation))!.Account.Name);

            await change();

            Assert.Null(await sessions.FindAsync("s", Cancellation));
        }

        Assert.Equal(Role.Leader, Assert.Single(await grants.OfAsync(other, Cancellation)).Role);
        Assert.Empty(await grants.OfAsync(account, Cancellation));
    }

    [Fact]
    public async Task A_proposal_is_approved_with_what_it_brings_about_or_not_at_all()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var account = await AddAsync(database, "proposed");
        var (proposals, grants) = (database.Get<IProposals>(), database.Get<IGrants>());
        var by = new Person(account, "by", "by", []);
        var proposal = Proposal.New(Guid.NewGuid(), ScopeId.Installation, GrantPayload.Kind, "s", "[]", by, _now);
        await proposals.AddAsync(proposal, Entry("open"), Cancellation);
        var decision = new ProposalDecision(proposal.Id, "second", _now);

        Assert.Equal(GivingOutcome.PowersClash, await grants.GiveAsync([new(account, Grant(Role.Auditor)), new(account, Grant(Role.SystemAdministrator))], decision, "t", [Entry("give")], Cancellation));
        Assert.Equal(ProposalState.Open, (await proposals.FindAsync(proposal.Id, Cancellation))!.State);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => grants.GiveAsync([new HeldGrant(account, Grant(Role.Leader))], decision, "t", [Entry("give")], Cancellation)));

        Assert.Single(outcomes, outcome => outcome == GivingOutcome.Given);
        Assert.Single(await grants.OfAsync(account, Cancellation));
        Assert.Equal((ProposalState.Approved, "second"), ((await proposals.FindAsync(proposal.Id, Cancellation))!.State, (await proposals.FindAsync(proposal.Id, Cancellation))!.DecidedBy));
    }

    [Fact]
    public async Task Accounts_are_added_all_or_none()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var accounts = database.Get<IAccounts>();
        await AddAsync(database, "Taken");

        Assert.False(await accounts.AddAsync([New("fresh"), New("ｔaken")], null, [Entry("add")], Cancellation));
        Assert.False(await accounts.AddAsync([New("same"), New("SAME")], null, [Entry("add")], Cancellation));
        Assert.Equal(["Taken"], (await accounts.AllAsync(Cancellation)).Select(account => account.Name));
    }

    [Fact]
    public async Task A_form_and_a_one_time_file_are_taken_by_one_of_many()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var account = await AddAsync(database, "taker");
        var (forms, files) = (database.Get<IFormTokens>(), database.Get<IOneTimeFiles>());
        var claims = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => forms.ClaimAsync("token", _now, Cancellation)));
        await forms.DoneAsync("token", "/there", Cancellation);
        await files.AddAsync("file", account, "n", [1, 2], DateTimeOffset.MaxValue.AddYears(-1), Cancellation);
        var others = await files.TakeAsync("file", new AccountId(Guid.NewGuid()), _now, Cancellation);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => files.TakeAsync("file", account, _now, Cancellation)));

        Assert.Single(claims, claim => claim.IsFirst);
        Assert.Equal("/there", (await forms.ClaimAsync("token", _now, Cancellation)).Location);
        Assert.Null(others);
        Assert.Single(taken, file => file is not null);
    }

    [Fact]
    public async Task Every_change_leaves_an_entry_in_the_trail_and_a_failed_one_leaves_none()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var account = await AddAsync(database, "audited");
        await database.Get<IAccounts>().SetActiveAsync(account, false, Entry("block") with { Change = new ValueChange("active", "blocked") }, Cancellation);
        await database.Get<IAccounts>().AddAsync([New("AUDITED")], null, [Entry("never")], Cancellation);
        await using var context = await database.Contexts.CreateDbContextAsync(Cancellation);
        var actions = await context.Database.SqlQueryRaw<string>("SELECT action || ':' || COALESCE(old_value, '') || ':' || COALESCE(new_value, '') AS \"Value\" FROM audit_entries").ToListAsync(Cancellation);

        Assert.Equal(["add::", "block:active:blocked"], actions.Order(StringComparer.Ordinal));
    }

    private static async Task<AccountId> AddAsync(TemporaryDatabase database, string name)
    {
        var account = New(name);
        Assert.True(await database.Get<IAccounts>().AddAsync([account], null, [Entry("add")], Cancellation));
        return account.Id;
    }

    private static NewAccount New(string name) => new(new AccountId(Guid.NewGuid()), name, name, null, "hash", false);

    private static Grant Grant(Role role) => new(Guid.NewGuid(), role, GrantScope.Installation, _today, null);

    private static AuditEntry Entry(string action) => AuditEntries.Done("t", action, "s", _now);

    private static Session SessionOf(AccountId account, string token) => new(token, account, SessionStage.Full, _now, _now, _now.AddHours(1), new Visitor("", ""));
}
