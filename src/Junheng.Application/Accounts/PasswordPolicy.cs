using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Junheng.Application.Accounts;

/// <summary>What is wrong with a password.</summary>
public enum PasswordFault
{
    /// <summary>Shorter than <see cref="PasswordPolicy.Shortest"/>.</summary>
    TooShort,

    /// <summary>Longer than <see cref="PasswordPolicy.Longest"/>.</summary>
    TooLong,

    /// <summary>Holds the user name.</summary>
    HoldsName,

    /// <summary>One of those that are tried first, or of too few different characters.</summary>
    Common,

    /// <summary>The second writing differs.</summary>
    Differs,

    /// <summary>The same as before.</summary>
    Unchanged,
}

/// <summary>Which passwords are accepted: length counts, not the kinds of characters.</summary>
public static class PasswordPolicy
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 10;

    /// <summary>Most characters: hashing takes time by length.</summary>
    public const int Longest = 128;

    private const int FewestDifferent = 5;
    private const int ShortestNameLookedFor = 3;

    /// <summary>Beginnings of passwords that are tried first; what follows them by digits and signs is tried too.</summary>
    private static readonly FrozenSet<string> _common = new[]
    {
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "qwerty", "qwertyuiop", "qazwsx", "qazwsxedc", "1qaz2wsx", "1q2w3e4r", "1q2w3e4r5t", "asdfghjkl", "zxcvbnm", "abc", "abcd", "abcde", "abcdef", "abcdefg",
        "abcdefghij", "admin", "administrator", "root", "welcome", "letmein", "iloveyou", "woaini", "woaizhongguo", "changeme", "guest", "test", "user", "junheng", "jiaoyu", "jiaoyuju", "xuexiao", "zhongguo", "china",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything wrong with a password at once; none when it is accepted.</summary>
    public static ImmutableArray<PasswordFault> Faults(string password, string userName)
    {
        var faults = ImmutableArray.CreateBuilder<PasswordFault>();
        if (password.Length < Shortest)
        {
            faults.Add(PasswordFault.TooShort);
        }

        if (password.Length > Longest)
        {
            faults.Add(PasswordFault.TooLong);
            return faults.ToImmutable();
        }

        if (userName.Length >= ShortestNameLookedFor && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(PasswordFault.HoldsName);
        }

        if (password.Distinct().Count() < FewestDifferent || IsRun(password) || _common.Contains(password) || _common.Contains(WithoutTail(password)))
        {
            faults.Add(PasswordFault.Common);
        }

        return faults.ToImmutable();
    }

    private static string WithoutTail(string password) => password.TrimEnd("0123456789!@#$%^&*._-+?~ ".ToCharArray());

    /// <summary>Each character the next one up or down, as in 1234567890.</summary>
    private static bool IsRun(string password)
    {
        bool Steps(int step) => password.Zip(password.Skip(1)).All(pair => pair.Second - pair.First == step || (pair.First, pair.Second) is ('9', '0') or ('0', '9'));
        return password.Length > 1 && (Steps(1) || Steps(-1));
    }
}
