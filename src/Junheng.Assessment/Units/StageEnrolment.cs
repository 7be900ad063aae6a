using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>
/// The pupils of one stage for every row of a part, campuses already added to their main school: what scope and weights are taken from.
/// A sum with a blank in it is missing; a campus whose type lacks the stage has no part in it.
/// </summary>
internal sealed class StageEnrolment
{
    private readonly NumberColumn? _column;
    private readonly bool[] _isKnown;
    private double[]? _merged;

    private StageEnrolment(NumberColumn? column, int rows)
    {
        _column = column;
        _isKnown = new bool[rows];
        if (column is null)
        {
            _merged = new double[rows];
        }

        column?.Present.CopyTo(_isKnown);
    }

    /// <summary>Pupils by row; 0 where unknown.</summary>
    public ReadOnlySpan<double> Pupils => _merged is null ? _column!.Values : _merged;

    /// <summary>Whether they are known, by row.</summary>
    public ReadOnlySpan<bool> IsKnown => _isKnown;

    /// <summary>The enrolment column of a part for a stage; all unknown where the sheet lacks it.</summary>
    public static StageEnrolment Of(StatisticsTable table, int part, Stage stage, Campuses campuses)
    {
        var source = table.Parts[part];
        var enrolment = new StageEnrolment(Column(source, stage), source.Count);
        foreach (var main in campuses.Mains)
        {
            if (main.Part == part)
            {
                enrolment.Merge(table, main, stage, campuses);
            }
        }

        return enrolment;
    }

    private static NumberColumn? Column(StatisticsPart part, Stage stage) =>
        part.Figure(part.Layout == TableLayout.Unit ? "enrolment" : $"enrolment_{stage.Id()}");

    private void Merge(StatisticsTable table, RowRef main, Stage stage, Campuses campuses)
    {
        var (pupils, isKnown) = (0.0, true);
        foreach (var row in campuses.RowsOf(main).Where(row => row == main || table.PartOf(row).SchoolTypeOf(row.Row).CanHave(stage)))
        {
            var figure = Column(table.PartOf(row), stage)?.Value(row.Row);
            isKnown &= figure is not null;
            pupils += figure ?? 0;
        }

        _merged ??= Pupils.ToArray();
        _merged[main.Row] = isKnown ? pupils : 0;
        _isKnown[main.Row] = isKnown;
    }
}
