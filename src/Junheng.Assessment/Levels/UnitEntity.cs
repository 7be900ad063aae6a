using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Levels;

/// <summary>A school-stage unit as formulas see it.</summary>
internal sealed class UnitEntity(UnitTable table, int unit, SchoolEntity school) : IFormulaEntity
{
    public string Label => school.Label;

    public IFormulaEntity? Parent => school;

    public int Unit => unit;

    public Stage Stage => table.Units[unit].Stage;

    public Rational? Enrolment => table.ExactEnrolment(unit);

    public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => null;

    public FormulaValue Value(FormulaColumn column)
    {
        var row = table.Units[unit].Row;
        var part = table.Raw.PartOf(row);
        return column.Name switch
        {
            "enrolment" => Number(Enrolment),
            "school_enrolment" => school.CompulsoryEnrolment,
            "stage" => FormulaValue.Of(Stage.Id()),
            "school_type" => Text(part.SchoolTypeOf(row.Row).Id()),
            "organiser_type" => Text(OrganiserTypes.Ids[part.OrganiserTypes?[row.Row] ?? 0]),
            "locale" => Text((part.Locales?[row.Row] ?? Locale.Unknown).Id()),
            _ when column.Kind == FormulaKind.Truth => Figure(part, row.Row, column.Name) is { } flag ? FormulaValue.Of(flag.Sign != 0) : FormulaValue.MissingOf(),
            _ => Number(Figure(part, row.Row, column.Name)),
        };
    }

    private static FormulaValue Number(Rational? value) => value is { } known ? FormulaValue.Of(known) : FormulaValue.MissingOf();

    private static FormulaValue Text(string text) => text.Length > 0 ? FormulaValue.Of(text) : FormulaValue.MissingOf();

    private Rational? Figure(StatisticsPart part, int row, string column) =>
        (part.Figure(column) ?? part.Figure($"{column}_{Stage.Id()}"))?.Exact(row);
}

/// <summary>A school as formulas see it: its units in scope.</summary>
internal sealed class SchoolEntity : IFormulaEntity
{
    private readonly List<UnitEntity> _units = [];
    private readonly UnitTable _table;
    private readonly RowRef _row;

    public SchoolEntity(UnitTable table, RowRef row, IFormulaEntity? county)
    {
        (_table, _row, Parent) = (table, row, county);
        var part = table.Raw.PartOf(row);
        Code = part.SchoolCode[row.Row];
        Label = part.SchoolName is { } names && !names.IsBlank(row.Row) ? names[row.Row] : Code;
    }

    public string Label { get; }

    public string Code { get; }

    public IFormulaEntity? Parent { get; }

    public IReadOnlyList<UnitEntity> Units => _units;

    /// <summary>Pupils of the stages judged; missing when one of them is.</summary>
    public FormulaValue CompulsoryEnrolment => _units.TrueForAll(unit => unit.Enrolment is not null)
        ? FormulaValue.Of(_units.Aggregate(Rational.Zero, (sum, unit) => sum + unit.Enrolment!.Value))
        : FormulaValue.MissingOf("enrolment");

    public void Add(int unit) => _units.Add(new UnitEntity(_table, unit, this));

    public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => collection == "units" ? _units : null;

    public FormulaValue Value(FormulaColumn column) => column.Name switch
    {
        "compulsory_enrolment" => CompulsoryEnrolment,
        "combined" => FormulaValue.Of(_units.Select(unit => unit.Stage).Distinct().Count() > 1),
        "school_type" => _table.Raw.PartOf(_row).SchoolTypeOf(_row.Row).Id() is { Length: > 0 } type ? FormulaValue.Of(type) : FormulaValue.MissingOf(),
        _ => _table.Raw.PartOf(_row).Figure(column.Name)?.Exact(_row.Row) is { } figure ? FormulaValue.Of(figure) : FormulaValue.MissingOf(),
    };
}

/// <summary>A county as formulas see it: the fields of one evaluation item, the evaluation date and its schools.</summary>
internal sealed class CountyEntity : IFormulaEntity
{
    private readonly Func<FormulaColumn, FormulaValue> _field;
    private readonly DateOnly _evaluatedOn;
    private readonly IReadOnlyList<SchoolEntity>? _schools;

    public CountyEntity(string label, DateOnly evaluatedOn, Func<FormulaColumn, FormulaValue> field, IReadOnlyList<SchoolEntity>? schools) =>
        (Label, _evaluatedOn, _field, _schools) = (label, evaluatedOn, field, schools);

    public string Label { get; }

    public IFormulaEntity? Parent => null;

    /// <summary>The schools of a county in a view, each with its units in scope.</summary>
    public static IReadOnlyList<SchoolEntity> Schools(UnitTable table, IEnumerable<StageBlock> blocks)
    {
        var schools = new SortedDictionary<string, SchoolEntity>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            for (var unit = block.Start; unit < block.End; unit++)
            {
                var row = table.Units[unit].Row;
                var code = table.Raw.PartOf(row).SchoolCode[row.Row];
                if (!schools.TryGetValue(code, out var school))
                {
                    schools[code] = school = new SchoolEntity(table, row, null);
                }

                school.Add(unit);
            }
        }

        return [.. schools.Values];
    }

    public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => collection == "schools" ? _schools : null;

    public FormulaValue Value(FormulaColumn column) => column.Name == "evaluated_on" ? FormulaValue.Of(_evaluatedOn) : _field(column);
}
