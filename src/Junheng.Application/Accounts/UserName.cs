using System.Text;

namespace Junheng.Application.Accounts;

/// <summary>What a user name may be, and when two are the same.</summary>
public static class UserName
{
    /// <summary>Shortest.</summary>
    public const int Shortest = 2;

    /// <summary>Longest.</summary>
    public const int Longest = 40;

    /// <summary>Letters (Chinese ones too), digits and <c>. _ - @</c>.</summary>
    public static bool IsValid(string name) =>
        name.Length is >= Shortest and <= Longest && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@') && name.IsNormalized(NormalizationForm.FormKC);

    /// <summary>The form in which names are compared: trimmed, full-width letters as ordinary ones, upper case.</summary>
    public static string Normalize(string name)
    {
        var trimmed = name.Trim();
        return (IsWellFormed(trimmed) ? trimmed.Normalize(NormalizationForm.FormKC) : trimmed).ToUpperInvariant();
    }

    /// <summary>Half a surrogate pair has no normal form.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
