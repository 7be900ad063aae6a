using System.Globalization;
using System.Text;

namespace Junheng.Application.Search;

/// <summary>What somebody looks for: a part of a name, a code, or first letters in pinyin.</summary>
public sealed class SearchTerm
{
    /// <summary>The longest text that is looked for.</summary>
    public const int Longest = 40;

    private readonly string _letters;

    private SearchTerm(string text)
    {
        Text = text;
        _letters = new string([.. text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
    }

    /// <summary>As it was typed, without what is around it.</summary>
    public string Text { get; }

    /// <summary>A term; null when nothing is left of the text.</summary>
    public static SearchTerm? Of(string? text)
    {
        var plain = new string([.. (text ?? "").Normalize(NormalizationForm.FormKC).Where(letter => !char.IsControl(letter))]).Trim();
        return plain.Length == 0 ? null : new SearchTerm(plain.Length > Longest ? plain[..Longest] : plain);
    }

    /// <summary>
    /// How well it fits: 0 the code or name itself, 1 its beginning, 2 a part of the name, 3 first letters from the beginning, 4 first letters within; null when not.
    /// </summary>
    public int? Rank(string name, string code)
    {
        const CompareOptions loosely = CompareOptions.OrdinalIgnoreCase;
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        if (string.Equals(name, Text, StringComparison.OrdinalIgnoreCase) || string.Equals(code, Text, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (compare.IsPrefix(name, Text, loosely) || compare.IsPrefix(code, Text, loosely))
        {
            return 1;
        }

        if (compare.IndexOf(name, Text, loosely) >= 0)
        {
            return 2;
        }

        return _letters.Length == 0 || _letters.Length < Text.Count(letter => !char.IsWhiteSpace(letter)) ? null : PinyinInitials.Find(name, _letters) switch { < 0 => null, 0 => 3, _ => 4 };
    }
}
