using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Audit;

namespace Junheng.Application.Accounts;

/// <summary>Use cases of the second factor: begin, confirm, use, take off. It works without a network.</summary>
public sealed class SecondFactor(IAccounts accounts, ISecrets secrets, IPasswordHashing hashing, TimeProvider clock)
{
    private const int RecoveryCodes = 10;

    /// <summary>The secret that the app has to be told: the one begun before, or a new one; null where a second factor is in use.</summary>
    public async Task<byte[]?> BeginAsync(AccountId id, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is not { Account.HasSecondFactor: false } account)
        {
            return null;
        }

        if (SecretOf(account) is { } begun)
        {
            return begun;
        }

        var secret = secrets.NewBytes(Totp.SecretBytes);
        await accounts.BeginSecondFactorAsync(id, Convert.ToBase64String(secrets.Protect(secret)), cancellation);
        return secret;
    }

    /// <summary>Puts the second factor to use once the app shows the right code. Gives the recovery codes, which are shown once; null when the code is wrong.</summary>
    public async Task<ImmutableArray<string>?> ConfirmAsync(AccountId id, string code, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await accounts.FindAsync(id, cancellation) is not { Account.HasSecondFactor: false } account || SecretOf(account) is not { } secret || Totp.StepOf(secret, Digits(code), now) is not { } step)
        {
            return null;
        }

        ImmutableArray<string> codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => secrets.NewInitialPassword())];
        var entry = AuditEntries.Done(account.Account.Id.Id, "account.second-factor", account.Account.Id.Id, now, "off", "on");
        await accounts.ConfirmSecondFactorAsync(id, step, [.. codes.Select(HashOf)], entry, cancellation);
        return codes;
    }

    /// <summary>Takes the second factor off; false when the password is wrong.</summary>
    public async Task<bool> RemoveAsync(AccountId id, string password, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await accounts.FindAsync(id, cancellation) is not { Account.HasSecondFactor: true } account || password.Length > PasswordPolicy.Longest || !hashing.Matches(account.PasswordHash, password))
        {
            return false;
        }

        await accounts.RemoveSecondFactorAsync(id, AuditEntries.Done(account.Account.Id.Id, "account.second-factor", account.Account.Id.Id, now, "on", "off"), cancellation);
        return true;
    }

    /// <summary>Uses a code of the app or a recovery code; false when it is wrong or was used.</summary>
    public async Task<bool> UseAsync(AccountId id, string code, CancellationToken cancellation)
    {
        if (code.Length > UserName.Longest || await accounts.FindAsync(id, cancellation) is not { Account.HasSecondFactor: true } account)
        {
            return false;
        }

        return SecretOf(account) is { } secret && Totp.StepOf(secret, Digits(code), clock.GetUtcNow()) is { } step
            ? await accounts.UseStepAsync(id, step, cancellation)
            : await accounts.UseRecoveryCodeAsync(id, HashOf(code), cancellation);
    }

    private byte[]? SecretOf(AccountOnRecord account) => account.ProtectedTotpSecret is { } secret ? secrets.Unprotect(Convert.FromBase64String(secret)) : null;

    private static string Digits(string code) => code.Replace(" ", "", StringComparison.Ordinal);

    private static string HashOf(string code) => Tokens.Hash(Digits(code).Trim());
}
