using System.Collections.Frozen;
using System.Collections.Immutable;
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
}

/// <summary>The fields of each register.</summary>
public static class RegisterFields
{
    /// <summary>The longest value in UTF-16 units.</summary>
    public const int LongestValue = 400;

    private static readonly RegisterField _name = new("name", new("名称", "name")) { IsRequired = true };
    private static readonly RegisterField _township = new("township", new("乡镇", "township")) { RefersTo = SubjectKind.Township };
    private static readonly RegisterField _school = new("school", new("学校", "school")) { RefersTo = SubjectKind.School, IsRequired = true };

    private static readonly FrozenDictionary<SubjectKind, ImmutableArray<RegisterField>> _all = new Dictionary<SubjectKind, ImmutableArray<RegisterField>>
    {
        [SubjectKind.Region] =
        [
            new("code", new("代码", "code")) { IsRequired = true, IsUnique = true, Accepts = IsCode },
            _name,
            new("level", new("级别", "level")) { IsRequired = true, Accepts = text => text is "province" or "city" or "county" },
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
            new("type", new("学校类型", "type")) { Accepts = text => SchoolTypes.Parse(text) != SchoolType.Unknown },
            new("organiser", new("举办者类型", "organiser")) { Accepts = text => OrganiserTypes.Parse(text) != 0 },
            new("county", new("所属县", "county")) { RefersTo = SubjectKind.Region, IsRequired = true },
            _township,
            new("locale", new("城乡类型", "locale")) { Accepts = text => Locales.Parse(text) != Locale.Unknown },
        ],
        [SubjectKind.Campus] = [_name, _school, _township],
        [SubjectKind.Class] =
        [
            _name,
            _school,
            new("campus", new("校区", "campus")) { RefersTo = SubjectKind.Campus },
            new("stage", new("学段", "stage")) { IsRequired = true, Accepts = text => Stages.Parse(text) != Stage.None },
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
            new("since", new("到校日期", "at the school since")) { Accepts = text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) },
            new("post", new("岗位", "post")),
        ],
    }.ToFrozenDictionary();

    /// <summary>The kinds of register in their order.</summary>
    public static ImmutableArray<SubjectKind> Kinds { get; } = [.. _all.Keys.Order()];

    /// <summary>The fields of a register in the order of its sheet.</summary>
    public static ImmutableArray<RegisterField> Of(SubjectKind kind) => _all[kind];

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

    private static bool IsCode(string text) => text.Length <= 32 && text.All(char.IsAsciiLetterOrDigit);
}
