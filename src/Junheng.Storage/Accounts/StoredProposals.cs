using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Moves proposals on, inside the transaction of what they bring about. Of two who decide at once the second finds it moved.</summary>
internal static class ProposalRows
{
    public static async Task<bool> MoveAsync(JunhengDatabase database, Guid id, ProposalState from, ProposalState to, ProposalDecision? decision, CancellationToken cancellation)
    {
        var (by, at) = (decision?.By, decision?.At);
        return await database.Proposals.Where(row => row.ProposalId == id && row.State == (byte)from).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.State, (byte)to).SetProperty(each => each.DecidedBy, by).SetProperty(each => each.DecidedAt, at), cancellation) > 0;
    }
}

/// <summary>Proposals in the database.</summary>
internal sealed class StoredProposals(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : IProposals
{
    public async Task AddAsync(Proposal proposal, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        database.Proposals.Add(new ProposalRow
        {
            ScopeId = proposal.Scope.Value,
            ProposalId = proposal.Id,
            Kind = proposal.Kind,
            Subject = proposal.Subject,
            Payload = proposal.Payload,
            PayloadHash = proposal.PayloadHash,
            ProposedBy = proposal.ProposedBy.Value,
            ProposedByName = proposal.ProposedByName,
            ProposedAt = proposal.ProposedAt,
            State = (byte)proposal.State,
        });
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<Proposal?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.Proposals.AsNoTracking().FirstOrDefaultAsync(row => row.ProposalId == id, cancellation) is { } row ? ToProposal(row) : null;
    }

    public async Task<ImmutableArray<Proposal>> OpenAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Proposals.AsNoTracking().Where(row => row.State == (byte)ProposalState.Open).ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.ProposedAt).Select(ToProposal)];
    }

    public Task<bool> ApproveAsync(ProposalDecision decision, AuditEntry entry, CancellationToken cancellation) => CloseAsync(ProposalState.Approved, decision, entry, cancellation);

    public Task<bool> RejectAsync(ProposalDecision decision, AuditEntry entry, CancellationToken cancellation) => CloseAsync(ProposalState.Rejected, decision, entry, cancellation);

    private async Task<bool> CloseAsync(ProposalState to, ProposalDecision decision, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (!await ProposalRows.MoveAsync(database, decision.Proposal, ProposalState.Open, to, decision, cancellation))
        {
            return false;
        }

        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static Proposal ToProposal(ProposalRow row) => new(
        row.ProposalId,
        new ScopeId(row.ScopeId),
        row.Kind,
        row.Subject,
        row.Payload,
        row.PayloadHash,
        new AccountId(row.ProposedBy),
        row.ProposedByName,
        row.ProposedAt,
        (ProposalState)row.State,
        row.DecidedBy,
        row.DecidedAt);
}
