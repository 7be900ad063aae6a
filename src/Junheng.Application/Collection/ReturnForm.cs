using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>A field of a school's form.</summary>
/// <param name="Id">The public column id, staged where staged: <c>enrolment_primary</c>.</param>
/// <param name="Title">Its name, with the stage in front.</param>
/// <param name="Unit">Unit id; empty for codes and texts.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Codes">Its closed list of codes; empty when open.</param>
/// <param name="IsNeeded">Whether the verdict needs it.</param>
/// <param name="Measure">Its measure word or unit symbol, for people.</param>
public sealed record ReturnField(string Id, LocalizedText Title, string Unit, ColumnKind Kind, ImmutableArray<string> Codes, bool IsNeeded, LocalizedText Measure);

/// <summary>Fields that stand together.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record ReturnSection(string Id, LocalizedText Title, ImmutableArray<ReturnField> Fields);

/// <summary>The form of a school: what it has to fill in, by its type and the standard. One row of the school table.</summary>
/// <param name="Sections">In order; empty ones are left out.</param>
public sealed record ReturnForm(ImmutableArray<ReturnSection> Sections)
{
    private static readonly ImmutableArray<string> _registered = ["county_name", "school_name", "school_type", "township", "report_year", "parent_school_code", "lat", "lon"];

    /// <summary>All fields in order.</summary>
    public IEnumerable<ReturnField> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>The form of a school type. What the registers hold (name, type, township, place) is not asked again.</summary>
    public static ReturnForm Of(Standard standard, SchoolType type)
    {
        var stages = Stages.All.Where(stage => type.CanHave(stage)).ToImmutableArray();
        var needed = standard.RequiredItems.Append("enrolment").ToHashSet(StringComparer.Ordinal);
        var columns = standard.Columns.Columns.Where(column => column.Kind is not (ColumnKind.Key or ColumnKind.Text) || column.Id == "enrolment").ToList();
        ReturnSection Section(string id, string zh, string en, Func<ColumnDefinition, bool> belongs) =>
            new(id, new LocalizedText(zh, en), [.. columns.Where(belongs).SelectMany(column => FieldsOf(column, stages, needed.Contains(column.Id)))]);
        var staff = new HashSet<string>(["person"], StringComparer.Ordinal);
        bool IsBasic(ColumnDefinition column) => !column.IsItem && !column.IsStaged && !_registered.Contains(column.Id) && column.Kind is ColumnKind.Code or ColumnKind.Flag && column.Id is not ("stage" or "school_type");
        bool IsJudged(ColumnDefinition column) => needed.Contains(column.Id) || column.Id == "indoor_sports_area_m2";
        return new ReturnForm([.. new[]
        {
            Section("pupils", "学生", "Pupils", column => column.Id == "enrolment"),
            Section("teachers", "教师", "Teachers", column => IsJudged(column) && staff.Contains(column.Unit)),
            Section("conditions", "办学条件", "Premises and equipment", column => IsJudged(column) && column.Id != "enrolment" && !staff.Contains(column.Unit)),
            Section("basics", "基本情况", "Basics", IsBasic),
            Section("further", "其他数据（用于核对，可不填）", "Further figures (for checks; optional)", column => column.Kind == ColumnKind.Number && !IsJudged(column) && !_registered.Contains(column.Id)),
        }.Where(section => !section.Fields.IsEmpty)]);
    }

    private static IEnumerable<ReturnField> FieldsOf(ColumnDefinition column, ImmutableArray<Stage> stages, bool isNeeded)
    {
        if (!column.IsStaged)
        {
            return [new ReturnField(column.Id, column.Title, column.Unit, column.Kind, CodesOf(column), isNeeded, column.Measure)];
        }

        return stages
            .Where(stage => stage != Stage.Senior || column.Id == "enrolment")
            .Select(stage => new ReturnField(
                $"{column.Id}_{stage.Id()}",
                new LocalizedText(ChineseOf(stage) + column.Title.Zh, $"{column.Title.En} ({stage.Id()})"),
                column.Unit,
                column.Kind,
                [],
                isNeeded,
                column.Measure));
    }

    private static ImmutableArray<string> CodesOf(ColumnDefinition column) => column.Id switch
    {
        "organiser_type" => [.. OrganiserTypes.Ids.Where(id => id.Length > 0)],
        "locale" => [.. Locales.Ids.Where(id => id.Length > 0)],
        _ when column.Kind == ColumnKind.Flag => ["1", "0"],
        _ => [],
    };

    private static string ChineseOf(Stage stage) => stage switch { Stage.Primary => "小学", Stage.Junior => "初中", _ => "高中" };
}
