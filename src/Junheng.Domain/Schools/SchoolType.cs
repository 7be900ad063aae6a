namespace Junheng.Domain.Schools;

/// <summary>The kind of a school (学校类型). <c>default</c> is unknown.</summary>
public enum SchoolType : byte
{
    /// <summary>Not given.</summary>
    Unknown = 0,

    /// <summary>小学.</summary>
    Primary = 1,

    /// <summary>教学点.</summary>
    TeachingPoint = 2,

    /// <summary>初中.</summary>
    Junior = 3,

    /// <summary>九年一贯制.</summary>
    NineYear = 4,

    /// <summary>完全中学.</summary>
    CompleteSecondary = 5,

    /// <summary>十二年一贯制.</summary>
    TwelveYear = 6,

    /// <summary>特殊教育学校.</summary>
    Special = 7,

    /// <summary>职业学校.</summary>
    Vocational = 8,
}

/// <summary>Public ids of the school types and the stages that each has.</summary>
public static class SchoolTypes
{
    private static readonly string[] _ids =
        ["", "primary", "teaching_point", "junior", "nine_year", "complete_secondary", "twelve_year", "special", "vocational"];

    private static readonly string[] _names =
        ["", "小学", "教学点", "初中", "九年一贯制", "完全中学", "十二年一贯制", "特殊教育", "职业"];

    /// <summary>The ids by code, the first one empty: unknown.</summary>
    public static IReadOnlyList<string> Ids => _ids;

    /// <summary>The public id; empty when unknown.</summary>
    public static string Id(this SchoolType type) => _ids[(int)type];

    /// <summary>The Chinese word; empty when unknown.</summary>
    public static string ChineseName(this SchoolType type) => _names[(int)type];

    /// <summary>Reads an id or a Chinese word, with or without 学校; <see cref="SchoolType.Unknown"/> for anything else.</summary>
    public static SchoolType Parse(string text)
    {
        var trimmed = text.EndsWith("学校", StringComparison.Ordinal) ? text[..^2] : text;
        for (var code = 1; code < _ids.Length; code++)
        {
            if (text == _ids[code] || trimmed == _names[code])
            {
                return (SchoolType)code;
            }
        }

        return SchoolType.Unknown;
    }

    /// <summary>
    /// Whether a school of this type can have pupils of the stage. Special and vocational schools may have any stage;
    /// an unknown type says nothing, so every stage is possible.
    /// </summary>
    public static bool CanHave(this SchoolType type, Stage stage) => type switch
    {
        SchoolType.Primary or SchoolType.TeachingPoint => stage == Stage.Primary,
        SchoolType.Junior => stage == Stage.Junior,
        SchoolType.NineYear => stage is Stage.Primary or Stage.Junior,
        SchoolType.CompleteSecondary => stage is Stage.Junior or Stage.Senior,
        _ => true,
    };

    /// <summary>
    /// The type that a school has by the stages it teaches: primary + junior = nine-year, junior + senior = complete secondary,
    /// all three = twelve-year; <see cref="SchoolType.Unknown"/> for primary + senior, senior alone and no stage.
    /// </summary>
    public static SchoolType FromStages(bool primary, bool junior, bool senior) => (primary, junior, senior) switch
    {
        (true, true, true) => SchoolType.TwelveYear,
        (true, true, false) => SchoolType.NineYear,
        (false, true, true) => SchoolType.CompleteSecondary,
        (true, false, false) => SchoolType.Primary,
        (false, true, false) => SchoolType.Junior,
        _ => SchoolType.Unknown,
    };
}
