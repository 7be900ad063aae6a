namespace Junheng.Application.Audit;

/// <summary>The record of what was done: it only grows.</summary>
public interface IAuditTrail
{
    /// <summary>
    /// Adds an entry in a transaction of its own. What changes data and its entry belong into one transaction: that is done within storage, beside the change.
    /// </summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellation);
}
