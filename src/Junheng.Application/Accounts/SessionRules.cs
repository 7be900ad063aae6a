namespace Junheng.Application.Accounts;

/// <summary>How long sessions last, and how tries to sign in are limited.</summary>
public static class SessionRules
{
    /// <summary>A session unused for so long is over.</summary>
    public static TimeSpan Idle { get; } = TimeSpan.FromMinutes(30);

    /// <summary>A session is over after so long in any case.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    /// <summary>So long a code may be given after the password.</summary>
    public static TimeSpan ForCode { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Use is noted once in so long.</summary>
    public static TimeSpan Noted { get; } = TimeSpan.FromMinutes(1);

    /// <summary>So far a clock may be set back without ending sessions.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Failed tries until an account is locked.</summary>
    public const int Tries = 5;

    /// <summary>How long the first lock lasts; each further one twice as long.</summary>
    public static TimeSpan FirstLock { get; } = TimeSpan.FromMinutes(15);

    /// <summary>No lock lasts longer.</summary>
    public static TimeSpan LongestLock { get; } = TimeSpan.FromHours(24);

    /// <summary>How long a lock lasts.</summary>
    /// <param name="earlier">How many there were since the account was last signed in to.</param>
    public static TimeSpan LockAfter(int earlier)
    {
        var doubled = FirstLock * Math.Pow(2, Math.Min(earlier, 10));
        return doubled < LongestLock ? doubled : LongestLock;
    }

    /// <summary>Whether a session may still be used. A clock that was set back far ends it: nothing is known about how long ago it began.</summary>
    public static bool IsAlive(Session session, DateTimeOffset now) =>
        now < session.ExpiresAt && now - session.LastSeenAt < Idle && session.LastSeenAt - now < ClockTolerance && session.CreatedAt - now < ClockTolerance;
}
