using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;

namespace Junheng.Application.Grants;

/// <summary>Use case: end a grant. Its holder's sessions end with it.</summary>
public sealed class EndGrant(IGrants grants, IAccounts accounts, TimeProvider clock)
{
    /// <summary>Ends it.</summary>
    public async Task<GrantOutcome> RunAsync(Person by, AccountId holder, Guid grant, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (by.Account == holder)
        {
            return GrantOutcome.ToOneself;
        }

        if (await accounts.FindAsync(holder, cancellation) is not { } account || (await grants.OfAsync(holder, cancellation)).FirstOrDefault(each => each.Id == grant) is not { } held)
        {
            return GrantOutcome.Absent;
        }

        if (SeparatedPowers.Contains(held.Role) && await IsLastAsync(holder, held.Role, cancellation))
        {
            return GrantOutcome.LastOne;
        }

        var entry = AuditEntries.Done(by.Id, "grant.end", account.Account.Id.Id, now, GrantText.Of(held)) with { Scope = held.Scope.Region };
        return await grants.EndAsync(holder, grant, now, entry, cancellation) ? GrantOutcome.Done : GrantOutcome.Absent;
    }

    /// <summary>Whether nobody else who may sign in holds a power without end: the installation would be left without it.</summary>
    public async Task<bool> IsLastAsync(AccountId holder, Role power, CancellationToken cancellation)
    {
        var active = (await accounts.AllAsync(cancellation)).Where(account => account.IsActive && account.Id != holder).Select(account => account.Id).ToHashSet();
        var today = GiveGrants.Today(clock);
        return !(await grants.AllAsync(cancellation)).Any(each => each.Grant.Role == power && each.Grant.HoldsOn(today) && each.Grant.To is null && active.Contains(each.Account));
    }
}
