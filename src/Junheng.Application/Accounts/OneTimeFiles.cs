using Junheng.Application.Access;

namespace Junheng.Application.Accounts;

/// <summary>Files on record that can be taken once.</summary>
public interface IOneTimeFiles
{
    /// <summary>Keeps one.</summary>
    Task AddAsync(string tokenHash, AccountId owner, string name, byte[] content, DateTimeOffset expiresAt, CancellationToken cancellation);

    /// <summary>Takes the owner's file away and gives it; null when there is none.</summary>
    Task<(string Name, byte[] Content)?> TakeAsync(string tokenHash, AccountId owner, DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>A user name with the password that lets its holder choose another.</summary>
/// <param name="Name">The user name.</param>
/// <param name="FullName">The holder.</param>
/// <param name="Password">The password.</param>
public sealed record InitialPassword(string Name, string FullName, string Password);

/// <summary>Hands out first passwords as a sheet that can be taken once, within the hour, by whoever made them.</summary>
public sealed class HandOut(IOneTimeFiles files, IAccountSheets sheets, ISecrets secrets, TimeProvider clock)
{
    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);

    /// <summary>Keeps the sheet; gives the token of its address.</summary>
    public async Task<string> KeepAsync(AccountId owner, IReadOnlyList<InitialPassword> passwords, CancellationToken cancellation)
    {
        var token = secrets.NewToken();
        var sheet = sheets.WriteInitialPasswords(passwords);
        await files.AddAsync(Tokens.Hash(token), owner, sheet.Name, secrets.Protect(sheet.Content!), clock.GetUtcNow() + _kept, cancellation);
        return token;
    }

    /// <summary>Gives the sheet for the first and only time; null afterwards.</summary>
    public async Task<(string Name, byte[] Content)?> TakeAsync(AccountId owner, string token, CancellationToken cancellation) =>
        await files.TakeAsync(Tokens.Hash(token), owner, clock.GetUtcNow(), cancellation) is { } file && secrets.Unprotect(file.Content) is { } content ? (file.Name, content) : null;
}
