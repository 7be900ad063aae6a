using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Domain.Registers;

/// <summary>A field of a register. Values are texts; <see cref="Accepts"/> says which.</summary>
/// <param name="Id">Its id, e.g. <c>code</c>.</param>
/// <param name="Title">Its heading.</param>
public sealed record RegisterField(string Id, LocalizedText Title)
{
    /// <summary>Whether an open subject always has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether no two subjects of a register have the same value on the same day.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The kind of subject that a value names; none where a value names no subject.</summary>
    public SubjectKind RefersTo { get; init; }

    /// <summary>Says whether a text, never blank, is a value of the field.</summary>
    public Func<string, bool> Accepts { get; init; } = _ => true;

    /// <summary>The value of a word that a person writes, e.g. <c>primary</c> for 小学; the word itself where it is a value already.</summary>
    public Func<string, string> ValueOf { get; init; } = text => text;

    /// <summary>The word for a value, e.g. 小学 for <c>primary</c>; the value itself where people write it so.</summary>
    public Func<string, LocalizedText> WordOf { get; init; } = value => new(value, value);

    /// <summary>Its closed list of values; empty where it has none.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>Whether it is personal: such a value is in no event, it lies under the key of its person.</summary>
    public bool IsPersonal { get; init; }
}

/// <summary>The fields of each register.</summary>
public static class RegisterFields
{
    /// <summary>The longest value in UTF-16 units.</summary>
    public const int LongestValue = 400;

    private static readonly (string Value, LocalizedText Word)[] _levels = [("province", new("省级", "province")), ("city", new("市级", "city")), ("county", new("县级", "county"))];
    private static readonly (string Value, LocalizedText Word)[] _types =
        [.. Enum.GetValues<SchoolType>().Where(type => type != SchoolType.Unknown).Select(type => (type.Id(), new LocalizedText(type.ChineseName(), type.Id().Replace('_', ' '))))];
    private static readonly (string Value, LocalizedText Word)[] _organisers =
        [.. Enumerable.Range(1, OrganiserTypes.Ids.Count - 1).Select(code => (OrganiserTypes.Ids[code], new LocalizedText(OrganiserTypes.ChineseName((byte)code), OrganiserTypes.Ids[code])))];
    private static readonly (string Value, LocalizedText Word)[] _locales = [("urban", new("城区", "urban")), ("town", new("镇区", "town")), ("rural", new("乡村", "rural"))];
    private static readonly (string Value, LocalizedText Word)[] _stages = [("primary", new("小学", "primary")), ("junior", new("初中", "junior")), ("senior", new("高中", "senior"))];

    private static readonly RegisterField _name = new("name", new("名称", "name")) { IsRequired = true };
    private static readonly RegisterField _township = new("township", new("乡镇", "township")) { RefersTo = SubjectKind.Township };
    private static readonly RegisterField _school = new("school", new("学校", "school")) { RefersTo = SubjectKind.School, IsRequired = true };

    private static readonly ImmutableArray<RegisterField> _personal =
    [
        new("person_name", new("姓名", "name of the person")) { IsPersonal = true },
        new("person_number", new("工号", "staff number")) { IsPersonal = true },
    ];

