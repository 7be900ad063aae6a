using Junheng.Application.Access;
using Junheng.Application.Audit;

namespace Junheng.Application.Accounts;

/// <summary>What came of a try to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>Signed in so far.</summary>
    /// <param name="Token">For the browser's cookie.</param>
    /// <param name="Stage">Whether a code is asked for next.</param>
    public sealed record Entered(string Token, SessionStage Stage) : SignInOutcome;

    /// <summary>Not signed in. Why is not said: unknown, wrong, locked and blocked look alike.</summary>
    public sealed record Refused : SignInOutcome;
}

/// <summary>Use case: sign in by user name and password, and by code where the account asks for one.</summary>
public sealed class SignIn(IAccounts accounts, BeginSession begin, IPasswordHashing hashing, SecondFactor factor, TimeProvider clock)
{
    /// <summary>A hash that no password has, so that an unknown name takes as long as a known one.</summary>
    private readonly Lazy<string> _nobodysHash = new(() => hashing.Hash("nobody signs in with this"));

    /// <summary>Checks name and password.</summary>
    public async Task<SignInOutcome> RunAsync(string name, string password, Visitor visitor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = name.Length <= UserName.Longest ? await accounts.FindAsync(name, cancellation) : null;
        var id = known?.Account.Id ?? new AccountId(Guid.Empty); // every refusal takes the same steps, so that none is told by its time
        var mayTry = await accounts.ClaimTryAsync(id, now, cancellation);
        var matches = hashing.Matches(known is not null && mayTry ? known.PasswordHash : _nobodysHash.Value, password.Length <= PasswordPolicy.Longest ? password : "");
        if (known is null || !mayTry || !matches)
        {
            await accounts.TryFailedAsync(id, now, AuditEntries.Denied(known?.Account.Id.Id ?? AuditEntries.Nobody, "session.begin", visitor.Address, now), cancellation);
            return new SignInOutcome.Refused();
        }

        if (known.Account.HasSecondFactor)
        {
            return await begin.RunAsync(known.Account, SessionStage.AwaitingCode, visitor, null, null, cancellation);
        }

        await accounts.TrySucceededAsync(known.Account.Id, cancellation);
        return await begin.RunAsync(known.Account, SessionStage.Full, visitor, null, AuditEntries.Done(known.Account.Id.Id, "session.begin", visitor.Address, now), cancellation);
    }

    /// <summary>Checks the code of a session that waits for one: from the app, or a recovery code. Failed codes count as failed tries.</summary>
    public async Task<SignInOutcome> EnterCodeAsync(SessionOnRecord waiting, string code, Visitor visitor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (waiting.Session.Stage != SessionStage.AwaitingCode || !await accounts.ClaimTryAsync(waiting.Account.Id, now, cancellation))
        {
            return new SignInOutcome.Refused();
        }

        if (!await factor.UseAsync(waiting.Account.Id, code, cancellation))
        {
            await accounts.TryFailedAsync(waiting.Account.Id, now, AuditEntries.Denied(waiting.Account.Id.Id, "session.code", visitor.Address, now), cancellation);
            return new SignInOutcome.Refused();
        }

        await accounts.TrySucceededAsync(waiting.Account.Id, cancellation);
        var entry = AuditEntries.Done(waiting.Account.Id.Id, "session.begin", visitor.Address, now);
        return await begin.RunAsync(waiting.Account, SessionStage.Full, visitor, waiting.Session.TokenHash, entry, cancellation);
    }
}
