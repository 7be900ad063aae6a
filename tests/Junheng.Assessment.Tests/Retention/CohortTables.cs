using System.Collections.Frozen;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Tests.Retention;

/// <summary>Small school tables of several report years, with the cells that a cohort's retention needs.</summary>
internal static class CohortTables
{
    /// <summary>A table; a row's cells are column and figure, absent ones blank.</summary>
    public static StatisticsTable Of(params (int Year, string School, (string Column, double Figure)[] Cells)[] rows)
    {
        var columns = rows.SelectMany(row => row.Cells.Select(cell => cell.Column)).Distinct(StringComparer.Ordinal);
        return StatisticsTable.Of(
        [
            new StatisticsPart
            {
                Layout = TableLayout.School,
                File = "cohorts.csv",
                Figures = columns.ToFrozenDictionary(column => column, column => NumberColumn.Of([.. rows.Select(row => row.Cells.Where(cell => cell.Column == column).Select(cell => (double?)cell.Figure).FirstOrDefault())]), StringComparer.Ordinal),
                SourceRows = [.. Enumerable.Range(2, rows.Length)],
                SourceColumns = FrozenDictionary<string, int>.Empty,
                CountyCode = TextColumn.Of([.. rows.Select(_ => "1")]),
                SchoolCode = TextColumn.Of([.. rows.Select(row => row.School)]),
                SchoolName = TextColumn.Of([.. rows.Select(row => row.School + "校")]),
                SchoolTypes = [.. rows.Select(row => row.Cells.Any(cell => cell.Column == "enrolment_primary") ? SchoolType.NineYear : SchoolType.Junior)],
                ReportYears = [.. rows.Select(row => row.Year)],
            },
        ]);
    }
}
