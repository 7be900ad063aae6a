using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Retention;

/// <summary>Reads the operands of a cohort's retention from the raw rows: every school with pupils of the stage, whether the evaluation counts it or not.</summary>
internal sealed class CohortReading
{
    private readonly StatisticsTable _table;
    private readonly Cohort _cohort;
    private readonly int _year;
    private readonly ILookup<int, RowRef> _rowsByYear;

    public CohortReading(StatisticsTable table, Cohort cohort, int year)
    {
        (_table, _cohort, _year) = (table, cohort, year);
        _rowsByYear = table.Counties.SelectMany(county => county.Rows()).ToLookup(row => table.PartOf(row).ReportYearOf(row.Row));
        Graduating = Part("graduating", [(Grade(cohort.LastGrade), year, Cohort.StageOf(cohort.LastGrade))]);
        Entrants = Part("entrants", [(Grade(cohort.FirstGrade), year - cohort.Years, Cohort.StageOf(cohort.FirstGrade))]);
        In = Moves("moved_in");
        Out = Moves("moved_out");
        Died = Moves("died");
    }

    public CohortPart Graduating { get; }

    public CohortPart Entrants { get; }

    public CohortPart In { get; }

    public CohortPart Out { get; }

    public CohortPart Died { get; }

    /// <summary>What is missing, each column and year once.</summary>
    public ImmutableArray<CohortGap> Gaps() =>
    [
        .. new[] { Graduating, Entrants, In, Out, Died }
            .SelectMany(part => part.Columns)
            .Select(column => (column.Column, column.Year, Stage: StageOf(column.Column)))
            .Select(column => _rowsByYear.Contains(column.Year)
                ? new CohortGap(column.Column, column.Year, false, [.. RowsOf(column.Year, column.Stage).Where(row => Cell(row, column.Column, column.Stage) is null).Select(NameOf)])
                : new CohortGap(column.Column, column.Year, true, []))
            .Where(gap => gap.IsYearAbsent || gap.Schools.Length > 0),
    ];

    /// <summary>The schools that the cohort entered and graduates in.</summary>
    public ImmutableArray<SchoolRetention> Schools()
    {
        var (last, first) = (Cohort.StageOf(_cohort.LastGrade), Cohort.StageOf(_cohort.FirstGrade));
        if (last != first)
        {
            return [];
        }

        var before = RowsOf(_year - _cohort.Years, first).ToLookup(CodeOf, StringComparer.Ordinal);
        return [.. RowsOf(_year, last).OrderBy(CodeOf, StringComparer.Ordinal).Select(row => School(row, before[CodeOf(row)].Select(each => (RowRef?)each).FirstOrDefault(), last))];
    }

    private SchoolRetention School(RowRef row, RowRef? before, Stage stage)
    {
        var graduating = Cell(row, Grade(_cohort.LastGrade), stage);
        var entrants = before is { } then ? Cell(then, Grade(_cohort.FirstGrade), stage) : null;
        var (movedIn, movedOut, died) = (Cell(row, "cohort_moved_in", stage), Cell(row, "cohort_moved_out", stage), Cell(row, "cohort_died", stage));
        return new SchoolRetention(
            CodeOf(row),
            NameOf(row),
            graduating,
            entrants,
            movedIn,
            movedOut,
            died,
            CohortRetention.RateOf(graduating, movedIn, movedOut, entrants, died),
            graduating is { } g && entrants is { } e && movedIn is { } i && movedOut is { } o && died is { } d ? e + i - o - d - g : null,
            _table.PartOf(row).OriginOf(row.Row, Grade(_cohort.LastGrade)));
    }

    private CohortPart Moves(string id) => Part(id, [.. _cohort.Stages.Select(stage => ($"cohort_{id}", _year - _cohort.YearsSince(stage), stage))]);

    private CohortPart Part(string id, ImmutableArray<(string Column, int Year, Stage Stage)> columns)
    {
        var cells = columns.SelectMany(column => RowsOf(column.Year, column.Stage).Select(row => Cell(row, column.Column, column.Stage))).ToList();
        var isWhole = cells.Count > 0 && columns.All(column => _rowsByYear.Contains(column.Year)) && cells.TrueForAll(cell => cell is not null);
        return new CohortPart(
            id,
            [.. columns.Select(column => (column.Column.StartsWith("cohort_", StringComparison.Ordinal) ? $"{column.Column}_{column.Stage.Id()}" : column.Column, column.Year))],
            cells.Count,
            cells.Count(cell => cell is null),
            isWhole ? cells.Aggregate(Rational.Zero, (sum, cell) => sum + cell!.Value) : null);
    }

    private static Stage StageOf(string column) => Stages.All.FirstOrDefault(stage => column.EndsWith($"_{stage.Id()}", StringComparison.Ordinal)) is var named and not Stage.None
        ? named
        : Cohort.StageOf(int.Parse(column[(column.LastIndexOf('_') + 1)..], CultureInfo.InvariantCulture));

    /// <summary>The rows of a year that have pupils of a stage, or do not say that they have none.</summary>
    private IEnumerable<RowRef> RowsOf(int year, Stage stage) => _rowsByYear[year].Where(row =>
    {
        var part = _table.PartOf(row);
        return part.Layout == TableLayout.Unit
            ? part.StageOf(row.Row) == stage
            : part.Figure($"enrolment_{stage.Id()}") is { } enrolment && enrolment.Value(row.Row) is > 0;
    });

    /// <summary>A cell of a row: staged columns have the stage behind them in the school layout.</summary>
    private Rational? Cell(RowRef row, string column, Stage stage)
    {
        var part = _table.PartOf(row);
        var plain = column.EndsWith($"_{stage.Id()}", StringComparison.Ordinal) ? column[..^(stage.Id().Length + 1)] : column;
        return (part.Figure($"{plain}_{stage.Id()}") ?? part.Figure(plain))?.Exact(row.Row);
    }

    private string CodeOf(RowRef row) => _table.PartOf(row).SchoolCode[row.Row];

    private string NameOf(RowRef row) => _table.PartOf(row).SchoolName?[row.Row] is { Length: > 0 } name ? name : CodeOf(row);

    private static string Grade(int grade) => string.Create(CultureInfo.InvariantCulture, $"pupils_grade_{grade}");
}
