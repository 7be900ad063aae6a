using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Junheng.Application.Search;

/// <summary>
/// The first letters of Chinese texts in pinyin (澄溪中学 → cxzx), and their order. Both come from the zh-CN collation of ICU, which sorts by pinyin: a character
/// begins with the letter whose boundary it lies behind. A character has one place in a collation, so of those with several readings it gives the commonest; the
/// other first letters that names of people and places use are listed here. Letters and digits stand for themselves.
/// </summary>
public static class PinyinInitials
{
    /// <summary>ICU marks where each letter of the pinyin index begins by a noncharacter with the letter behind it.</summary>
    private const char IndexMark = '\uFDD0';

    private static readonly CompareInfo _collation = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Every letter that a syllable can begin with, each with its boundary.</summary>
    private static readonly (char Letter, string Boundary)[] _letters = [.. "ABCDEFGHJKLMNOPQRSTWXYZ".Select(letter => (char.ToLowerInvariant(letter), $"{IndexMark}{letter}"))];

    /// <summary>Characters whose reading in names begins otherwise than their commonest: 单 dan, as a surname shan.</summary>
    private static readonly FrozenDictionary<char, string> _others = new Dictionary<char, string>
    {
        ['重'] = "cz",
        ['长'] = "cz",
        ['曾'] = "cz",
        ['单'] = "ds",
        ['解'] = "jx",
        ['仇'] = "cq",
        ['查'] = "cz",
        ['区'] = "qo",
        ['乐'] = "ly",
        ['厦'] = "sx",
        ['朝'] = "cz",
        ['调'] = "dt",
        ['行'] = "xh",
        ['校'] = "xj",
        ['藏'] = "cz",
        ['石'] = "sd",
        ['车'] = "cj",
        ['番'] = "fp",
        ['会'] = "hk",
        ['贾'] = "jg",
        ['沈'] = "sc",
        ['召'] = "zs",
        ['翟'] = "zd",
        ['祭'] = "jz",
        ['覃'] = "qt",
        ['折'] = "zs",
        ['种'] = "zc",
        ['尉'] = "wy",
        ['万'] = "wm",
        ['俟'] = "sq",
        ['洗'] = "xx",
        ['秘'] = "mb",
        ['莞'] = "wg",
        ['铅'] = "qy",
        ['泌'] = "mb",
        ['阿'] = "ae",
        ['堡'] = "bp",
        ['陂'] = "bp",
        ['涡'] = "wg",
        ['泷'] = "ls",
        ['浒'] = "hx",
        ['町'] = "td",
        ['圩'] = "wx",
        ['茄'] = "qj",
        ['蔚'] = "wy",
        ['筠'] = "yj",
        ['歙'] = "xs",
        ['郇'] = "xh",
        ['郗'] = "xc",
        ['褚'] = "cz",
        ['隗'] = "wk",
        ['瞿'] = "qj",
        ['晟'] = "sc",
        ['传'] = "cz",
        ['降'] = "jx",
        ['系'] = "xj",
        ['还'] = "hx",
        ['缪'] = "mj",
        ['宓'] = "mf",
        ['叶'] = "yx",
        ['谌'] = "cs",
        ['盛'] = "sc",
        ['洞'] = "dt",
        ['冼'] = "xx",
        ['句'] = "jg",
        ['啜'] = "cz",
        ['阚'] = "hk",
    }.ToFrozenDictionary();

    /// <summary>Digits first, then Chinese by pinyin, then Latin letters, as the collation has it; texts that pinyin does not tell apart by code point.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((left, right) =>
        _collation.Compare(left, right, CompareOptions.None) is var order and not 0 ? order : string.CompareOrdinal(left, right));

    /// <summary>The first letter of a text's every character; signs and blanks are left out.</summary>
    public static string Of(string text)
    {
        var initials = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(rune) is { } letter)
            {
                initials.Append(letter);
            }
        }

        return initials.ToString();
    }

    /// <summary>The letters that a character may stand for in what somebody types: one, or more where it has several readings; empty for a sign.</summary>
    public static string LettersOf(Rune rune) => rune.IsBmp && _others.TryGetValue((char)rune.Value, out var letters) ? letters : Of(rune)?.ToString() ?? "";

    /// <summary>Where typed letters stand in a text as first letters one behind the other: 0 from its first character on; −1 nowhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="typed">Letters and digits in lower case.</param>
    public static int Find(string text, string typed)
    {
        var letters = text.EnumerateRunes().Select(LettersOf).Where(each => each.Length > 0).ToArray();
        for (var start = 0; start + typed.Length <= letters.Length; start++)
        {
            var length = 0;
            while (length < typed.Length && letters[start + length].Contains(typed[length]))
            {
                length++;
            }

            if (length == typed.Length)
            {
                return start;
            }
        }

        return -1;
    }

    private static char? Of(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.IsLetterOrDigit(rune) ? char.ToLowerInvariant((char)rune.Value) : null;
        }

        if (!IsIdeograph(rune))
        {
            return Rune.IsLetterOrDigit(rune) ? char.ToLowerInvariant(rune.ToString()[0]) : null;
        }

        var text = rune.ToString();
        var (low, high) = (0, _letters.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _collation.Compare(text, _letters[middle].Boundary, CompareOptions.None) >= 0 ? (middle, high) : (low, middle);
        }

        return _letters[low].Letter;
    }

    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;
}
