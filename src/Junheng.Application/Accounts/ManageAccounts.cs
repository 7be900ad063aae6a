using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Application.Grants;

namespace Junheng.Application.Accounts;

/// <summary>What came of a change to somebody's account.</summary>
public enum AccountOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The account is not there.</summary>
    Absent,

    /// <summary>Nobody blocks or resets themselves here.</summary>
    Oneself,

    /// <summary>The user name or full name cannot be one.</summary>
    BadName,

    /// <summary>The user name is taken.</summary>
    Taken,

    /// <summary>Nobody else would hold a power of this person.</summary>
    LastOne,
}

/// <summary>Use cases of the system administrator: one account at a time. Rights are not theirs to give.</summary>
public sealed class ManageAccounts(IAccounts accounts, IGrants grants, EndGrant ending, HandOut handOut, IPasswordHashing hashing, ISecrets secrets, TimeProvider clock)
{
    private const int LongestFullName = 40;
    private const int LongestPhone = 20;

    /// <summary>Makes an account; the token is that of the sheet with its first password.</summary>
    public async Task<(AccountOutcome Outcome, string? HandOut)> AddAsync(Person by, string name, string fullName, string phone, CancellationToken cancellation)
    {
        var (user, full, number) = (name.Trim(), fullName.Trim(), phone.Trim());
        if (!UserName.IsValid(user) || full.Length is 0 or > LongestFullName || !IsPhone(number))
        {
            return (AccountOutcome.BadName, null);
        }

        var password = secrets.NewInitialPassword();
        var account = new NewAccount(new AccountId(secrets.NewId()), user, full, number.Length == 0 ? null : number, hashing.Hash(password), MustChangePassword: true);
        return await accounts.AddAsync([account], null, [AuditEntries.OnAccount(by.Id, "account.add", account.Id.Id, clock.GetUtcNow(), null, $"{user} {full}")], cancellation)
            ? (AccountOutcome.Done, await handOut.KeepAsync(by.Account, [new InitialPassword(user, full, password)], cancellation))
            : (AccountOutcome.Taken, null);
    }

    /// <summary>Gives a new first password and unlocks; sessions end. The token is that of the sheet with the password.</summary>
    public async Task<(AccountOutcome Outcome, string? HandOut)> ResetAsync(Person by, AccountId id, CancellationToken cancellation)
    {
        if (await OfOtherAsync(by, id, cancellation) is not { } account)
        {
            return (by.Account == id ? AccountOutcome.Oneself : AccountOutcome.Absent, null);
        }

        var password = secrets.NewInitialPassword();
        await accounts.SetPasswordAsync(id, hashing.Hash(password), mustChange: true, AuditEntries.Done(by.Id, "account.reset", account.Id.Id, clock.GetUtcNow()), cancellation);
        return (AccountOutcome.Done, await handOut.KeepAsync(by.Account, [new InitialPassword(account.Name, account.FullName, password)], cancellation));
    }

    /// <summary>Blocks an account or lets it in again; sessions end.</summary>
    public async Task<AccountOutcome> SetActiveAsync(Person by, AccountId id, bool isActive, CancellationToken cancellation)
    {
        if (await OfOtherAsync(by, id, cancellation) is not { } account)
        {
            return by.Account == id ? AccountOutcome.Oneself : AccountOutcome.Absent;
        }

        foreach (var power in (await grants.OfAsync(id, cancellation)).Select(grant => grant.Role).Where(SeparatedPowers.Contains))
        {
            if (!isActive && await ending.IsLastAsync(id, power, cancellation))
            {
                return AccountOutcome.LastOne;
            }
        }

        static string Word(bool active) => active ? "active" : "blocked";
        await accounts.SetActiveAsync(id, isActive, AuditEntries.Done(by.Id, "account.active", account.Id.Id, clock.GetUtcNow(), Word(account.IsActive), Word(isActive)), cancellation);
        return AccountOutcome.Done;
    }

    /// <summary>Takes the second factor off for somebody who lost it; sessions end.</summary>
    public async Task<AccountOutcome> RemoveSecondFactorAsync(Person by, AccountId id, CancellationToken cancellation)
    {
        if (await OfOtherAsync(by, id, cancellation) is not { } account)
        {
            return by.Account == id ? AccountOutcome.Oneself : AccountOutcome.Absent;
        }

        await accounts.RemoveSecondFactorAsync(id, AuditEntries.Done(by.Id, "account.second-factor", account.Id.Id, clock.GetUtcNow(), "on", "off"), cancellation);
        return AccountOutcome.Done;
    }

    /// <summary>Digits with spaces, signs and brackets between them; or nothing.</summary>
    public static bool IsPhone(string text) => text.Length <= LongestPhone && text.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '+' or '(' or ')');

    private async Task<Account?> OfOtherAsync(Person by, AccountId id, CancellationToken cancellation) =>
        by.Account == id ? null : (await accounts.FindAsync(id, cancellation))?.Account;
}
