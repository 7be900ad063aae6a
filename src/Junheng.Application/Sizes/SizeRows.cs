using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Counties;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Sizes;

/// <summary>The rows of one school with its campuses in the report year judged, as sizes need them. A blank cell makes a sum missing, never smaller.</summary>
internal sealed class SizeRows
{
    private const int LastPrimaryGrade = 6;
    private const int LastGrade = 9;
    private readonly StatisticsTable _table;
    private readonly ImmutableArray<RowRef> _rows;

    private SizeRows(StatisticsTable table, IEnumerable<RowRef> rows)
    {
        (_table, _rows) = (table, [.. rows]);
        var head = _rows.FirstOrDefault(row => Part(row).ParentSchoolCode?[row.Row] is null or "", _rows[0]);
        Code = Part(head).SchoolCode[head.Row];
        Name = Part(head).SchoolName?[head.Row] is { Length: > 0 } name ? name : Code;
        Type = Part(head).SchoolTypeOf(head.Row);
        Place = Part(head).OriginOf(head.Row, "largest_class");
        Stages = [.. Domain.Schools.Stages.All.Where(stage => _rows.Any(row => Has(row, stage)))];
    }

    public string Code { get; }

    public string Name { get; }

    public SchoolType Type { get; }

    public Origin Place { get; }

    /// <summary>The stages with pupils.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>The schools of a county in its report year.</summary>
    public static IEnumerable<SizeRows> Of(CountyOnFile county)
    {
        var table = county.Report.Result.Units.Raw;
        return table.Counties.Where(each => each.Code == county.County.Code).SelectMany(each => each.Rows())
            .Where(row => table.PartOf(row).ReportYearOf(row.Row) is var year && (year == 0 || year == county.Year))
            .Where(row => table.PartOf(row).SchoolTypeOf(row.Row) is not (SchoolType.Special or SchoolType.Vocational))
            .GroupBy(row => table.PartOf(row) is var part && part.ParentSchoolCode?[row.Row] is { Length: > 0 } parent ? parent : part.SchoolCode[row.Row], StringComparer.Ordinal)
            .Select(group => new SizeRows(table, group));
    }

    public Rational? Pupils(Stage stage) => Sum("enrolment", stage);

    public Rational? Classes(Stage stage) => Sum("stage_classes", stage) ?? (Stages.Length == 1 ? Total("classes") : null);

    /// <summary>Classes of the whole school; null where it teaches beyond the compulsory stages as well.</summary>
    public Rational? AllClasses => Stages.Contains(Stage.Senior) ? null : Total("classes");

    public Rational? Largest => _rows.Select(row => Part(row).Figure("largest_class")?.Exact(row.Row)).Aggregate((Rational?)null, (most, each) => each is null || most >= each ? most : each);

    public Rational? Grade(int grade) => Sum(string.Create(CultureInfo.InvariantCulture, $"pupils_grade_{grade}"), StageOf(grade));

    public static IEnumerable<int> GradesOf(Stage stage) => stage == Stage.Primary ? Enumerable.Range(1, LastPrimaryGrade) : Enumerable.Range(LastPrimaryGrade + 1, LastGrade - LastPrimaryGrade);

    private static Stage StageOf(int grade) => grade <= LastPrimaryGrade ? Stage.Primary : Stage.Junior;

    private Rational? Sum(string column, Stage stage)
    {
        var cells = _rows.Where(row => Has(row, stage)).Select(row => Cell(row, column, stage)).ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => cell is not null) ? cells.Aggregate(Rational.Zero, (sum, cell) => sum + cell!.Value) : null;
    }

    private Rational? Total(string column)
    {
        var cells = _rows.Select(row => Part(row).Figure(column)?.Exact(row.Row)).ToList();
        return cells.TrueForAll(cell => cell is not null) ? cells.Aggregate(Rational.Zero, (sum, cell) => sum + cell!.Value) : null;
    }

    private StatisticsPart Part(RowRef row) => _table.PartOf(row);

    private bool Has(RowRef row, Stage stage) =>
        Part(row).Layout == TableLayout.Unit ? Part(row).StageOf(row.Row) == stage : Part(row).Figure($"enrolment_{stage.Id()}")?.Value(row.Row) is > 0;

    private Rational? Cell(RowRef row, string column, Stage stage) => (Part(row).Figure($"{column}_{stage.Id()}") ?? Part(row).Figure(column))?.Exact(row.Row);
}