    private static readonly FrozenDictionary<SubjectKind, ImmutableArray<RegisterField>> _all = new Dictionary<SubjectKind, ImmutableArray<RegisterField>>
    {
        [SubjectKind.Region] =
        [
            new("code", new("代码", "code")) { IsRequired = true, IsUnique = true, Accepts = IsCode },
            _name,
            Coded("level", new("级别", "level"), _levels) with { IsRequired = true },
            new("parent", new("上级", "above")) { RefersTo = SubjectKind.Region },
        ],
        [SubjectKind.Township] =
        [
            new("code", new("代码", "code")) { IsUnique = true, Accepts = IsCode },
            _name,
            new("county", new("所属县", "county")) { RefersTo = SubjectKind.Region, IsRequired = true },
        ],
        [SubjectKind.School] =
        [
            new("code", new("学校代码", "school code")) { IsRequired = true, IsUnique = true, Accepts = IsCode },
            _name,
            Coded("type", new("学校类型", "type"), _types, text => SchoolTypes.Parse(text) is var type && type != SchoolType.Unknown ? type.Id() : ""),
            Coded("organiser", new("举办者类型", "organiser"), _organisers),
            new("county", new("所属县", "county")) { RefersTo = SubjectKind.Region, IsRequired = true },
            _township,
            Coded("locale", new("城乡类型", "locale"), _locales, text => Locales.Parse(text).Id()),
        ],
        [SubjectKind.Campus] = [_name, _school, _township],
        [SubjectKind.Class] =
        [
            _name,
            _school,
            new("campus", new("校区", "campus")) { RefersTo = SubjectKind.Campus },
            Coded("stage", new("学段", "stage"), _stages, text => Stages.Parse(text) is var stage && stage != Stage.None ? stage.Id() : "") with { IsRequired = true },
            new("grade", new("年级", "grade")) { IsRequired = true, Accepts = text => int.TryParse(text, out var grade) && grade is >= 1 and <= 12 },
            new("entered", new("入学年", "entry year")) { Accepts = text => int.TryParse(text, out var year) && year is >= 1900 and <= 2200 },
        ],
        [SubjectKind.Staff] =
        [
            new("person", new("人员编号", "person")) { IsRequired = true, Accepts = text => text.StartsWith("person/", StringComparison.Ordinal) },
            _school,
            new("subjects", new("任教学科", "subjects")),
            new("education", new("学历", "education")),
            new("title", new("职称", "professional title")),
            new("honours", new("骨干称号", "honours")),
            new("since", new("到校日期", "at the school since"))
            {
                Accepts = text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                ValueOf = DayOf,
            },
            new("post", new("岗位", "post")),
        ],
    }.ToFrozenDictionary();

    /// <summary>The kinds of register in their order.</summary>
    public static ImmutableArray<SubjectKind> Kinds { get; } = [.. _all.Keys.Order()];

    /// <summary>The fields of a register in the order of its sheet.</summary>
    public static ImmutableArray<RegisterField> Of(SubjectKind kind) => _all[kind];

    /// <summary>What a register keeps of a person, beside the events and under the person's key: in the sheet, never in an event.</summary>
    public static ImmutableArray<RegisterField> PersonalOf(SubjectKind kind) => kind == SubjectKind.Staff ? _personal : [];

    /// <summary>The fields of a register's sheet.</summary>
    public static ImmutableArray<RegisterField> SheetOf(SubjectKind kind) => [.. PersonalOf(kind), .. Of(kind)];

    /// <summary>A field by its id; null where the register has none such.</summary>
    public static RegisterField? Find(SubjectKind kind, string id) => _all.GetValueOrDefault(kind, []).FirstOrDefault(field => field.Id == id);

    /// <summary>The name of a register.</summary>
    public static LocalizedText TitleOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Region => new("地区", "regions"),
        SubjectKind.Township => new("乡镇", "townships"),
        SubjectKind.School => new("学校", "schools"),
        SubjectKind.Campus => new("校区", "campuses"),
        SubjectKind.Class => new("班级", "classes"),
        SubjectKind.Staff => new("教职工", "staff"),
        _ => new("", ""),
    };

    /// <summary>A field of a closed list of codes; words are read by the list, and by a reader that knows further ones.</summary>
    private static RegisterField Coded(string id, LocalizedText title, (string Value, LocalizedText Word)[] codes, Func<string, string>? read = null) => new(id, title)
    {
        Codes = [.. codes.Select(code => code.Value)],
        Accepts = text => codes.Any(code => code.Value == text) || (read is not null && read(text).Length > 0),
        ValueOf = text => codes.FirstOrDefault(code => code.Value == text || code.Word.Zh == text || code.Word.En == text).Value ?? (read?.Invoke(text) is { Length: > 0 } value ? value : text),
        WordOf = value => codes.FirstOrDefault(code => code.Value == value).Word ?? new LocalizedText(value, value),
    };

    /// <summary>A day as people write it: 2019/9/1, 2019.9.1 and 20190901 as 2019-09-01.</summary>
    private static string DayOf(string text) =>
        DateOnly.TryParseExact(text.Replace('/', '-').Replace('.', '-'), ["yyyy-M-d", "yyyyMMdd", "yyyy-M-d H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static bool IsCode(string text) => text.Length <= 32 && text.All(char.IsAsciiLetterOrDigit);
}
