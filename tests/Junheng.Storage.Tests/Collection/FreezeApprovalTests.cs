using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Collection;
using Junheng.Application.Proposals;
using Junheng.Documents.Statistics;
using Junheng.Domain.Returns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Collection;

public sealed class FreezeApprovalTestsOnSqlite() : FreezeApprovalTests(DatabaseKind.Sqlite);

public sealed class FreezeApprovalTestsOnPostgreSql() : FreezeApprovalTests(DatabaseKind.PostgreSql);

/// <summary>S6: a freeze and the approval of its proposal are one transaction.</summary>
public abstract class FreezeApprovalTests(DatabaseKind kind)
{
    private static readonly Person _proposer = new(new AccountId(Guid.Parse("11111111-1111-1111-1111-111111111111")), "shuju", "数据员", []);
    private static readonly Person _reviewer = new(new AccountId(Guid.Parse("22222222-2222-2222-2222-222222222222")), "shenhe", "审核员", []);
    private static readonly Person _second = new(new AccountId(Guid.Parse("33333333-3333-3333-3333-333333333333")), "shenhe2", "审核员二", []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proposal_that_was_rejected_meanwhile_freezes_nothing()
    {
        await using var database = await ApprovedAsync();
        var round = Assert.Single(await database.Collection.RoundsAsync(FrozenCounty.County.Scope, Cancellation));
        Assert.True((await Rounds(database).ProposeAsync(round, _proposer, [], "", Cancellation)).IsDone);
        var proposal = Assert.Single(await database.Get<IProposals>().OpenAsync(Cancellation));
        Assert.True((await Rounds(database).RejectAsync(round, proposal.Id, _reviewer, Cancellation)).IsDone);
        var before = await database.Backups.ContentAsync(Cancellation);

        var approval = new ApprovedProposal(
            new ProposalDecision(proposal.Id, _reviewer.Id, DateTimeOffset.UnixEpoch), Application.Audit.AuditEntries.Done(_reviewer.Id, "proposal.approve", "round/2026", DateTimeOffset.UnixEpoch));
        var outcome = await new FreezeYear(database.Collection, new CheckEntries(new StatisticsFiles()), SampleImport.Make, TimeProvider.System).RunAsync(
            new FreezeRequest(round, FrozenCounty.County, _proposer.Id, _reviewer.Id, Language.Zh, approval), FrozenCounty.Standard, Cancellation);

        Assert.IsType<FreezeOutcome.Refused>(outcome);
        Assert.Equal(before.Hash, (await database.Backups.ContentAsync(Cancellation)).Hash);
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_freezes_and_names_are_looked_up_not_stored()
    {
        await using var database = await ApprovedAsync();
        var round = Assert.Single(await database.Collection.RoundsAsync(FrozenCounty.County.Scope, Cancellation));
        await Rounds(database).ProposeAsync(round, _proposer, [], "", Cancellation);
        var proposal = Assert.Single(await database.Get<IProposals>().OpenAsync(Cancellation));

        var answers = await Task.WhenAll(new[] { _reviewer, _second }.Select(person => Task.Run(
            () => Rounds(database).ApproveAsync(round, FrozenCounty.County, proposal.Id, proposal.PayloadHash, person, FrozenCounty.Standard, Language.Zh, Cancellation), Cancellation)));

        Assert.Single(answers, answer => answer.IsDone);
        Assert.Empty(await database.Get<IProposals>().OpenAsync(Cancellation));
        var freeze = Assert.Single(await database.Collection.RoundsAsync(FrozenCounty.County.Scope, Cancellation)).Freeze!;
        Assert.Equal((1, _proposer.Id), (freeze.Version, freeze.ProposedBy));
        var entries = await database.Audit.NewestAsync(FrozenCounty.County.Scope, null, 100, Cancellation);
        Assert.Single(entries, each => each.Entry.Action == "proposal.approve");
        Assert.Single(entries, each => each.Entry.Action == "return.freeze-year");
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    private static RoundProposals Rounds(TemporaryDatabase database)
    {
        var check = new CheckEntries(new StatisticsFiles());
        return new RoundProposals(
            database.Collection, database.Get<IProposals>(), new FreezeYear(database.Collection, check, SampleImport.Make, TimeProvider.System), new ReopenReturns(database.Collection), new Chance(), TimeProvider.System);
    }

    private async Task<TemporaryDatabase> ApprovedAsync()
    {
        var database = await TemporaryDatabase.MigratedAsync(kind);
        await database.Collection.OpenAsync(FrozenCounty.Round, [new AskedSchool("S001", "第1小学", SchoolType.Primary, "东镇")], "account/1", Cancellation);
        await new SaveReturn(database.Collection, new CheckEntries(new StatisticsFiles())).RunAsync(
            new SaveRequest(FrozenCounty.Round, "990121", "示例县", "S001", 0, FrozenCounty.Figures, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, "account/1", Language.Zh), FrozenCounty.Standard, Cancellation);
        var step = new TakeReturnStep(database.Collection);
        Assert.Empty(await step.RunAsync(new StepRequest(FrozenCounty.Round, ["S001"], ReturnStep.Submit, "", "account/1"), Cancellation));
        Assert.Empty(await step.RunAsync(new StepRequest(FrozenCounty.Round, ["S001"], ReturnStep.Approve, "", "account/2"), Cancellation));
        return database;
    }

    /// <summary>Only ids are asked for here.</summary>
    private sealed class Chance : ISecrets
    {
        public Guid NewId() => Guid.NewGuid();

        public string NewToken() => throw new NotSupportedException();

        public string NewInitialPassword() => throw new NotSupportedException();

        public byte[] NewBytes(int count) => throw new NotSupportedException();

        public byte[] Protect(byte[] plain) => throw new NotSupportedException();

        public byte[]? Unprotect(byte[] secret) => throw new NotSupportedException();
    }
}
