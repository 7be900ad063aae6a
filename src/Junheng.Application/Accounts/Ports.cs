using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Audit;

namespace Junheng.Application.Accounts;

/// <summary>Salted, slow hashes of passwords.</summary>
public interface IPasswordHashing
{
    /// <summary>The hash of a password.</summary>
    string Hash(string password);

    /// <summary>Whether a password has the hash. Takes as long for a wrong one.</summary>
    bool Matches(string hash, string password);
}

/// <summary>What nobody can guess, and what only this installation can read.</summary>
public interface ISecrets
{
    /// <summary>A new number.</summary>
    Guid NewId();

    /// <summary>256 random bits as text for an address or cookie.</summary>
    string NewToken();

    /// <summary>Random letters and digits that cannot be mistaken for each other, easily typed once.</summary>
    string NewInitialPassword();

    /// <summary>Random bytes.</summary>
    byte[] NewBytes(int count);

    /// <summary>Encrypts with the keys of this installation, which do not lie in the database.</summary>
    byte[] Protect(byte[] plain);

    /// <summary>Decrypts; null where the keys are others.</summary>
    byte[]? Unprotect(byte[] secret);
}

/// <summary>The accounts on record. Each change is stored together with its entry in the audit trail.</summary>
public interface IAccounts
{
    /// <summary>Whether there is any.</summary>
    Task<bool> AnyAsync(CancellationToken cancellation);

    /// <summary>The account of a user name; null when there is none.</summary>
    Task<AccountOnRecord?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>The account of a number; null when there is none.</summary>
    Task<AccountOnRecord?> FindAsync(AccountId id, CancellationToken cancellation);

    /// <summary>All accounts by user name.</summary>
    Task<ImmutableArray<Account>> AllAsync(CancellationToken cancellation);

    /// <summary>Makes accounts: all, or none where a user name is taken.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="opens">The draft that becomes open with them, since it gives them their grants; null when there is none.</param>
    /// <param name="entries">What the audit trail says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<bool> AddAsync(IReadOnlyList<NewAccount> accounts, Proposals.Proposal? opens, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation);

    /// <summary>Counts a try to sign in before it is checked, so that tries at once are counted too; false where no more may be made now.</summary>
    Task<bool> ClaimTryAsync(AccountId account, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Locks the account where the tries are used up; each lock lasts twice as long as the one before.</summary>
    Task TryFailedAsync(AccountId account, DateTimeOffset now, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Forgets the failed tries.</summary>
    Task TrySucceededAsync(AccountId account, CancellationToken cancellation);

    /// <summary>Sets a password, unlocks, and ends every session.</summary>
    Task SetPasswordAsync(AccountId account, string hash, bool mustChange, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Lets the holder sign in or not; every session ends.</summary>
    Task SetActiveAsync(AccountId account, bool isActive, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Keeps the secret of a second factor that is not asked for yet.</summary>
    Task BeginSecondFactorAsync(AccountId account, string protectedSecret, CancellationToken cancellation);

    /// <summary>From now on the second factor is asked for; every session ends.</summary>
    Task ConfirmSecondFactorAsync(AccountId account, long step, IReadOnlyList<string> recoveryHashes, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Takes the second factor off; every session ends.</summary>
    Task RemoveSecondFactorAsync(AccountId account, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Uses the code of a time step; false when it or a later one has been used.</summary>
    Task<bool> UseStepAsync(AccountId account, long step, CancellationToken cancellation);

    /// <summary>Uses a recovery code; false when there is none such, or no longer.</summary>
    Task<bool> UseRecoveryCodeAsync(AccountId account, string hash, CancellationToken cancellation);
}

/// <summary>How far somebody has come in signing in.</summary>
public enum SessionStage : byte
{
    /// <summary>The password was right; the code of the second factor is asked for.</summary>
    AwaitingCode = 0,

    /// <summary>Signed in.</summary>
    Full = 1,
}

/// <summary>From where somebody asks.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Agent">What the browser calls itself.</param>
public sealed record Visitor(string Address, string Agent);

/// <summary>A session on record.</summary>
/// <param name="TokenHash">Hash of its token; the token itself is only in the browser.</param>
/// <param name="Account">Whose.</param>
/// <param name="Stage">How far signing in has come.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastSeenAt">When it was last used, to the minute.</param>
/// <param name="ExpiresAt">When it ends in any case.</param>
/// <param name="From">From where it began.</param>
public sealed record Session(string TokenHash, AccountId Account, SessionStage Stage, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, Visitor From);

/// <summary>A session with whose it is and what they may do.</summary>
/// <param name="Session">The session.</param>
/// <param name="Account">The account.</param>
/// <param name="Grants">The grants that have not been ended.</param>
public sealed record SessionOnRecord(Session Session, Account Account, ImmutableArray<Grant> Grants)
{
    /// <summary>Who it is, for deciding what they may do.</summary>
    public Person Person { get; } = new(Account.Id, Account.Name, Account.FullName, Grants);
}

/// <summary>The sessions on record.</summary>
public interface ISessions
{
    /// <summary>Begins one in place of another.</summary>
    /// <param name="session">The new one.</param>
    /// <param name="replacedTokenHash">The one that ends with it; null when there is none.</param>
    /// <param name="entry">What the audit trail says; null for nothing.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task StartAsync(Session session, string? replacedTokenHash, AuditEntry? entry, CancellationToken cancellation);

    /// <summary>The session of a token, of an active account whose password and rights are those it began with; null when there is none.</summary>
    Task<SessionOnRecord?> FindAsync(string tokenHash, CancellationToken cancellation);

    /// <summary>Notes that it was used.</summary>
    Task SeenAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Ends one.</summary>
    Task EndAsync(string tokenHash, CancellationToken cancellation);

    /// <summary>Ends all of an account.</summary>
    Task EndAllAsync(AccountId account, AuditEntry entry, CancellationToken cancellation);

    /// <summary>The sessions of an account, the latest used first.</summary>
    Task<ImmutableArray<Session>> OfAsync(AccountId account, CancellationToken cancellation);
}
