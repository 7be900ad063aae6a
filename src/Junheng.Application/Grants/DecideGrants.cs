using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Proposals;

namespace Junheng.Application.Grants;

/// <summary>Use case: the second person decides on proposed grants.</summary>
public sealed class DecideGrants(IGrants grants, IProposals proposals, TimeProvider clock)
{
    /// <summary>Which power it takes: what a security administrator proposed is countersigned by another administrator; what comes with new accounts is for a security administrator.</summary>
    public static AccessAction PowerFor(Proposal proposal) => proposal.Kind == GrantPayload.Kind ? AccessAction.CountersignGrants : AccessAction.ManageGrants;

    /// <summary>Whether a proposal is about grants; others are decided where their figures are.</summary>
    public static bool IsAboutGrants(Proposal proposal) => proposal.Kind is GrantPayload.Kind or AccountSheetPayload.Kind;

    /// <summary>Approves and gives, in one step, what the person has seen.</summary>
    public async Task<GrantOutcome> ApproveAsync(Person by, Guid id, string seenHash, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await proposals.FindAsync(id, cancellation) is not { State: ProposalState.Open } proposal || !IsAboutGrants(proposal))
        {
            return GrantOutcome.Absent;
        }

        var held = GrantPayload.Read(proposal.Kind == GrantPayload.Kind ? proposal.Payload : AccountSheetPayload.Read(proposal.Payload).Grants);
        if (!MayDecide(by, proposal, seenHash) || held.Any(each => each.Account == by.Account))
        {
            return GrantOutcome.NotYours;
        }

        var entries = new List<AuditEntry> { AuditEntries.Done(by.Id, "proposal.approve", proposal.Named, now, proposal.ProposedBy.Id, proposal.PayloadHash) };
        foreach (var each in held)
        {
            entries.Add(AuditEntries.Done(by.Id, "grant.give", each.Account.Id, now, null, GrantText.Of(each.Grant)) with { Scope = each.Grant.Scope.Region });
        }

        return GiveGrants.Outcome(await grants.GiveAsync(held, new ProposalDecision(id, by.Id, now), by.Id, entries, cancellation));
    }

    /// <summary>Rejects; who proposed may withdraw.</summary>
    public async Task<GrantOutcome> RejectAsync(Person by, Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await proposals.FindAsync(id, cancellation) is not { State: ProposalState.Open } proposal || !IsAboutGrants(proposal))
        {
            return GrantOutcome.Absent;
        }

        if (by.Account != proposal.ProposedBy && !HasPower(by, proposal))
        {
            return GrantOutcome.NotYours;
        }

        return await proposals.RejectAsync(new ProposalDecision(id, by.Id, now), AuditEntries.Done(by.Id, "proposal.reject", proposal.Named, now, proposal.ProposedBy.Id, proposal.PayloadHash), cancellation)
            ? GrantOutcome.Done
            : GrantOutcome.Absent;
    }

    private bool MayDecide(Person by, Proposal proposal, string seenHash) => proposal.MayBeDecidedBy(by, seenHash) && HasPower(by, proposal);

    private bool HasPower(Person by, Proposal proposal) =>
        AccessRules.Decide(by, PowerFor(proposal), AccessSubject.Installation, GiveGrants.Today(clock)) == AccessDecision.Allowed;
}
