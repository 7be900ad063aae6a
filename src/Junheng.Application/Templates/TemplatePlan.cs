using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Templates;

/// <summary>A column of a template.</summary>
/// <param name="Definition">The public column.</param>
/// <param name="Stage">The stage it is of, in the school layout; none where it is of the whole row.</param>
/// <param name="IsRequired">Whether the standard cannot do without it.</param>
public sealed record TemplateColumn(ColumnDefinition Definition, Stage Stage, bool IsRequired)
{
    /// <summary>The public id, with its stage: <c>enrolment_primary</c>.</summary>
    public string Id => Stage == Stage.None ? Definition.Id : $"{Definition.Id}_{Stage.Id()}";
}

/// <summary>What a template holds: the columns that a standard needs of schools of some types, and the rows known from the year before.</summary>
/// <param name="Standard">The standard.</param>
/// <param name="Layout">One row a school, or one a school and stage.</param>
/// <param name="Types">The school types that may be filled in; all when none was chosen.</param>
/// <param name="Columns">The columns in order: who the row is, then enrolment, then figures.</param>
/// <param name="LastYear">Rows of the year before; empty when none were given.</param>
public sealed record TemplatePlan(
    Standard Standard, TableLayout Layout, ImmutableArray<SchoolType> Types, ImmutableArray<TemplateColumn> Columns, ImmutableArray<LastYearRow> LastYear)
{
    /// <summary>The plan of a standard.</summary>
    public static TemplatePlan Of(Standard standard, TableLayout layout, ImmutableArray<SchoolType> types, ImmutableArray<LastYearRow> lastYear)
    {
        var chosen = types.IsEmpty ? [.. Enum.GetValues<SchoolType>().Where(type => type != SchoolType.Unknown)] : types;
        var columns = layout == TableLayout.Unit ? UnitColumns(standard) : SchoolColumns(standard, [.. Stages.All.Where(stage => chosen.Any(type => type.CanHave(stage)))]);
        return new TemplatePlan(standard, layout, chosen, [.. columns], lastYear);
    }

    /// <summary>Who the row is: before the enrolment. Places on the map are not asked for.</summary>
    private static IEnumerable<TemplateColumn> Identity(Standard standard, TableLayout layout)
    {
        string[] ids = ["county_code", "county_name", "school_code", "school_name", "stage", "school_type", "organiser_type", "locale", "township", "report_year", "parent_school_code"];
        return ids.Where(id => id != "stage" || layout == TableLayout.Unit).Select(id => standard.Columns[id]).OfType<ColumnDefinition>()
            .Select(column => new TemplateColumn(column, Stage.None, column.Kind == ColumnKind.Key ? column.Id != "parent_school_code" : column.Id is "stage" or "school_type"));
    }

    /// <summary>What easements and conditions ask of a school, besides who it is.</summary>
    private static IEnumerable<TemplateColumn> Circumstances(Standard standard, TableLayout layout)
    {
        string[] ids = ["classes", "grades", "largest_class", "built_year", "migrant_share", "centre_city", "shared_pe_art_teachers", "eased_sports_area_m2"];
        return ids.Concat(layout == TableLayout.School && standard.IndoorSports is { } indoor ? [indoor.Item] : [])
            .Select(id => standard.Columns[id]).OfType<ColumnDefinition>().Select(column => new TemplateColumn(column, Stage.None, false));
    }

    private static IEnumerable<TemplateColumn> UnitColumns(Standard standard) =>
        Identity(standard, TableLayout.Unit)
            .Append(new TemplateColumn(standard.Columns["enrolment"]!, Stage.None, true))
            .Concat(standard.RequiredItems.Select(item => new TemplateColumn(standard.Columns[item]!, Stage.None, true)))
            .Concat(Circumstances(standard, TableLayout.Unit));

    private static IEnumerable<TemplateColumn> SchoolColumns(Standard standard, ImmutableArray<Stage> stages)
    {
        var enrolment = standard.Columns["enrolment"]!;
        return Identity(standard, TableLayout.School)
            .Concat(stages.Select(stage => new TemplateColumn(enrolment, stage, true)))
            .Concat(standard.RequiredItems.Select(item => standard.Columns[item]!).SelectMany(item => item.IsStaged
                ? standard.Stages.Where(stages.Contains).Select(stage => new TemplateColumn(item, stage, true))
                : [new TemplateColumn(item, Stage.None, true)]))
            .Concat(Circumstances(standard, TableLayout.School));
    }
}

/// <summary>A row of the year before: texts by column id, as they stood there.</summary>
/// <param name="Cells">Blank cells are left out.</param>
/// <param name="Year">Its report year; 0 when it gives none.</param>
public sealed record LastYearRow(ImmutableDictionary<string, string> Cells, int Year)
{
    /// <summary>The text of a column; empty when it had none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
