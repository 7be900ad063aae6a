using System.Globalization;
using Junheng.Application.Templates;
using Junheng.Assessment.Standards;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Templates;

/// <summary>A column at the right that is computed, or only there to compare with; the reader passes over it.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Formula">The formula of a row; null for a column to compare with.</param>
/// <param name="LastYearColumn">The column of the year before that it repeats; null for a formula.</param>
/// <param name="IsWhole">Whether it counts whole things.</param>
internal sealed record ComputedColumn(string Heading, Func<int, string>? Formula, string? LastYearColumn, bool IsWhole = false);

/// <summary>The columns behind those that are filled in: last year's enrolment, its change, and a preview of every indicator.</summary>
internal sealed class ComputedColumns(TemplatePlan plan)
{
    /// <summary>The columns in order.</summary>
    public IEnumerable<ComputedColumn> All()
    {
        var next = plan.Columns.Length;
        if (!plan.LastYear.IsEmpty)
        {
            foreach (var column in plan.Columns.Where(column => column.Definition.Id == "enrolment"))
            {
                var (now, before) = (PositionOf(column.Id), next);
                yield return new ComputedColumn($"上年{TemplateHeadings.Name(column)}{Companions.ReferenceEnding}", null, column.Id);
                yield return new ComputedColumn(
                    $"{TemplateHeadings.Name(column)}增减{Companions.ComputedEnding}", row => $"IF(COUNT({At(row, now)},{At(row, before)})<2,\"\",{At(row, now)}-{At(row, before)})", null, IsWhole: true);
                next += 2;
            }
        }

        foreach (var indicator in plan.Standard.Indicators)
        {
            foreach (var stage in StagesOf(indicator))
            {
                yield return new ComputedColumn($"{(stage == Stage.None && plan.Layout == TableLayout.School ? "全校" : TemplateHeadings.Word(stage))}{indicator.Title.Zh}{Companions.ComputedEnding}", Ratio(indicator, stage), null);
            }
        }
    }

    /// <summary>By stage where all figures of the indicator are given by stage, else of the row as a whole.</summary>
    private IEnumerable<Stage> StagesOf(Indicator indicator) => plan.Layout == TableLayout.School && indicator.Numerator.All(item => plan.Standard.Columns[item.Item]!.IsStaged)
        ? plan.Standard.Stages.Where(stage => PositionOf($"enrolment_{stage.Id()}") >= 0)
        : [Stage.None];

    private Func<int, string> Ratio(Indicator indicator, Stage stage)
    {
        var pupils = (plan.Layout == TableLayout.Unit ? ["enrolment"] : stage != Stage.None ? [$"enrolment_{stage.Id()}"] : Stages.All.Select(each => $"enrolment_{each.Id()}"))
            .Select(PositionOf).Where(position => position >= 0).ToList();
        var items = indicator.Numerator.Select(item => (Position: PositionOf(stage == Stage.None ? item.Item : $"{item.Item}_{stage.Id()}"), item)).ToList();
        return row =>
        {
            var (total, figures) = ($"SUM({Cells(row, pupils)})", Cells(row, items.Select(item => item.Position)));
            var above = string.Join('+', items.Select(item => $"{Times(item.item.Coefficient)}{Corrected(item.item.Item, At(row, item.Position), row)}"));
            return $"IF(OR({total}=0,COUNT({figures})<{items.Count}),\"\",ROUND({Times(indicator.Scale)}({above})/{total},2))";
        };
    }

    /// <summary>Indoor sports area counts as sports area, where the sheet gives it.</summary>
    private string Corrected(string item, string cell, int row) => plan.Standard.IndoorSports is { } indoor && PositionOf(indoor.Item) is >= 0 and var position && (item == indoor.SubtractFrom || item == indoor.AddTo)
        ? $"({cell}{(item == indoor.SubtractFrom ? '-' : '+')}N({At(row, position)}))"
        : cell;

    private int PositionOf(string id) => plan.Columns.Select((column, at) => (column.Id, at)).Where(column => column.Id == id).Select(column => column.at).FirstOrDefault(-1);

    private static string Times(Rational factor) => factor == Rational.One ? "" : factor.ToDouble().ToString(CultureInfo.InvariantCulture) + "*";

    private static string Cells(int row, IEnumerable<int> positions) => string.Join(',', positions.Select(position => At(row, position)));

    private static string At(int row, int position) => Origin.CellName(row, position);
}
