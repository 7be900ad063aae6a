using Junheng.Application.Audit;

namespace Junheng.Application.Accounts;

/// <summary>Begins sessions, each with a token of its own.</summary>
public sealed class BeginSession(ISessions sessions, ISecrets secrets, TimeProvider clock)
{
    private const int LongestAgent = 200;

    /// <summary>Begins one in place of another.</summary>
    public async Task<SignInOutcome.Entered> RunAsync(Account account, SessionStage stage, Visitor visitor, string? replacedTokenHash, AuditEntry? entry, CancellationToken cancellation)
    {
        var (token, now) = (secrets.NewToken(), clock.GetUtcNow());
        var from = visitor with { Agent = visitor.Agent.Length > LongestAgent ? visitor.Agent[..LongestAgent] : visitor.Agent };
        var session = new Session(Tokens.Hash(token), account.Id, stage, now, now, now + (stage == SessionStage.Full ? SessionRules.Longest : SessionRules.ForCode), from);
        await sessions.StartAsync(session, replacedTokenHash, entry, cancellation);
        return new SignInOutcome.Entered(token, stage);
    }

    /// <summary>The session of a token while it may be used; notes the use.</summary>
    public async Task<SessionOnRecord?> FindAsync(string token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await sessions.FindAsync(Tokens.Hash(token), cancellation) is not { } found)
        {
            return null;
        }

        if (!SessionRules.IsAlive(found.Session, now))
        {
            await sessions.EndAsync(found.Session.TokenHash, cancellation);
            return null;
        }

        if (now - found.Session.LastSeenAt >= SessionRules.Noted)
        {
            await sessions.SeenAsync(found.Session.TokenHash, now, cancellation);
        }

        return found;
    }
}
