using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Proposals;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Accounts in the database.</summary>
internal sealed class StoredAccounts(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : IAccounts
{
    public async Task<bool> AnyAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.Accounts.AnyAsync(cancellation);
    }

    public async Task<AccountOnRecord?> FindAsync(string name, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var normalized = UserName.Normalize(name);
        return OnRecord(await database.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.NormalizedName == normalized, cancellation));
    }

    public async Task<AccountOnRecord?> FindAsync(AccountId id, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return OnRecord(await AccountRows.Of(database, id).AsNoTracking().FirstOrDefaultAsync(cancellation));
    }

    public async Task<ImmutableArray<Account>> AllAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return [.. (await database.Accounts.AsNoTracking().OrderBy(row => row.NormalizedName).ToListAsync(cancellation)).Select(AccountRows.ToAccount)];
    }

    public async Task<bool> AddAsync(IReadOnlyList<NewAccount> accounts, Proposal? opens, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (opens is not null && !await ProposalRows.MoveAsync(database, opens.Id, ProposalState.Draft, ProposalState.Open, null, cancellation))
        {
            return false;
        }

        var names = accounts.Select(account => UserName.Normalize(account.Name)).ToList();
        if (await database.Accounts.AnyAsync(row => names.Contains(row.NormalizedName), cancellation))
        {
            return false;
        }

        database.Accounts.AddRange(accounts.Select(account => AccountRows.ToRow(account, entries[0].Actor, entries[0].At)));
        try
        {
            await chain.AppendAllAsync(database, entries, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException fault) when (StorageFaults.IsDouble(fault))
        {
            return false; // another administrator took one of the names in between
        }

        return true;
    }

    public async Task<bool> ClaimTryAsync(AccountId account, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var claimed = await AccountRows.Of(database, account)
            .Where(row => row.IsActive && row.FailedTries < SessionRules.Tries && (row.LockedUntil == null || row.LockedUntil <= now))
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.FailedTries, each => each.FailedTries + 1), cancellation);
        if (claimed == 0)
        {
            await LockAsync(database, account, now, cancellation);
        }

        return claimed > 0;
    }

    public async Task TryFailedAsync(AccountId account, DateTimeOffset now, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var locked = await LockAsync(database, account, now, cancellation);
        await chain.AppendAsync(database, locked is { } until ? entry with { Change = new ValueChange(null, $"locked until {until:u}") } : entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task TrySucceededAsync(AccountId account, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await AccountRows.Of(database, account).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.FailedTries, 0).SetProperty(each => each.Lockouts, 0).SetProperty(each => each.LockedUntil, (DateTimeOffset?)null), cancellation);
    }

    public Task SetPasswordAsync(AccountId account, string hash, bool mustChange, AuditEntry entry, CancellationToken cancellation) => ChangeAsync(
        account,
        row =>
        {
            (row.PasswordHash, row.MustChangePassword) = (hash, mustChange);
            (row.FailedTries, row.Lockouts, row.LockedUntil) = (0, 0, null);
        },
        entry,
        cancellation);

    public Task SetActiveAsync(AccountId account, bool isActive, AuditEntry entry, CancellationToken cancellation) => ChangeAsync(account, row => row.IsActive = isActive, entry, cancellation);

    public async Task BeginSecondFactorAsync(AccountId account, string protectedSecret, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await AccountRows.Of(database, account).Where(row => !row.TotpConfirmed).ExecuteUpdateAsync(row => row.SetProperty(each => each.TotpSecret, protectedSecret), cancellation);
    }

    public Task ConfirmSecondFactorAsync(AccountId account, long step, IReadOnlyList<string> recoveryHashes, AuditEntry entry, CancellationToken cancellation) => ChangeAsync(
        account, row => (row.TotpConfirmed, row.TotpLastStep) = (true, step), entry, cancellation, recoveryHashes);

    public Task RemoveSecondFactorAsync(AccountId account, AuditEntry entry, CancellationToken cancellation) => ChangeAsync(
        account, row => (row.TotpConfirmed, row.TotpSecret) = (false, null), entry, cancellation, []);

    public async Task<bool> UseStepAsync(AccountId account, long step, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await AccountRows.Of(database, account).Where(row => row.TotpLastStep < step).ExecuteUpdateAsync(row => row.SetProperty(each => each.TotpLastStep, step), cancellation) > 0;
    }

    public async Task<bool> UseRecoveryCodeAsync(AccountId account, string hash, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.RecoveryCodes.Where(row => row.ScopeId == AccountRows.Scope && row.AccountId == account.Value && row.CodeHash == hash).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>Changes an account with its entry, and ends its sessions.</summary>
    private async Task ChangeAsync(
        AccountId account, Action<AccountRow> change, AuditEntry entry, CancellationToken cancellation, IReadOnlyList<string>? recoveryHashes = null)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await AccountRows.EndSessionsAsync(database, account, cancellation);
        change(await AccountRows.Of(database, account).SingleAsync(cancellation));
        if (recoveryHashes is not null)
        {
            await database.RecoveryCodes.Where(row => row.ScopeId == AccountRows.Scope && row.AccountId == account.Value).ExecuteDeleteAsync(cancellation);
            database.RecoveryCodes.AddRange(recoveryHashes.Select(hash => new RecoveryCodeRow { ScopeId = AccountRows.Scope, AccountId = account.Value, CodeHash = hash }));
        }

        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Locks an account whose tries are used up; gives until when, or null where they are not.</summary>
    private static async Task<DateTimeOffset?> LockAsync(JunhengDatabase database, AccountId account, DateTimeOffset now, CancellationToken cancellation)
    {
        var usedUp = AccountRows.Of(database, account).Where(row => row.FailedTries >= SessionRules.Tries);
        if (await usedUp.AsNoTracking().Select(row => new { row.Lockouts }).FirstOrDefaultAsync(cancellation) is not { } before)
        {
            return null;
        }

        DateTimeOffset? until = now + SessionRules.LockAfter(before.Lockouts);
        await usedUp.ExecuteUpdateAsync(
            row => row.SetProperty(each => each.FailedTries, 0).SetProperty(each => each.Lockouts, before.Lockouts + 1).SetProperty(each => each.LockedUntil, until), cancellation);
        return until;
    }

    private static AccountOnRecord? OnRecord(AccountRow? row) => row is null ? null : new AccountOnRecord(AccountRows.ToAccount(row), row.PasswordHash, row.TotpSecret, row.TotpLastStep);
}
