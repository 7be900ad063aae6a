using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Documents.Forms.School;

/// <summary>The codes of forms (表号) as they are written in sheet names and heads: <c>教基4155</c>, <c>基础基112 续表1</c>, <c>教基1102（续）</c>.</summary>
internal static partial class FormCodes
{
    /// <summary>Codes of maps, of which there are few.</summary>
    private static readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>All codes in a text, in one form of writing each: <c>教基1102续</c>, <c>基础基112续1</c>.</summary>
    public static ImmutableArray<string> In(string text)
    {
        if (!text.Contains('基', StringComparison.Ordinal))
        {
            return [];
        }

        var plain = string.Concat(string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
        return [.. Code().Matches(plain).Select(match => Written(match)).Distinct()];
    }

    /// <summary>A map's code in the same form of writing; the text itself where it is no such code.</summary>
    public static string Of(string code) => _known.GetOrAdd(code, static each => In(each) is [var only, ..] ? only : each);

    /// <summary>Whether a text says which form this is: <c>表号：教基3112</c>, or a title with the code in brackets behind it.</summary>
    public static bool IsSaid(string text) => Said().IsMatch(text);

    /// <summary>What stands in a sheet's name behind the code: a kind of school, or a school. Empty when nothing does.</summary>
    public static string SuffixOf(string sheetName)
    {
        var plain = string.Concat(sheetName.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Trim();
        var match = Code().Match(plain);
        if (!match.Success)
        {
            return "";
        }

        var rest = Copy().Replace(plain[(match.Index + match.Length)..], "");
        return rest.Trim(' ', '_', '-', '—', '(', ')', '.', '、');
    }

    private static string Written(Match match)
    {
        var continued = match.Groups["more"].Success ? "续" + match.Groups["part"].Value : match.Groups["dash"].Success ? "续" + match.Groups["dash"].Value : "";
        return match.Groups["kind"].Value + match.Groups["number"].Value + continued;
    }

    [GeneratedRegex(@"(?<kind>基础基|教基|中职基|高基)(?<number>\d{3,4})(?:[(]?(?<more>续)表?(?<part>\d?)[)]?|-(?<dash>\d)(?!\d))?")]
    private static partial Regex Code();

    [GeneratedRegex(@"表\s*号|[(（]\s*(?:基础基|教基|中职基|高基)\s*\d{3,4}[^()（）]{0,4}[)）]\s*$")]
    private static partial Regex Said();

    [GeneratedRegex(@"[(]\d+[)]$|副本$")]
    private static partial Regex Copy();
}
