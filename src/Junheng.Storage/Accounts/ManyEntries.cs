using Junheng.Application.Audit;
using Junheng.Storage.Audit;

namespace Junheng.Storage.Accounts;

/// <summary>Several entries of one change.</summary>
internal static class ManyEntries
{
    /// <summary>Adds them by ascending scope, so that two changes at once never wait for each other.</summary>
    public static Task AppendAllAsync(this AuditChain chain, JunhengDatabase database, IEnumerable<AuditEntry> entries, CancellationToken cancellation) =>
        chain.AppendAsync(database, entries, cancellation);
}
