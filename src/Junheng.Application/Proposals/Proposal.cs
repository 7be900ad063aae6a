using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Application.Regions;

namespace Junheng.Application.Proposals;

/// <summary>How far a proposal has come.</summary>
public enum ProposalState : byte
{
    /// <summary>Still being prepared by who proposes; nobody else sees it.</summary>
    Draft = 0,

    /// <summary>Waits for another person.</summary>
    Open = 1,

    /// <summary>Approved and carried out, in one step.</summary>
    Approved = 2,

    /// <summary>Rejected.</summary>
    Rejected = 3,
}

/// <summary>A step that takes two persons: one proposes, another with the power decides. What is approved is exactly what the hash names.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Scope">The region that it concerns.</param>
/// <param name="Kind">What sort, e.g. <c>grants</c>.</param>
/// <param name="Subject">For people: what it is about.</param>
/// <param name="Payload">What shall be done, as JSON of the kind.</param>
/// <param name="PayloadHash">SHA-256 of <paramref name="Payload"/> in lower-case hex.</param>
/// <param name="ProposedBy">Who proposed.</param>
/// <param name="ProposedByName">Their user name.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="State">How far it has come.</param>
/// <param name="DecidedBy">The stable id of who decided; null before.</param>
/// <param name="DecidedAt">When; null before.</param>
public sealed record Proposal(
    Guid Id,
    ScopeId Scope,
    string Kind,
    string Subject,
    string Payload,
    string PayloadHash,
    AccountId ProposedBy,
    string ProposedByName,
    DateTimeOffset ProposedAt,
    ProposalState State,
    string? DecidedBy = null,
    DateTimeOffset? DecidedAt = null)
{
    /// <summary>The stable id under which the audit names it.</summary>
    public string Named => $"proposal/{Id:n}";

    /// <summary>A new one.</summary>
    public static Proposal New(Guid id, ScopeId scope, string kind, string subject, string payload, Person by, DateTimeOffset at, ProposalState state = ProposalState.Open) =>
        new(id, scope, kind, subject, payload, HashOf(payload), by.Account, by.Name, at, state);

    /// <summary>The hash of a payload.</summary>
    public static string HashOf(string payload) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)));

    /// <summary>Whether a person may decide it, having seen the payload of a hash. That the person has the power to is asked apart.</summary>
    public bool MayBeDecidedBy(Person person, string seenHash) =>
        State == ProposalState.Open && person.Account != ProposedBy && seenHash == PayloadHash && HashOf(Payload) == PayloadHash;
}

/// <summary>What another person decided on a proposal.</summary>
/// <param name="Proposal">Which.</param>
/// <param name="By">The stable id of who decided.</param>
/// <param name="At">When.</param>
public sealed record ProposalDecision(Guid Proposal, string By, DateTimeOffset At);

/// <summary>The proposals on record.</summary>
public interface IProposals
{
    /// <summary>Puts one on record.</summary>
    Task AddAsync(Proposal proposal, AuditEntry entry, CancellationToken cancellation);

    /// <summary>One by its number; null when there is none.</summary>
    Task<Proposal?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Those that wait for a second person, oldest first.</summary>
    Task<ImmutableArray<Proposal>> OpenAsync(CancellationToken cancellation);

    /// <summary>Notes that one was approved and carried out; false when it is open no longer.</summary>
    Task<bool> ApproveAsync(ProposalDecision decision, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Rejects one that is open; false when it is open no longer.</summary>
    Task<bool> RejectAsync(ProposalDecision decision, AuditEntry entry, CancellationToken cancellation);
}
