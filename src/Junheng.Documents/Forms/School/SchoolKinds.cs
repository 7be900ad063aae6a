using System.Text;
using System.Text.RegularExpressions;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Forms.School;

/// <summary>What a school is by the word or code that its forms have (办学类型).</summary>
internal readonly record struct SchoolKind(SchoolType Type, bool IsOutside)
{
    /// <summary>Nothing known.</summary>
    public bool IsUnknown => Type == SchoolType.Unknown && !IsOutside;
}

/// <summary>
/// The kinds of schools as the annual statistics name and number them. Kindergartens and senior schools are outside: they have no unit in compulsory education. Special and vocational schools
/// are read, and the standard's scope leaves them out.
/// </summary>
internal static partial class SchoolKinds
{
    private static readonly Dictionary<string, SchoolKind> _kinds = new(StringComparer.Ordinal);

    static SchoolKinds()
    {
        Add(SchoolType.Primary, "小学", "211");
        Add(SchoolType.TeachingPoint, "小学教学点", "教学点", "218");
        Add(SchoolType.Junior, "初级中学", "普通初中", "初中", "311", "职业初中", "321");
        Add(SchoolType.NineYear, "九年一贯制学校", "九年一贯制", "312");
        Add(SchoolType.CompleteSecondary, "完全中学", "341");
        Add(SchoolType.TwelveYear, "十二年一贯制学校", "十二年一贯制", "345");
        Add(SchoolType.Special, "特殊教育学校", "特殊教育", "其他特教学校", "盲人学校", "聋人学校", "培智学校", "盲聋哑学校", "511", "512", "513", "514");
        Add(SchoolType.Vocational, "职业高中学校", "职业高中", "中等技术学校", "中等师范学校", "成人中等专业学校", "技工学校", "中等职业学校", "361", "362", "363", "364", "365", "366");
        foreach (var outside in new[] { "幼儿园", "111", "高级中学", "普通高中", "342", "工读学校", "专门学校", "521" })
        {
            _kinds[outside] = new SchoolKind(SchoolType.Unknown, true);
        }
    }

    /// <summary>The kind of a word, code, or both (<c>312 九年一贯制学校</c>, <c>小学（211）</c>); unknown for anything else.</summary>
    public static SchoolKind Of(string text)
    {
        var plain = string.Concat(string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
        if (_kinds.TryGetValue(plain, out var kind))
        {
            return kind;
        }

        var word = Digits().Replace(plain, "").Trim('-', '_', '(', ')', ':', '.', '、');
        return _kinds.TryGetValue(word, out kind) ? kind
            : Digits().Match(plain) is { Success: true } digits && word.Length == 0 && _kinds.TryGetValue(digits.Value, out kind) ? kind
            : SchoolTypes.Parse(plain) is var type && type != SchoolType.Unknown ? new SchoolKind(type, false)
            : default;
    }

    private static void Add(SchoolType type, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            _kinds[word] = new SchoolKind(type, false);
        }
    }

    [GeneratedRegex(@"\d{3}")]
    private static partial Regex Digits();
}

/// <summary>Where a school lies by the word or code of the statistics' urban–rural classes (城乡分类).</summary>
internal static class LocaleClasses
{
    /// <summary>The locale of a word or a code of three digits (111 主城区 … 220 村庄); unknown for anything else.</summary>
    public static Locale Of(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        var word = plain.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '_');
        return word switch
        {
            "主城区" or "城乡结合区" => Locale.Urban,
            "镇中心区" or "镇乡结合区" or "特殊区域" => Locale.Town,
            "乡中心区" or "村庄" => Locale.Rural,
            "" => plain switch
            {
                "111" or "112" => Locale.Urban,
                "121" or "122" or "123" => Locale.Town,
                "210" or "220" => Locale.Rural,
                _ => Locale.Unknown,
            },
            _ => Locales.Parse(word),
        };
    }
}
