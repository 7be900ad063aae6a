using Junheng.Application.Regions;

namespace Junheng.Application.Audit;

/// <summary>Entries on people and rights, which concern the installation as a whole unless said otherwise.</summary>
public static class AuditEntries
{
    /// <summary>The actor where nobody is signed in.</summary>
    public const string Nobody = "-";

    /// <summary>Something done.</summary>
    public static AuditEntry Done(string actor, string action, string subject, DateTimeOffset at, string? old = null, string? now = null) =>
        new(ScopeId.Installation, actor, action, subject, AuditResults.Done, at) { Change = old is null && now is null ? null : new ValueChange(old, now) };

    /// <summary>Something done to an account; what was there and is there belongs to its person and lies under a key that can be destroyed.</summary>
    public static AuditEntry OnAccount(string actor, string action, string account, DateTimeOffset at, string? old, string? now) =>
        new(ScopeId.Installation, actor, action, account, AuditResults.Done, at) { Personal = new PersonalChange(account, old, now) };

    /// <summary>Something that was tried and refused for who asked.</summary>
    public static AuditEntry Denied(string actor, string action, string subject, DateTimeOffset at) =>
        new(ScopeId.Installation, actor, action, subject, AuditResults.Denied, at);
}
