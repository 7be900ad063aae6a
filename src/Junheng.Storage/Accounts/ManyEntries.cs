using Junheng.Application.Audit;
using Junheng.Storage.Audit;

namespace Junheng.Storage.Accounts;

/// <summary>Several entries of one change.</summary>
internal static class ManyEntries
{
    /// <summary>Adds them by ascending scope, so that two changes at once never wait for each other.</summary>
    public static async Task AppendAllAsync(this AuditChain chain, JunhengDatabase database, IEnumerable<AuditEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries.OrderBy(entry => entry.Scope.Value))
        {
            await chain.AppendAsync(database, entry, cancellation);
        }
    }
}
