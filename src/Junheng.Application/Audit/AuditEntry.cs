using Junheng.Application.Regions;

namespace Junheng.Application.Audit;

/// <summary>What somebody did, for whoever has to answer for it later.</summary>
/// <param name="Scope">The region that it concerns.</param>
/// <param name="Actor">Who: the user name; <c>-</c> for nobody signed in.</param>
/// <param name="Action">What, as a stable id, e.g. <c>grant.give</c>.</param>
/// <param name="Subject">To whom or what.</param>
/// <param name="Old">What it was; null where nothing was. Never a secret.</param>
/// <param name="New">What it became; null where nothing is.</param>
/// <param name="Result"><c>done</c> or <c>refused</c>.</param>
/// <param name="At">When.</param>
public sealed record AuditEntry(ScopeId Scope, string Actor, string Action, string Subject, string? Old, string? New, string Result, DateTimeOffset At)
{
    /// <summary>The actor where nobody is signed in.</summary>
    public const string Nobody = "-";

    /// <summary>Something done, in the installation as a whole.</summary>
    public static AuditEntry Done(string actor, string action, string subject, DateTimeOffset at, string? old = null, string? now = null) =>
        new(ScopeId.Installation, actor, action, subject, old, now, "done", at);

    /// <summary>Something that was tried and refused.</summary>
    public static AuditEntry Refused(string actor, string action, string subject, DateTimeOffset at) =>
        new(ScopeId.Installation, actor, action, subject, null, null, "refused", at);
}

/// <summary>Where entries are written that no change of data goes with.</summary>
public interface IAuditTrail
{
    /// <summary>Appends an entry; it is on record when the task ends.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellation);
}
