using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Application.Proposals;

namespace Junheng.Application.Grants;

/// <summary>A grant with its holder.</summary>
/// <param name="Account">Who holds it.</param>
/// <param name="Grant">The grant.</param>
public sealed record HeldGrant(AccountId Account, Grant Grant);

/// <summary>What came of giving grants.</summary>
public enum GivingOutcome
{
    /// <summary>Given.</summary>
    Given,

    /// <summary>Somebody would hold two of the three powers: nothing was given.</summary>
    PowersClash,

    /// <summary>The proposal is open no longer, or the holder is not there: nothing was given.</summary>
    TooLate,
}

/// <summary>The grants on record. Every change of what somebody may do ends all their sessions in the same step.</summary>
public interface IGrants
{
    /// <summary>The grants of an account that have not been ended, by first day.</summary>
    Task<ImmutableArray<Grant>> OfAsync(AccountId account, CancellationToken cancellation);

    /// <summary>All grants that have not been ended.</summary>
    Task<ImmutableArray<HeldGrant>> AllAsync(CancellationToken cancellation);

    /// <summary>Gives grants, all or none.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="decision">The decision that they rest on: the proposal is approved in the same step; null when they need none.</param>
    /// <param name="givenBy">User name of who gives them.</param>
    /// <param name="entries">What the audit trail says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<GivingOutcome> GiveAsync(IReadOnlyList<HeldGrant> grants, ProposalDecision? decision, string givenBy, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation);

    /// <summary>Ends a grant; false when it is not there.</summary>
    Task<bool> EndAsync(AccountId account, Guid grant, DateTimeOffset now, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Moves grants that have not been ended from one account to another; false when one of them is not there.</summary>
    Task<bool> MoveAsync(IReadOnlyList<Guid> grants, AccountId from, AccountId to, DateTimeOffset now, AuditEntry entry, CancellationToken cancellation);
}
