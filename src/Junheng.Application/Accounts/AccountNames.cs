using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Junheng.Application.Accounts;

/// <summary>
/// The names behind the stable ids of records, looked up when somebody reads: what is recorded keeps the id alone. An id without an account, or a name of older records, is
/// shown as it is.
/// </summary>
public sealed class AccountNames(IAccounts accounts)
{
    private Task<FrozenDictionary<string, Account>>? _known;

    /// <summary>The name of an id, for people; one look at the accounts for all that a page shows.</summary>
    public async ValueTask<string> OfAsync(string id, CancellationToken cancellation) =>
        !id.StartsWith("account/", StringComparison.Ordinal) ? id
        : (await (_known ??= KnownAsync(cancellation))).TryGetValue(id, out var account) ? account.FullName
        : id;

    /// <summary>The account of an id; null where there is none.</summary>
    public async ValueTask<Account?> FindAsync(string id, CancellationToken cancellation) => (await (_known ??= KnownAsync(cancellation))).GetValueOrDefault(id);

    /// <summary>The ids of everybody whose user name or name contains a text; the text itself where it is an id or nobody is called so.</summary>
    public async ValueTask<ImmutableArray<string>> MatchingAsync(string text, CancellationToken cancellation)
    {
        var found = (await (_known ??= KnownAsync(cancellation)))
            .Where(each => each.Value.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || each.Value.FullName.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Select(each => each.Key).Order(StringComparer.Ordinal).ToImmutableArray();
        return found.IsEmpty ? [text] : found;
    }

    private async Task<FrozenDictionary<string, Account>> KnownAsync(CancellationToken cancellation) =>
        (await accounts.AllAsync(cancellation)).ToFrozenDictionary(account => account.Id.Id, StringComparer.Ordinal);
}
