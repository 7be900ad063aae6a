using System.Security.Cryptography;
using System.Text;

namespace Junheng.Application.Accounts;

/// <summary>Tokens are kept as hashes only: who reads the database cannot use them.</summary>
public static class Tokens
{
    /// <summary>The hash under which a token is on record, lower-case hex.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
