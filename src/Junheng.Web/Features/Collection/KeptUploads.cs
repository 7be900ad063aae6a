using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Statistics;

namespace Junheng.Web.Features.Collection;

/// <summary>Files between their preview and their commit: encrypted, for an hour, for whoever uploaded them.</summary>
internal sealed class KeptUploads(IOneTimeFiles files, ISecrets secrets, TimeProvider clock)
{
    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);
    private const int LongestName = 120;

    /// <summary>Keeps a file; gives the token of its address.</summary>
    public async Task<string> KeepAsync(AccountId owner, InputFile file, CancellationToken cancellation)
    {
        var token = secrets.NewToken();
        await AddAsync(token, owner, file, cancellation);
        return token;
    }

    /// <summary>The file, which stays; null when there is none.</summary>
    public async Task<InputFile?> LookAsync(AccountId owner, string token, CancellationToken cancellation)
    {
        var file = await TakeAsync(owner, token, cancellation);
        if (file is not null)
        {
            await AddAsync(token, owner, file, CancellationToken.None);
        }

        return file;
    }

    /// <summary>The file, for the last time; null when there is none.</summary>
    public async Task<InputFile?> TakeAsync(AccountId owner, string token, CancellationToken cancellation) =>
        await files.TakeAsync(Tokens.Hash(token), owner, clock.GetUtcNow(), cancellation) is { } kept && secrets.Unprotect(kept.Content) is { } content ? new InputFile(kept.Name, content) : null;

    /// <summary>A file of a form under a name without folders or control characters; null when none was chosen.</summary>
    public static async Task<InputFile?> ReadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 })
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var name = new string([.. Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter))]);
        return new InputFile(name.Length > LongestName ? name[^LongestName..] : name, content.ToArray());
    }

    private Task AddAsync(string token, AccountId owner, InputFile file, CancellationToken cancellation) =>
        files.AddAsync(Tokens.Hash(token), owner, file.Name, secrets.Protect(file.Content!), clock.GetUtcNow() + _kept, cancellation);
}
