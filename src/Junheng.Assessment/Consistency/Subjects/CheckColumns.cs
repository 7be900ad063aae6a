using System.Collections.Frozen;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Consistency.Subjects;

/// <summary>Where the cells of a column of the check schema stand.</summary>
internal enum CellRule : byte
{
    /// <summary>In a school's row, once for the school.</summary>
    Shared,

    /// <summary>Once for the school; where the school has a row a stage, the sum of the rows.</summary>
    SharedAdditive,

    /// <summary>Per stage: the cell of one stage of a school, or of the unit itself.</summary>
    OfStage,

    /// <summary>Per stage: the sum over the school's stages.</summary>
    SumOfStages,

    /// <summary>A code, a flag of the row or the unit's stage: no figure.</summary>
    Code,
}

/// <summary>What a column of the check schema stands for.</summary>
/// <param name="Name">Its name in formulas.</param>
/// <param name="Level">School or unit.</param>
/// <param name="Definition">The public column.</param>
/// <param name="Rule">Where its cells stand.</param>
/// <param name="Stage">The stage of a column of one stage of a school; none otherwise.</param>
/// <param name="IsPrevious">Whether it is the figure of the report year before.</param>
internal sealed record CheckColumn(string Name, CheckLevel Level, ColumnDefinition Definition, CellRule Rule, Stage Stage, bool IsPrevious);

/// <summary>
/// The columns that rules may name. A school has every public figure: shared ones once, staged ones per stage (<c>enrolment_primary</c>) and as the sum of its
/// stages (<c>enrolment</c>). A unit has the staged ones and sees its school's. Each figure also has <c>previous_…</c>, of the report year before.
/// </summary>
internal sealed class CheckColumns
{
    public const string Previous = "previous_";
    public const string HasParent = "has_parent";

    private static readonly FrozenSet<string> _additiveUnits = FrozenSet.Create(StringComparer.Ordinal, "m2", "yuan", "room", "computer", "book");

    private readonly FrozenDictionary<(CheckLevel, string), CheckColumn> _byName;

    private CheckColumns(IEnumerable<CheckColumn> columns) => _byName = columns.ToFrozenDictionary(column => (column.Level, column.Name));

    /// <summary>The column that a formula column stands for; null for <see cref="HasParent"/>.</summary>
    public CheckColumn? this[FormulaColumn column] => _byName.GetValueOrDefault((LevelOf(column.Entity), column.Name));

    /// <summary>The nearest column of a name that a level sees; null when there is none.</summary>
    public CheckColumn? Nearest(CheckLevel level, string name) =>
        (level == CheckLevel.Unit ? _byName.GetValueOrDefault((CheckLevel.Unit, name)) : null) ?? _byName.GetValueOrDefault((CheckLevel.School, name));

    public static CheckColumns Of(ColumnCatalogue catalogue) => new(
        catalogue.Columns.Where(column => column.Kind is ColumnKind.Number or ColumnKind.Flag or ColumnKind.Code).SelectMany(ColumnsOf));

    /// <summary>The formula schema: county → schools → units.</summary>
    public FormulaSchema Schema(UnitTexts units, IEnumerable<FormulaSetting> settings) => new(
        [
            new FormulaEntityType("county", "counties", null, [FormulaColumn.Number("county_report_year", units.Base("year"))]),
            new FormulaEntityType("school", "schools", "county", [.. Formula(CheckLevel.School, units), FormulaColumn.Truth(HasParent)], units.Base("school")),
            new FormulaEntityType("unit", "units", "school", Formula(CheckLevel.Unit, units)),
        ],
        settings);

    private static CheckLevel LevelOf(string entity) => entity switch
    {
        "unit" => CheckLevel.Unit,
        "school" => CheckLevel.School,
        _ => CheckLevel.County,
    };

    private IEnumerable<FormulaColumn> Formula(CheckLevel level, UnitTexts units) => _byName.Values
        .Where(column => column.Level == level)
        .OrderBy(column => column.Name, StringComparer.Ordinal)
        .Select(column => column.Definition.Kind switch
        {
            ColumnKind.Number => FormulaColumn.Number(column.Name, units.Base(column.Definition.Unit)),
            ColumnKind.Flag => FormulaColumn.Truth(column.Name),
            _ => FormulaColumn.Text(column.Name, [.. CodesOf(column.Name).Where(code => code.Length > 0)]),
        });

    private static IEnumerable<CheckColumn> ColumnsOf(ColumnDefinition column)
    {
        if (column.Kind == ColumnKind.Code)
        {
            return [new CheckColumn(column.Id, column.Id == "stage" ? CheckLevel.Unit : CheckLevel.School, column, CellRule.Code, Stage.None, false)];
        }

        var own = column.IsStaged ? Staged(column) : [Shared(column)];
        return own.Concat(own.Select(each => each with { Name = Previous + each.Name, IsPrevious = true }));
    }

    private static CheckColumn Shared(ColumnDefinition column) =>
        new(column.Id, CheckLevel.School, column, _additiveUnits.Contains(column.Unit) ? CellRule.SharedAdditive : CellRule.Shared, Stage.None, false);

    private static CheckColumn[] Staged(ColumnDefinition column) =>
    [
        .. Stages.All.Select(stage => new CheckColumn($"{column.Id}_{stage.Id()}", CheckLevel.School, column, CellRule.OfStage, stage, false)),
        new(column.Id, CheckLevel.School, column, CellRule.SumOfStages, Stage.None, false),
        new(column.Id, CheckLevel.Unit, column, CellRule.OfStage, Stage.None, false),
    ];

    private static IReadOnlyList<string> CodesOf(string column) => column switch
    {
        "stage" => [.. Stages.All.Select(stage => stage.Id())],
        "school_type" => SchoolTypes.Ids,
        "organiser_type" => OrganiserTypes.Ids,
        "locale" => Locales.Ids,
        _ => [],
    };
}
