using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;

namespace Junheng.Application.Grants;

/// <summary>What came of a wish to give, move or approve grants.</summary>
public enum GrantOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>It waits for a second person.</summary>
    Proposed,

    /// <summary>Nobody gives grants to themselves.</summary>
    ToOneself,

    /// <summary>The role cannot be given for such a place.</summary>
    RoleDoesNotFit,

    /// <summary>The role needs a last day.</summary>
    NeedsEnd,

    /// <summary>The last day is before the first, or past.</summary>
    WrongDays,

    /// <summary>Somebody would hold two of the three powers.</summary>
    PowersClash,

    /// <summary>The three powers can only be given by two persons, neither lent nor handed over.</summary>
    PowerStays,

    /// <summary>Nobody else would hold the power.</summary>
    LastOne,

    /// <summary>There is nothing to hand over or to lend.</summary>
    Nothing,

    /// <summary>Person, grant or proposal is not there, or no longer.</summary>
    Absent,

    /// <summary>The person may not decide this proposal, or saw another version of it.</summary>
    NotYours,
}

/// <summary>A grant that somebody wants to give.</summary>
/// <param name="To">To whom.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null = until it is ended.</param>
public sealed record WantedGrant(AccountId To, Role Role, GrantScope Scope, DateOnly From, DateOnly? Until);

/// <summary>Use case: give a grant. One of the three powers waits for a second person.</summary>
public sealed class GiveGrants(IGrants grants, IAccounts accounts, IProposals proposals, ISecrets secrets, TimeProvider clock)
{
    /// <summary>Gives it, or proposes it.</summary>
    public async Task<GrantOutcome> RunAsync(Person giver, WantedGrant wanted, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (Fault(giver, wanted, Today(clock)) is { } fault)
        {
            return fault;
        }

        if (await accounts.FindAsync(wanted.To, cancellation) is not { } holder)
        {
            return GrantOutcome.Absent;
        }

        var held = new HeldGrant(wanted.To, new Grant(secrets.NewId(), wanted.Role, wanted.Scope, wanted.From, wanted.Until));
        var text = GrantText.Of(held.Grant);
        if (!SeparatedPowers.Contains(wanted.Role))
        {
            var given = AuditEntries.Done(giver.Id, "grant.give", holder.Account.Id.Id, now, null, text) with { Scope = wanted.Scope.Region };
            return Outcome(await grants.GiveAsync([held], null, giver.Id, [given], cancellation));
        }

        if (SeparatedPowers.Conflict([.. await grants.OfAsync(wanted.To, cancellation), held.Grant]) is not null)
        {
            return GrantOutcome.PowersClash;
        }

        var proposal = Proposal.New(secrets.NewId(), ScopeId.Installation, GrantPayload.Kind, $"{holder.Account.Name}: {text}", GrantPayload.Write([held]), giver, now);
        await proposals.AddAsync(proposal, AuditEntries.Done(giver.Id, "proposal.open", proposal.Named, now, null, proposal.PayloadHash), cancellation);
        return GrantOutcome.Proposed;
    }

    /// <summary>Today, where the installation stands.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>What came of giving.</summary>
    internal static GrantOutcome Outcome(GivingOutcome giving) => giving switch
    {
        GivingOutcome.Given => GrantOutcome.Done,
        GivingOutcome.PowersClash => GrantOutcome.PowersClash,
        _ => GrantOutcome.Absent,
    };

    private static GrantOutcome? Fault(Person giver, WantedGrant wanted, DateOnly today)
    {
        var rule = Roles.Of(wanted.Role);
        return giver.Account == wanted.To ? GrantOutcome.ToOneself
            : !rule.Kinds.Contains(wanted.Scope.Kind) || (SeparatedPowers.Contains(wanted.Role) && wanted.Scope != GrantScope.Installation) ? GrantOutcome.RoleDoesNotFit
            : rule.NeedsEnd && wanted.Until is null ? GrantOutcome.NeedsEnd
            : wanted.Until < wanted.From || wanted.Until < today ? GrantOutcome.WrongDays
            : null;
    }
}
