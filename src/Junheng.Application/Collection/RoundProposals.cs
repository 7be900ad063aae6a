using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>What a proposal about a round would do: freeze its year or reopen returns. It names what was seen, so that what is approved is what was proposed.</summary>
/// <param name="Year">The report year.</param>
/// <param name="Freezes">How many freezes the year had.</param>
/// <param name="Seen">Hash over state and version of every return.</param>
/// <param name="Schools">The schools to be reopened; empty to freeze.</param>
/// <param name="Reason">Why they are reopened; empty to freeze.</param>
public sealed record RoundPayload(int Year, int Freezes, string Seen, ImmutableArray<string> Schools, string Reason)
{
    /// <summary>The kind of proposals that freeze.</summary>
    public const string Freeze = "freeze";

    /// <summary>The kind of proposals that reopen.</summary>
    public const string Reopen = "reopen";

    /// <summary>Whether a proposal is of either kind.</summary>
    public static bool Is(Proposal proposal) => proposal.Kind is Freeze or Reopen;

    /// <summary>The payload of a proposal.</summary>
    public static RoundPayload Of(Proposal proposal) => JsonSerializer.Deserialize<RoundPayload>(proposal.Payload) ?? throw new JsonException("A payload is an object.");

    /// <summary>The hash over the returns as they stand.</summary>
    public static string HashOf(ImmutableArray<SchoolReturn> returns) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(returns.Select(each => $"{each.School.Code}:{each.Version}:{(byte)each.State};")))));

    /// <summary>As stored.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>What came of a proposal.</summary>
/// <param name="Schools">Schools that keep it back, with reasons; the school is empty for the whole.</param>
/// <param name="Findings">What is wrong with the figures together.</param>
public sealed record ProposalAnswer(ImmutableArray<RefusedStep> Schools, ImmutableArray<Finding> Findings)
{
    /// <summary>It was done.</summary>
    public static ProposalAnswer Done { get; } = new([], []);

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Schools.IsEmpty && Findings.IsEmpty;

    /// <summary>Refused for one reason.</summary>
    public static ProposalAnswer No(string zh, string en) => new([new RefusedStep("", new LocalizedText(zh, en))], []);
}

/// <summary>Use case: freezing a year and reopening returns by two people: one proposes, another who may review decides.</summary>
public sealed class RoundProposals(ICollectionStore store, IProposals proposals, FreezeYear freeze, ReopenReturns reopen, ISecrets secrets, TimeProvider clock)
{
    /// <summary>Proposes to freeze the year, or with schools to reopen them.</summary>
    public async Task<ProposalAnswer> ProposeAsync(CollectionRound round, Person by, ImmutableArray<string> schools, string reason, CancellationToken cancellation)
    {
        var isReopening = !schools.IsEmpty;
        if (isReopening && string.IsNullOrWhiteSpace(reason))
        {
            return ProposalAnswer.No("请写明解冻的原因", "Give the reason for reopening");
        }

        var kind = isReopening ? RoundPayload.Reopen : RoundPayload.Freeze;
        if ((await OpenAsync(round, cancellation)).Any(each => each.Kind == kind))
        {
            return ProposalAnswer.No("已有一份同类提议在等另一人批准", "A proposal of this sort waits for a second person already");
        }

        var returns = await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation);
        var payload = new RoundPayload(round.ReportYear, round.Freeze?.Version ?? 0, RoundPayload.HashOf(returns), schools, reason.Trim());
        var now = clock.GetUtcNow();
        var proposal = Proposal.New(secrets.NewId(), round.Scope, kind, round.Title, payload.Write(), by, now);
        await proposals.AddAsync(proposal, AuditEntries.Done(by.Id, $"proposal.{kind}", $"round/{round.ReportYear}", now, null, proposal.PayloadHash) with { Scope = round.Scope }, cancellation);
        return ProposalAnswer.Done;
    }

    /// <summary>The proposals about a round that wait for a second person, oldest first.</summary>
    public async Task<ImmutableArray<Proposal>> OpenAsync(CollectionRound round, CancellationToken cancellation) =>
        [.. (await proposals.OpenAsync(cancellation)).Where(each => each.Scope == round.Scope && RoundPayload.Is(each) && RoundPayload.Of(each).Year == round.ReportYear)];

    /// <summary>Approves what the person has seen, and carries it out.</summary>
    public async Task<ProposalAnswer> ApproveAsync(CollectionRound round, Region county, Guid id, string seenHash, Person by, Standard standard, Language language, CancellationToken cancellation)
    {
        if ((await OpenAsync(round, cancellation)).FirstOrDefault(each => each.Id == id) is not { } proposal)
        {
            return ProposalAnswer.No("这份提议已经处理过了", "This proposal has been decided already");
        }

        if (!proposal.MayBeDecidedBy(by, seenHash))
        {
            return ProposalAnswer.No("要由提议人以外的另一人批准", "Another person than the one who proposed it approves it");
        }

        var payload = RoundPayload.Of(proposal);
        if (payload.Freezes != (round.Freeze?.Version ?? 0) || payload.Seen != RoundPayload.HashOf(await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation)))
        {
            return ProposalAnswer.No("提议之后数据又有变动；请退回提议，核对后重新提出", "The figures have changed since; reject the proposal and propose it anew");
        }

        var approval = new ApprovedProposal(new ProposalDecision(id, by.Id, clock.GetUtcNow()), Entry(round, proposal, "approve", by));
        return proposal.Kind == RoundPayload.Freeze
            ? await freeze.RunAsync(new FreezeRequest(round, county, proposal.ProposedBy.Id, by.Id, language, approval), standard, cancellation) is FreezeOutcome.Refused refused
                ? new ProposalAnswer(refused.Schools, refused.Findings)
                : ProposalAnswer.Done
            : new ProposalAnswer(await reopen.RunAsync(round, payload.Schools, payload.Reason, proposal.ProposedBy.Id, by.Id, approval, cancellation), []);
    }

    /// <summary>Rejects; who proposed may withdraw.</summary>
    public async Task<ProposalAnswer> RejectAsync(CollectionRound round, Guid id, Person by, CancellationToken cancellation) =>
        (await OpenAsync(round, cancellation)).FirstOrDefault(each => each.Id == id) is { } proposal
            && await proposals.RejectAsync(new ProposalDecision(id, by.Id, clock.GetUtcNow()), Entry(round, proposal, "reject", by), cancellation)
                ? ProposalAnswer.Done
                : ProposalAnswer.No("这份提议已经处理过了", "This proposal has been decided already");

    private AuditEntry Entry(CollectionRound round, Proposal proposal, string what, Person by) =>
        AuditEntries.Done(by.Id, $"proposal.{what}", $"round/{round.ReportYear}", clock.GetUtcNow(), proposal.ProposedBy.Id, proposal.PayloadHash) with { Scope = round.Scope };
}
