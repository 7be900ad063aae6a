using System.Collections.Frozen;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Statistics;

namespace Junheng.Application.WhatIf;

/// <summary>A table in which some cells say something else. The table that it comes from stays as it is.</summary>
internal static class ScenarioTable
{
    /// <summary>The table with cells changed.</summary>
    /// <param name="table">The baseline.</param>
    /// <param name="cells">Row, column and decimal text; an empty text makes the cell blank.</param>
    public static StatisticsTable Of(StatisticsTable table, IReadOnlyCollection<(RowRef Row, string Column, string Text)> cells)
    {
        if (cells.Count == 0)
        {
            return table;
        }

        var parts = table.Parts.ToBuilder();
        foreach (var ofPart in cells.GroupBy(cell => cell.Row.Part))
        {
            var part = parts[ofPart.Key];
            var figures = part.Figures.ToDictionary(StringComparer.Ordinal);
            foreach (var ofColumn in ofPart.GroupBy(cell => cell.Column))
            {
                figures[ofColumn.Key] = Changed(part.Figure(ofColumn.Key), part.Count, ofColumn.ToDictionary(cell => cell.Row.Row, cell => cell.Text));
            }

            parts[ofPart.Key] = part.WithFigures(figures.ToFrozenDictionary(StringComparer.Ordinal));
        }

        return StatisticsTable.Of(parts.ToImmutable());
    }

    private static NumberColumn Changed(NumberColumn? column, int count, Dictionary<int, string> texts)
    {
        var values = new double[count];
        var present = new PresenceBits(count);
        var exact = new Dictionary<int, string>();
        for (var row = 0; row < count; row++)
        {
            if (texts.TryGetValue(row, out var text))
            {
                values[row] = text.Length == 0 ? 0 : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            }
            else if (column?.Value(row) is { } figure)
            {
                values[row] = figure;
                text = column.HasLongTexts ? ScenarioGrid.TextOf(column, row) : null;
            }
            else
            {
                continue;
            }

            if (text?.Length == 0)
            {
                continue;
            }

            present.Set(row);
            if (text is not null && Rational.FromShortestDecimal(values[row]) != Rational.ParseDecimal(text))
            {
                exact[row] = text;
            }
        }

        return new NumberColumn(values, present, exact.Count == 0 ? null : exact.ToFrozenDictionary());
    }
}
