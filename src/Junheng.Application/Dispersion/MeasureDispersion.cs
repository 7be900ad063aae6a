using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Assessment.Dispersion;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Dispersion;

/// <summary>The dispersion of one group of rows.</summary>
/// <param name="Key">The group's value.</param>
/// <param name="Summary">Its measures.</param>
public sealed record DispersionGroup(string Key, DispersionSummary Summary);

/// <summary>The dispersion of a table's rows.</summary>
/// <param name="Columns">The columns it was asked of.</param>
/// <param name="All">Over all rows, also those without a group.</param>
/// <param name="Groups">One a non-blank value of the grouping column, sorted by key (ordinal).</param>
/// <param name="Findings">Warnings of negative figures, notes of reading.</param>
public sealed record DispersionReport(DispersionColumns Columns, DispersionSummary All, ImmutableArray<DispersionGroup> Groups, ImmutableArray<Finding> Findings);

/// <summary>What came of it.</summary>
public abstract record DispersionOutcome
{
    private DispersionOutcome()
    {
    }

    /// <summary>The table or its columns cannot be read: everything that is wrong.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : DispersionOutcome;

    /// <summary>The measures.</summary>
    public sealed record Measured(DispersionReport Report) : DispersionOutcome;
}

/// <summary>
/// Use case: how unequal the rows of any table are in one quantity per head. A row counts when both figures are there and the denominator is above zero.
/// </summary>
public sealed class MeasureDispersion(INamedColumns tables)
{
    private const int MostNegativesNamed = 20;

    /// <summary>Reads the columns and measures all rows and each group.</summary>
    public DispersionOutcome Run(InputFile input, DispersionColumns columns, Language language)
    {
        var reading = tables.Read(input, columns, language);
        if (reading.Rows is not { } rows)
        {
            return new DispersionOutcome.Refused(reading.Findings);
        }

        var groups = columns.By is null
            ? []
            : rows.Where(row => row.Key is not null)
                .GroupBy(row => row.Key!, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new DispersionGroup(group.Key, Summary([.. group])))
                .ToImmutableArray();
        return new DispersionOutcome.Measured(
            new DispersionReport(columns, Summary(rows), groups, [.. reading.Findings, .. Negatives(rows, columns, reading, language)]));
    }

    private static bool Counts(NamedRow row) => row is { Numerator: not null, Denominator: > 0 };

    private static DispersionSummary Summary(IReadOnlyList<NamedRow> rows)
    {
        var places = new List<Place>(rows.Count);
        foreach (var row in rows)
        {
            if (Counts(row))
            {
                places.Add(new Place(row.Numerator!.Value, row.Denominator!.Value));
            }
        }

        return DispersionSummary.Of(places, rows.Count - places.Count);
    }

    private static IEnumerable<Finding> Negatives(IReadOnlyList<NamedRow> rows, DispersionColumns columns, NamedColumnsReading reading, Language language)
    {
        var negative = rows.Where(row => Counts(row) && row.Numerator < 0).ToList();
        foreach (var row in negative.Take(MostNegativesNamed))
        {
            yield return new Finding(
                "dispersion.negative",
                Severity.Warning,
                new Origin(reading.File, reading.Sheet, Origin.CellName(row.Place.Row, row.Place.Column)),
                new LocalizedText($"“{columns.Numerator}”是负数，基尼系数和泰尔指数无法计算", $"'{columns.Numerator}' is negative, so Gini and Theil are undefined").In(language),
                new LocalizedText("核对该数；负数照样计入差异系数", "Check the figure; it does enter the coefficients of variation").In(language));
        }

        if (negative.Count > MostNegativesNamed)
        {
            var more = negative.Count - MostNegativesNamed;
            yield return new Finding(
                "dispersion.negative",
                Severity.Warning,
                new Origin(reading.File, reading.Sheet),
                new LocalizedText($"还有 {more} 行是负数", $"{more} more rows are negative").In(language),
                new LocalizedText("核对这些数", "Check these figures").In(language));
        }
    }
}
