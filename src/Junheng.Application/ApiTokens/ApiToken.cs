using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Audit;

namespace Junheng.Application.ApiTokens;

/// <summary>A token on record: a program may read with it what one grant of its holder lets them see.</summary>
/// <param name="TokenHash">Hash of the token; the token itself was shown once.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Grant">The grant whose rights it has; when that ends, so does the token.</param>
/// <param name="Name">What the holder calls it, such as the program that uses it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Id of who made it.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; null while it never was.</param>
public sealed record ApiToken(
    string TokenHash, AccountId Account, Guid Grant, string Name, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>A token with whose it is and the one grant that it carries.</summary>
/// <param name="Token">The token.</param>
/// <param name="Holder">The holder, with that grant only.</param>
public sealed record ApiTokenOnRecord(ApiToken Token, Person Holder);

/// <summary>The tokens on record.</summary>
public interface IApiTokens
{
    /// <summary>Keeps a token.</summary>
    Task AddAsync(ApiToken token, AuditEntry entry, CancellationToken cancellation);

    /// <summary>The token of a hash, of an active account and a grant that has not been ended; null when there is none.</summary>
    Task<ApiTokenOnRecord?> FindAsync(string tokenHash, CancellationToken cancellation);

    /// <summary>Notes that it was used.</summary>
    Task UsedAsync(string tokenHash, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Takes back a token of an account; false where it has none such.</summary>
    Task<bool> RevokeAsync(AccountId account, string tokenHash, AuditEntry entry, CancellationToken cancellation);

    /// <summary>The tokens of an account, the newest first.</summary>
    Task<ImmutableArray<ApiToken>> OfAsync(AccountId account, CancellationToken cancellation);
}
