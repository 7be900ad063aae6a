using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Application.Grants;
using Junheng.Application.Proposals;
using Junheng.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Grants in the database.</summary>
internal sealed class StoredGrants(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : IGrants
{
    public async Task<ImmutableArray<Grant>> OfAsync(AccountId account, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await OpenAsync(database, account, cancellation);
    }

    public async Task<ImmutableArray<HeldGrant>> AllAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Grants.AsNoTracking().Where(row => row.EndedAt == null).ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.FromDay).Select(row => new HeldGrant(new AccountId(row.AccountId), AccountRows.ToGrant(row)))];
    }

    public async Task<GivingOutcome> GiveAsync(
        IReadOnlyList<HeldGrant> grants, ProposalDecision? decision, string givenBy, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (decision is not null && !await ProposalRows.MoveAsync(database, decision.Proposal, ProposalState.Open, ProposalState.Approved, decision, cancellation))
        {
            return GivingOutcome.TooLate;
        }

        foreach (var holder in grants.GroupBy(held => held.Account).OrderBy(holder => holder.Key.Value))
        {
            // Ending the sessions locks the account: two who give at once see each other's grants.
            if (!await AccountRows.EndSessionsAsync(database, holder.Key, cancellation))
            {
                return GivingOutcome.TooLate;
            }

            if (SeparatedPowers.Conflict([.. await OpenAsync(database, holder.Key, cancellation), .. holder.Select(held => held.Grant)]) is not null)
            {
                return GivingOutcome.PowersClash;
            }
        }

        database.Grants.AddRange(grants.Select(held => AccountRows.ToRow(held, givenBy, entries[0].At)));
        await chain.AppendAllAsync(database, entries, cancellation);
        await transaction.CommitAsync(cancellation);
        return GivingOutcome.Given;
    }

    public async Task<bool> EndAsync(AccountId account, Guid grant, DateTimeOffset now, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await AccountRows.EndSessionsAsync(database, account, cancellation);
        DateTimeOffset? ended = now;
        if (await database.Grants.Where(row => row.GrantId == grant && row.AccountId == account.Value && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.EndedAt, ended), cancellation) == 0)
        {
            return false;
        }

        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task<bool> MoveAsync(IReadOnlyList<Guid> grants, AccountId from, AccountId to, DateTimeOffset now, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        foreach (var account in new[] { from, to }.OrderBy(account => account.Value))
        {
            await AccountRows.EndSessionsAsync(database, account, cancellation);
        }

        var rows = await database.Grants.Where(row => grants.Contains(row.GrantId) && row.AccountId == from.Value && row.EndedAt == null).ToListAsync(cancellation);
        if (rows.Count != grants.Count)
        {
            return false;
        }

        foreach (var row in rows)
        {
            var moved = new HeldGrant(to, AccountRows.ToGrant(row) with { Id = Guid.CreateVersion7(now) });
            row.EndedAt = now;
            database.Grants.Add(AccountRows.ToRow(moved, entry.Actor, now));
        }

        await MoveDraftsAsync(database, [.. rows.Select(row => row.ScopeId).Distinct()], from.Id, to.Id, cancellation);

        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>What somebody typed and did not save goes along with the work, except where the successor has typed in the same form.</summary>
    private static Task<int> MoveDraftsAsync(JunhengDatabase database, long[] scopes, string from, string to, CancellationToken cancellation) => database.Drafts
        .Where(row => scopes.Contains(row.ScopeId) && row.Person == from
            && !database.Drafts.Any(own => own.ScopeId == row.ScopeId && own.ReportYear == row.ReportYear && own.SchoolCode == row.SchoolCode && own.Person == to))
        .ExecuteUpdateAsync(row => row.SetProperty(each => each.Person, to), cancellation);

    private static async Task<ImmutableArray<Grant>> OpenAsync(JunhengDatabase database, AccountId account, CancellationToken cancellation)
    {
        var rows = await database.Grants.AsNoTracking().Where(row => row.AccountId == account.Value && row.EndedAt == null).ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.FromDay).Select(AccountRows.ToGrant)];
    }
}
