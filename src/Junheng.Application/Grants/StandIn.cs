using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;

namespace Junheng.Application.Grants;

/// <summary>Use cases for when somebody is away: a deputy for some days (代理), or a successor for good (离岗交接).</summary>
public sealed class StandIn(IGrants grants, IAccounts accounts, ISecrets secrets, TimeProvider clock)
{
    /// <summary>Lends all grants of one person to another for some days; a grant that ends earlier ends earlier there too.</summary>
    public async Task<GrantOutcome> DeputyAsync(Person by, AccountId absent, AccountId deputy, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), GiveGrants.Today(clock));
        if (to < from || to < today)
        {
            return GrantOutcome.WrongDays;
        }

        if (await PairAsync(by, absent, deputy, cancellation) is not var (lender, borrower))
        {
            return by.Account == deputy ? GrantOutcome.ToOneself : GrantOutcome.Absent;
        }

        var own = (await grants.OfAsync(absent, cancellation)).Where(grant => grant.DeputyFor is null && grant.From <= to && (grant.To is null || grant.To >= from)).ToList();
        if (own.Any(grant => SeparatedPowers.Contains(grant.Role)))
        {
            return GrantOutcome.PowerStays;
        }

        if (own.Count == 0)
        {
            return GrantOutcome.Nothing;
        }

        var lent = own.Select(grant => new HeldGrant(deputy, grant with
        {
            Id = secrets.NewId(),
            From = grant.From > from ? grant.From : from,
            To = grant.To < to ? grant.To : to,
            DeputyFor = absent,
        })).ToList();
        var entries = lent.Select(held => AuditEntries.Done(by.Id, "grant.lend", $"{lender.Id.Id} → {borrower.Id.Id}", now, null, GrantText.Of(held.Grant)) with { Scope = held.Grant.Scope.Region });
        return GiveGrants.Outcome(await grants.GiveAsync(lent, null, by.Id, [.. entries], cancellation));
    }

    /// <summary>Moves all grants that lie ahead from one person to another; the sessions of both end.</summary>
    public async Task<GrantOutcome> HandOverAsync(Person by, AccountId leaver, AccountId successor, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), GiveGrants.Today(clock));
        if (await PairAsync(by, leaver, successor, cancellation) is not var (from, to))
        {
            return by.Account == successor ? GrantOutcome.ToOneself : GrantOutcome.Absent;
        }

        var open = (await grants.OfAsync(leaver, cancellation)).Where(grant => !grant.IsOver(today)).ToList();
        if (open.Any(grant => SeparatedPowers.Contains(grant.Role)))
        {
            return GrantOutcome.PowerStays;
        }

        if (open.Count == 0)
        {
            return GrantOutcome.Nothing;
        }

        var entry = AuditEntries.Done(by.Id, "grant.hand-over", $"{from.Id.Id} → {to.Id.Id}", now, from.Id.Id, $"{to.Id.Id}: {string.Join("; ", open.Select(GrantText.Of))}");
        return await grants.MoveAsync([.. open.Select(grant => grant.Id)], leaver, successor, now, entry, cancellation) ? GrantOutcome.Done : GrantOutcome.Absent;
    }

    /// <summary>Both accounts, where they are two, the second may sign in, and is not who asks.</summary>
    private async Task<(Account From, Account To)?> PairAsync(Person by, AccountId from, AccountId to, CancellationToken cancellation) =>
        from != to && by.Account != to
        && await accounts.FindAsync(from, cancellation) is { } first
        && await accounts.FindAsync(to, cancellation) is { Account.IsActive: true } second
            ? (first.Account, second.Account)
            : null;
}
