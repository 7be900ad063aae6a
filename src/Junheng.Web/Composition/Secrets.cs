using System.Buffers.Text;
using System.Security.Cryptography;
using Junheng.Application.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Junheng.Web.Composition;

/// <summary>Passwords as ASP.NET Core Identity hashes them: PBKDF2 with HMAC-SHA-512, 100,000 rounds, a salt of its own each.</summary>
internal sealed class PasswordHashing : IPasswordHashing
{
    private static readonly object _nobody = new();
    private readonly PasswordHasher<object> _hasher = new();

    public string Hash(string password) => _hasher.HashPassword(_nobody, password);

    public bool Matches(string hash, string password) => _hasher.VerifyHashedPassword(_nobody, hash, password) != PasswordVerificationResult.Failed;
}

/// <summary>Chance of the operating system, and encryption with keys that lie in a folder, not in the database.</summary>
internal sealed class Secrets(IDataProtectionProvider protection, TimeProvider clock) : ISecrets
{
    private const int TokenBytes = 32;
    private const int PasswordLength = 12;

    /// <summary>No 0 O 1 l I and the like.</summary>
    private const string Legible = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

    private readonly IDataProtector _protector = protection.CreateProtector("Junheng.Accounts");

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    public string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public string NewInitialPassword() => RandomNumberGenerator.GetString(Legible, PasswordLength);

    public byte[] NewBytes(int count) => RandomNumberGenerator.GetBytes(count);

    public byte[] Protect(byte[] plain) => _protector.Protect(plain);

    public byte[]? Unprotect(byte[] secret)
    {
        try
        {
            return _protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
