using System.Collections.Immutable;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Levels;

/// <summary>
/// What formulas of a standard may speak of: a county has schools, a school has units (school-stages). The columns are the public ones;
/// <c>school_enrolment</c> and the school's own columns are derived from its units.
/// </summary>
internal static class AssessmentSchema
{
    public const string CountyLevel = "county";
    public const string SchoolLevel = "school";
    public const string UnitLevel = "unit";

    /// <summary>The schema of units and schools, with a county that has the columns given.</summary>
    public static FormulaSchema Of(
        ColumnCatalogue columns, UnitTexts units, IEnumerable<FormulaSetting> settings, IEnumerable<FormulaColumn>? countyColumns = null)
    {
        var pupil = units.Base("pupil");
        return new FormulaSchema(
            [
                new FormulaEntityType(CountyLevel, "counties", null, [.. countyColumns ?? [], FormulaColumn.Date("evaluated_on")]),
                new FormulaEntityType(
                    SchoolLevel,
                    "schools",
                    CountyLevel,
                    [
                        FormulaColumn.Number("compulsory_enrolment", pupil),
                        FormulaColumn.Truth("combined"),
                        FormulaColumn.Number("built_year", units.Base("year")),
                        FormulaColumn.Number("migrant_share", Unit.One),
                        Coded("school_type", SchoolTypes.Ids),
                    ]),
                new FormulaEntityType(UnitLevel, "units", SchoolLevel, [.. UnitColumns(columns, units), FormulaColumn.Number("school_enrolment", pupil)]),
            ],
            settings);
    }

    private static IEnumerable<FormulaColumn> UnitColumns(ColumnCatalogue columns, UnitTexts units) => columns.Columns
        .Where(column => column.Kind is ColumnKind.Number or ColumnKind.Flag or ColumnKind.Code)
        .Select(column => column.Kind switch
        {
            ColumnKind.Number => FormulaColumn.Number(column.Id, units.Base(column.Unit)),
            ColumnKind.Flag => FormulaColumn.Truth(column.Id),
            _ => Coded(column.Id, CodesOf(column.Id)),
        });

    private static IReadOnlyList<string> CodesOf(string column) => column switch
    {
        "stage" => [.. Stages.All.Select(stage => stage.Id())],
        "school_type" => SchoolTypes.Ids,
        "organiser_type" => OrganiserTypes.Ids,
        "locale" => Locales.Ids,
        _ => [],
    };

    private static FormulaColumn Coded(string name, IReadOnlyList<string> codes) =>
        FormulaColumn.Text(name, [.. codes.Where(code => code.Length > 0)]);
}

/// <summary>Settings as constants of formulas.</summary>
internal static class SettingValues
{
    public static ImmutableArray<FormulaSetting> Of(ImmutableArray<Standards.Setting> settings) =>
        [.. settings.Select(setting => new FormulaSetting(setting.Id, SettingsReader.ValueOf(setting.Kind, setting.Value)!))];
}
