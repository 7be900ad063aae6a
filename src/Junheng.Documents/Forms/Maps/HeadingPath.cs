using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Documents.Forms.Maps;

/// <summary>A path of headings or row labels, from the top (or left) to the lowest. Each part may have alternatives, written with <c>|</c>.</summary>
/// <param name="Parts">Normalised alternatives of each part, at least one part.</param>
/// <param name="Text">As written, parts joined by <c> › </c>.</param>
internal sealed partial record HeadingPath(ImmutableArray<ImmutableArray<string>> Parts, string Text)
{
    private const int LongestKept = 60;
    private const int MostKept = 20_000;

    /// <summary>Headings that were compared before: the forms of a county's schools have the same ones.</summary>
    private static readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    private static readonly string[] _sums = ["计", "合计", "总计", "小计"];

    /// <summary>The path of parts as a map writes them.</summary>
    public static HeadingPath Of(IEnumerable<string> parts)
    {
        var written = parts.ToImmutableArray();
        return new HeadingPath(
            [.. written.Select(part => part.Split('|').Select(Normalised).Where(text => text.Length > 0).ToImmutableArray())],
            string.Join(" › ", written));
    }

    /// <summary>
    /// Whether the path is that of a cell: its parts come in this order among the cell's headings, the last one lowest. A lowest heading 计, 合计, 总计 or 小计
    /// may be left unsaid.
    /// </summary>
    /// <param name="headings">Normalised headings of the cell from the top to the lowest.</param>
    public bool Matches(IReadOnlyList<string> headings)
    {
        if (headings.Count == 0)
        {
            return false;
        }

        return EndsAt(headings, headings.Count - 1) || (headings.Count > 1 && _sums.Contains(headings[^1]) && EndsAt(headings, headings.Count - 2));
    }

    /// <summary>A heading as it is compared: ordinary width, without white space, 其中, numbering, # and units in brackets, in small letters.</summary>
    public static string Normalised(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var normalised = Normalise(text);
        if (text.Length <= LongestKept && _known.Count < MostKept)
        {
            _known.TryAdd(text, normalised);
        }

        return normalised;
    }

    private static string Normalise(string text)
    {
        var narrow = string.Concat(string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter != '#'));
        var bare = UnitBracket().Replace(narrow, "");
        for (var last = ""; last != bare;)
        {
            last = bare;
            bare = Lead().Replace(bare, "");
        }

        return bare.TrimEnd(':').ToLowerInvariant();
    }

    /// <summary>The unit that a heading names in its brackets, e.g. 万元; null when none.</summary>
    public static string? UnitOf(string text) =>
        UnitBracket().Match(string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)))) is { Success: true } match ? match.Groups["unit"].Value : null;

    private bool EndsAt(IReadOnlyList<string> headings, int last)
    {
        if (!Parts[^1].Contains(headings[last]))
        {
            return false;
        }

        var part = Parts.Length - 2;
        for (var at = last - 1; at >= 0 && part >= 0; at--)
        {
            part -= Parts[part].Contains(headings[at]) ? 1 : 0;
        }

        return part < 0;
    }

    [GeneratedRegex(@"[(\[](?:单位[:：]?)?(?<unit>万元|千元|元|人|名|个|班|间|台|册|套|平方米|m2|亩)[)\]]")]
    private static partial Regex UnitBracket();

    [GeneratedRegex(@"^(?:其中[:：]?|[一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]{1,2}[.、](?![0-9])|[(][0-9]{1,2}[)]|[-—*]+)(?=.)")]
    private static partial Regex Lead();
}
