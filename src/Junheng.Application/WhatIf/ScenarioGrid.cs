using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Counties;
using Junheng.Application.Import;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.WhatIf;

/// <summary>A column that can be changed.</summary>
/// <param name="Id">Public column id, staged where staged.</param>
/// <param name="Definition">The column.</param>
/// <param name="Stage">The stage that it belongs to; none = shared by all stages, or the row's own.</param>
public sealed record ScenarioColumn(string Id, ColumnDefinition Definition, Stage Stage);

/// <summary>A cell that can be changed.</summary>
/// <param name="Key">Its key in an overlay.</param>
/// <param name="Column">Its column.</param>
/// <param name="Text">What the baseline has there, exactly; empty = blank.</param>
public sealed record ScenarioCell(string Key, ScenarioColumn Column, string Text);

/// <summary>A row of the table of schools.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="School">School code.</param>
/// <param name="Name">The school's name; the code where there is none.</param>
/// <param name="Stage">Its stage in the unit layout; none in the school layout.</param>
/// <param name="Cells">One a column of the grid; null where the school has no such cell.</param>
public sealed record ScenarioRow(RowRef Row, string School, string Name, Stage Stage, ImmutableArray<ScenarioCell?> Cells);

/// <summary>What of a county's table of schools a scenario may change: pupils and the items that indicators count, of the report year judged.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows in the order of school codes.</param>
public sealed record ScenarioGrid(ImmutableArray<ScenarioColumn> Columns, ImmutableArray<ScenarioRow> Rows)
{
    /// <summary>The grid of a county as judged.</summary>
    public static ScenarioGrid Of(CountyOnFile county) => Of(county.Report.Result, county.County);

    /// <summary>The grid of a county of a result.</summary>
    public static ScenarioGrid Of(AssessmentResult result, CountyAssessment county)
    {
        var raw = result.Units.Raw;
        var standard = result.InForce.Standard;
        var rows = raw.Counties.First(each => each.Code == county.Code).Rows()
            .Where(row => raw.PartOf(row).ReportYearOf(row.Row) is var year && (year == 0 || year == county.ReportYear))
            .ToList();
        var layouts = rows.Select(row => raw.PartOf(row).Layout).Distinct().Order();
        var columns = layouts.SelectMany(layout => ColumnsOf(standard, layout)).ToImmutableArray();
        return new ScenarioGrid(
            columns,
            [.. rows.Select(row => RowOf(raw.PartOf(row), row, columns, standard)).Where(row => row.Cells.Any(cell => cell is not null)).OrderBy(row => row.School, StringComparer.Ordinal).ThenBy(row => row.Stage)]);
    }

    /// <summary>A figure exactly as decimal text; empty where it is missing.</summary>
    internal static string TextOf(NumberColumn? column, int row) => column is null || !column.IsPresent(row)
        ? ""
        : PartRows.ExactText(column, row) ?? column.Values[row].ToString("R", CultureInfo.InvariantCulture);

    private static IEnumerable<ScenarioColumn> ColumnsOf(Standard standard, TableLayout layout)
    {
        var ids = standard.RequiredItems.Prepend("enrolment").Select(id => standard.Columns[id]).OfType<ColumnDefinition>();
        if (layout == TableLayout.Unit)
        {
            return ids.Select(column => new ScenarioColumn(column.Id, column, Stage.None));
        }

        var indoor = standard.IndoorSports is { } rule ? standard.Columns[rule.Item] : null;
        return ids.Concat(indoor is null ? [] : [indoor]).SelectMany(column => !column.IsStaged
            ? [new ScenarioColumn(column.Id, column, Stage.None)]
            : Stages.All.Where(stage => standard.Stages.Contains(stage) || (column.Id == "enrolment" && stage == Stage.Senior)).Select(stage => new ScenarioColumn($"{column.Id}_{stage.Id()}", column, stage)));
    }

    private static ScenarioRow RowOf(StatisticsPart part, RowRef row, ImmutableArray<ScenarioColumn> columns, Standard standard)
    {
        var (school, stage, type) = (part.SchoolCode[row.Row], part.StageOf(row.Row), part.SchoolTypeOf(row.Row));
        ScenarioCell? Cell(ScenarioColumn column)
        {
            var isHere = part.Layout == TableLayout.Unit
                ? !column.Definition.IsStaged || column.Stage == Stage.None
                : column.Stage == Stage.None ? !column.Definition.IsStaged && standard.Stages.Any(each => type.CanHave(each)) : type.CanHave(column.Stage);
            return isHere ? new ScenarioCell(new ScenarioChange.Cell(school, stage, column.Id, "").Key, column, TextOf(part.Figure(column.Id), row.Row)) : null;
        }

        var name = part.SchoolName?[row.Row] ?? "";
        return new ScenarioRow(row, school, name.Length > 0 ? name : school, stage, [.. columns.Select(Cell)]);
    }
}
