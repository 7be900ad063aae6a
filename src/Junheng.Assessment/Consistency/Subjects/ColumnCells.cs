using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Consistency.Subjects;

/// <summary>A cell of a figure.</summary>
/// <param name="Column">The column of its sheet.</param>
/// <param name="Row">Its row.</param>
/// <param name="SheetColumn">The id under which the sheet has the column.</param>
/// <param name="Stage">The stage that it speaks of; none for a whole school.</param>
internal readonly record struct CellAt(NumberColumn Column, RowRef Row, string SheetColumn, Stage Stage);

/// <summary>The cells of one check column for any school or unit: a figure is the sum of its cells, missing where one of them is.</summary>
internal sealed class ColumnCells
{
    /// <summary>A figure has at most this many cells.</summary>
    public const int Most = 2;

    private readonly CheckedSchools _schools;
    private readonly CheckColumn _column;
    private readonly NumberColumn?[] _plain;
    private readonly NumberColumn?[][] _staged;

    public ColumnCells(CheckedSchools schools, CheckColumn column)
    {
        (_schools, _column) = (schools, column);
        var (parts, id) = (schools.Table.Parts, column.Definition.Id);
        _plain = [.. parts.Select(part => part.Figure(id))];
        _staged = column.Rule is CellRule.OfStage or CellRule.SumOfStages
            ? [.. Stages.All.Select(stage => parts.Select(part => part.Figure(part.Layout == TableLayout.School ? $"{id}_{stage.Id()}" : id)).ToArray())]
            : [];
    }

    /// <summary>Whether any sheet has the column at all.</summary>
    public bool IsAnywhere => Array.Exists(_plain, column => column is not null) || Array.Exists(_staged, stage => Array.Exists(stage, column => column is not null));

    /// <summary>Writes the cells of a subject; returns their number, or −1 where the figure is missing.</summary>
    /// <param name="subject">A school, or a unit for a column of units.</param>
    /// <param name="cells">At least <see cref="Most"/> long.</param>
    public int Read(int subject, Span<CellAt> cells)
    {
        if (_column.IsPrevious)
        {
            subject = _column.Level == CheckLevel.Unit ? _schools.Units[subject].Previous : _schools.Schools[subject].Previous;
            if (subject < 0)
            {
                return -1;
            }
        }

        return _column.Level == CheckLevel.Unit ? Staged(_schools.Units[subject].Row, _schools.Units[subject].Stage, cells, 0) : OfSchool(_schools.Schools[subject], cells);
    }

    /// <summary>Writes the figures of the first subjects as doubles.</summary>
    /// <param name="values">One a subject; 0 where missing.</param>
    /// <param name="present">One a subject.</param>
    public void Fill(double[] values, bool[] present)
    {
        if (_column.Level == CheckLevel.Unit)
        {
            FillUnits(values, present);
        }
        else if (_schools.IsOneRowEach && _column.Rule != CellRule.SumOfStages)
        {
            FillSchools(_column.Rule == CellRule.OfStage ? _staged[(int)_column.Stage - 1] : _plain, values, present);
        }
        else
        {
            Span<CellAt> cells = new CellAt[Most];
            for (var subject = 0; subject < values.Length; subject++)
            {
                present[subject] = TryValue(subject, cells, out values[subject]);
            }
        }
    }

    /// <summary>The figure as a double; false where it is missing.</summary>
    public bool TryValue(int subject, Span<CellAt> cells, out double value)
    {
        value = 0;
        var count = Read(subject, cells);
        for (var at = 0; at < count; at++)
        {
            value += cells[at].Column.Values[cells[at].Row.Row];
        }

        return count > 0;
    }

    /// <summary>The figure exactly, or null where it is missing.</summary>
    public Rational? Exact(int subject)
    {
        var cells = new CellAt[Most];
        var count = Read(subject, cells);
        return count <= 0 ? null : cells.AsSpan(0, count).ToArray().Aggregate(Rational.Zero, (sum, cell) => sum + cell.Column.Exact(cell.Row.Row)!.Value);
    }

    private void FillUnits(double[] values, bool[] present)
    {
        var units = _schools.Units;
        for (var at = 0; at < values.Length; at++)
        {
            var unit = _column.IsPrevious ? units[at].Previous : at;
            if (unit >= 0)
            {
                ref readonly var found = ref units[unit];
                (values[at], present[at]) = Figure(_staged[(int)found.Stage - 1][found.Row.Part], found.Row.Row);
            }
        }
    }

    private void FillSchools(NumberColumn?[] columns, double[] values, bool[] present)
    {
        var schools = _schools.Schools;
        for (var at = 0; at < values.Length; at++)
        {
            var school = _column.IsPrevious ? schools[at].Previous : at;
            if (school >= 0)
            {
                var row = schools[school].First;
                (values[at], present[at]) = Figure(columns[row.Part], row.Row);
            }
        }
    }

    private static (double Value, bool IsPresent) Figure(NumberColumn? column, int row) =>
        column is not null && column.IsPresent(row) ? (column.Values[row], true) : (0, false);

    private int OfSchool(in CheckedSchool school, Span<CellAt> cells) => _column.Rule switch
    {
        CellRule.Shared => Shared(school.First, cells, 0) is > 0 and var here ? here : school.Second is { } second ? Shared(second, cells, 0) : -1,
        CellRule.SharedAdditive => school.Second is { } other ? Both(Shared(school.First, cells, 0), other, cells) : Shared(school.First, cells, 0),
        CellRule.OfStage => OneStage(school, cells),
        _ => AllStages(school, cells),
    };

    private int Both(int first, RowRef other, Span<CellAt> cells) => first < 0 ? -1 : Shared(other, cells, first);

    private int Shared(RowRef row, Span<CellAt> cells, int at)
    {
        if (_plain[row.Part] is not { } column || !column.IsPresent(row.Row))
        {
            return -1;
        }

        cells[at] = new CellAt(column, row, _column.Definition.Id, Stage.None);
        return at + 1;
    }

    private int OneStage(in CheckedSchool school, Span<CellAt> cells)
    {
        if (_schools.Table.Parts[school.First.Part].Layout == TableLayout.School)
        {
            return Staged(school.First, _column.Stage, cells, 0);
        }

        for (var unit = school.FirstUnit; unit < school.FirstUnit + school.Units; unit++)
        {
            if (_schools.Units[unit].Stage == _column.Stage)
            {
                return Staged(_schools.Units[unit].Row, _column.Stage, cells, 0);
            }
        }

        return -1;
    }

    private int AllStages(in CheckedSchool school, Span<CellAt> cells)
    {
        var at = school.Units is 0 or > Most ? -1 : 0;
        for (var unit = school.FirstUnit; at >= 0 && unit < school.FirstUnit + school.Units; unit++)
        {
            at = Staged(_schools.Units[unit].Row, _schools.Units[unit].Stage, cells, at);
        }

        return at;
    }

    private int Staged(RowRef row, Stage stage, Span<CellAt> cells, int at)
    {
        if (_staged[(int)stage - 1][row.Part] is not { } column || !column.IsPresent(row.Row))
        {
            return -1;
        }

        cells[at] = new CellAt(column, row, _schools.Table.Parts[row.Part].Layout == TableLayout.School ? $"{_column.Definition.Id}_{stage.Id()}" : _column.Definition.Id, stage);
        return at + 1;
    }
}
