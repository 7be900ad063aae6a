using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Grants;

namespace Junheng.Application.ApiTokens;

/// <summary>What came of asking for a token.</summary>
public abstract record ApiTokenOutcome
{
    private ApiTokenOutcome()
    {
    }

    /// <summary>It was made; this is the only time that it can be seen.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="Kept">What is on record of it.</param>
    public sealed record Made(string Token, ApiToken Kept) : ApiTokenOutcome;

    /// <summary>The grant is none of the holder's, does not hold today, or does not let them see figures.</summary>
    public sealed record NoSuchGrant : ApiTokenOutcome;

    /// <summary>The name is empty or too long, or the days are fewer than 1 or more than a token may last.</summary>
    public sealed record Unfit : ApiTokenOutcome;
}

/// <summary>Use case: make, use and take back the tokens that programs read with.</summary>
public sealed class UseApiTokens(IApiTokens tokens, ISecrets secrets, TimeProvider clock)
{
    /// <summary>The longest that a token may last.</summary>
    public const int MostDays = 366;

    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    private const string Prefix = "jh_";
    private static readonly TimeSpan _noted = TimeSpan.FromMinutes(1);

    /// <summary>The grants that a token may carry today: those that let the holder see figures.</summary>
    public IEnumerable<Grant> Fit(IEnumerable<Grant> grants) =>
        grants.Where(grant => grant.HoldsOn(GiveGrants.Today(clock)) && Roles.Of(grant.Role).Actions.Contains(AccessAction.ViewFigures));

    /// <summary>Makes one.</summary>
    /// <param name="holder">Whose it is to be.</param>
    /// <param name="grant">The grant that it carries.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="days">How long it lasts.</param>
    /// <param name="actor">Id of who makes it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ApiTokenOutcome> MakeAsync(Person holder, Guid grant, string name, int days, string actor, CancellationToken cancellation)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } fit || days is < 1 or > MostDays)
        {
            return new ApiTokenOutcome.Unfit();
        }

        if (Fit(holder.Grants).All(each => each.Id != grant))
        {
            return new ApiTokenOutcome.NoSuchGrant();
        }

        var (token, now) = (Prefix + secrets.NewToken(), clock.GetUtcNow());
        var kept = new ApiToken(Tokens.Hash(token), holder.Account, grant, fit, now, actor, now.AddDays(days), null);
        await tokens.AddAsync(kept, AuditEntries.Done(actor, "api-token.make", holder.Id, now, now: $"{fit}, {grant}, {kept.ExpiresAt:yyyy-MM-dd}"), cancellation);
        return new ApiTokenOutcome.Made(token, kept);
    }

    /// <summary>Who asks with a token; null where it is none, has ended or was taken back. Notes the use.</summary>
    public async Task<ApiTokenOnRecord?> FindAsync(string token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || await tokens.FindAsync(Tokens.Hash(token), cancellation) is not { } found || found.Token.ExpiresAt <= now)
        {
            return null;
        }

        if (found.Token.LastUsedAt is not { } last || now - last >= _noted)
        {
            await tokens.UsedAsync(found.Token.TokenHash, now, cancellation);
        }

        return found;
    }

    /// <summary>Takes one back; false where the account has none such.</summary>
    public Task<bool> RevokeAsync(Person holder, string tokenHash, string actor, CancellationToken cancellation) =>
        tokens.RevokeAsync(holder.Account, tokenHash, AuditEntries.Done(actor, "api-token.revoke", holder.Id, clock.GetUtcNow()), cancellation);
}
