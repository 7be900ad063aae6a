using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Reports;

/// <summary>
/// Figures of one stage of a row that no indicator needs but the form asks for. A figure given once for a school of several stages belongs to no one of them:
/// it is then not known, not divided.
/// </summary>
internal static class StageFigures
{
    private static readonly string[] _primaryGrades = [.. Enumerable.Range(1, 6).Select(grade => $"pupils_grade_{grade}")];
    private static readonly string[] _juniorGrades = [.. Enumerable.Range(7, 3).Select(grade => $"pupils_grade_{grade}")];

    /// <summary>A figure given per stage: its own column in the school layout, the plain one in the unit layout; null when blank.</summary>
    public static Rational? Staged(StatisticsTable table, RowRef row, Stage stage, string item)
    {
        var part = table.PartOf(row);
        return part.Figure(part.Layout == TableLayout.Unit ? item : $"{item}_{stage.Id()}")?.Exact(row.Row);
    }

    /// <summary>A figure given once for a school: it is the stage's own where the school has no other stage.</summary>
    public static Rational? Whole(StatisticsTable table, RowRef row, string item)
    {
        var part = table.PartOf(row);
        return part.SchoolTypeOf(row.Row) is SchoolType.Primary or SchoolType.TeachingPoint or SchoolType.Junior ? part.Figure(item)?.Exact(row.Row) : null;
    }

    /// <summary>Classes of the stage.</summary>
    public static Rational? Classes(StatisticsTable table, RowRef row, Stage stage) => Staged(table, row, stage, "stage_classes") ?? Whole(table, row, "classes");

    /// <summary>Grades of the stage; in a combined school those with pupils, where the pupils of every grade are given.</summary>
    public static Rational? Grades(StatisticsTable table, RowRef row, Stage stage)
    {
        if (Whole(table, row, "grades") is { } grades)
        {
            return grades;
        }

        var part = table.PartOf(row);
        var pupils = (stage == Stage.Primary ? _primaryGrades : _juniorGrades).Select(column => part.Figure(column)?.Exact(row.Row)).ToList();
        return pupils.TrueForAll(count => count is not null) ? Rational.FromInteger(pupils.Count(count => count!.Value.Sign > 0)) : null;
    }

    /// <summary>The sum; null when one is not known or there is none.</summary>
    public static Rational? Sum(IEnumerable<Rational?> figures)
    {
        Rational? sum = null;
        foreach (var figure in figures)
        {
            if (figure is not { } known)
            {
                return null;
            }

            sum = (sum ?? Rational.Zero) + known;
        }

        return sum;
    }
}
