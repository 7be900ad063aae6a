using System.Collections.Immutable;
using Junheng.Application.Audit;

namespace Junheng.Application.Accounts;

/// <summary>What came of a change of password.</summary>
public abstract record PasswordOutcome
{
    private PasswordOutcome()
    {
    }

    /// <summary>Changed; all sessions ended and this one goes on under a new token.</summary>
    public sealed record Changed(string Token) : PasswordOutcome;

    /// <summary>The present password is wrong.</summary>
    public sealed record WrongPassword : PasswordOutcome;

    /// <summary>The new one is not accepted.</summary>
    public sealed record NotAccepted(ImmutableArray<PasswordFault> Faults) : PasswordOutcome;
}

/// <summary>Use case: somebody changes their own password.</summary>
public sealed class ChangePassword(IAccounts accounts, BeginSession begin, IPasswordHashing hashing, TimeProvider clock)
{
    /// <summary>Changes it.</summary>
    public async Task<PasswordOutcome> RunAsync(SessionOnRecord session, string present, string wanted, string again, Visitor visitor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var account = session.Account;
        var faults = PasswordPolicy.Faults(wanted, account.Name).ToBuilder();
        if (wanted != again)
        {
            faults.Add(PasswordFault.Differs);
        }

        if (wanted == present)
        {
            faults.Add(PasswordFault.Unchanged);
        }

        if (faults.Count > 0)
        {
            return new PasswordOutcome.NotAccepted(faults.ToImmutable());
        }

        if (await accounts.FindAsync(account.Id, cancellation) is not { } known || !await accounts.ClaimTryAsync(account.Id, now, cancellation))
        {
            return new PasswordOutcome.WrongPassword();
        }

        if (present.Length > PasswordPolicy.Longest || !hashing.Matches(known.PasswordHash, present))
        {
            await accounts.TryFailedAsync(account.Id, now, AuditEntries.Denied(account.Id.Id, "account.password", account.Id.Id, now), cancellation);
            return new PasswordOutcome.WrongPassword();
        }

        await accounts.SetPasswordAsync(account.Id, hashing.Hash(wanted), mustChange: false, AuditEntries.Done(account.Id.Id, "account.password", account.Id.Id, now), cancellation);
        return new PasswordOutcome.Changed((await begin.RunAsync(account, SessionStage.Full, visitor, null, null, cancellation)).Token);
    }
}
