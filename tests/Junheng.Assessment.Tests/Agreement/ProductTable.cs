using System.Collections.Frozen;
using System.Globalization;
using Junheng.Assessment.Tests.Reference;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>The rows of the reference as the product's table: the same cells, in the product's columns.</summary>
internal static class ProductTable
{
    /// <summary>Most significant digits that a double gives back.</summary>
    private const int DigitsOfDouble = 15;

    /// <summary>A unit table.</summary>
    public static StatisticsTable OfUnits(IReadOnlyList<ReferenceUnitRow> rows)
    {
        var figures = new Dictionary<string, NumberColumn>(StringComparer.Ordinal) { ["enrolment"] = Column(rows, row => row.Enrolment) };
        foreach (var item in ItemsOf(rows.Select(row => row.Items)))
        {
            figures[item] = Column(rows, row => row.Items.GetValueOrDefault(item));
        }

        return StatisticsTable.Of(
        [
            new StatisticsPart
            {
                Layout = TableLayout.Unit,
                File = "random.csv",
                Figures = figures.ToFrozenDictionary(StringComparer.Ordinal),
                SourceRows = [.. Enumerable.Range(2, rows.Count)],
                SourceColumns = FrozenDictionary<string, int>.Empty,
                CountyCode = TextColumn.Of([.. rows.Select(row => row.CountyCode)]),
                SchoolCode = TextColumn.Of([.. rows.Select(row => row.SchoolCode)]),
                Stages = [.. rows.Select(row => Stages.Parse(row.Stage))],
                SchoolTypes = [.. rows.Select(row => TypeOf(row.SchoolType))],
                OrganiserTypes = [.. rows.Select(row => (byte)(row.OrganiserType ?? 0))],
            },
        ]);
    }

    /// <summary>A school table; the type of a row without one is told from its stages, as the reader of files does.</summary>
    public static StatisticsTable OfSchools(IReadOnlyList<ReferenceSchoolRow> rows)
    {
        var figures = new Dictionary<string, NumberColumn>(StringComparer.Ordinal);
        foreach (var stage in ReferenceStages.All)
        {
            figures[$"enrolment_{stage}"] = Column(rows, row => row.Enrolment(stage));
        }

        foreach (var item in ItemsOf(rows.Select(row => row.Items)))
        {
            figures[item] = Column(rows, row => row.Items.GetValueOrDefault(item));
        }

        return StatisticsTable.Of(
        [
            new StatisticsPart
            {
                Layout = TableLayout.School,
                File = "random.csv",
                Figures = figures.ToFrozenDictionary(StringComparer.Ordinal),
                SourceRows = [.. Enumerable.Range(2, rows.Count)],
                SourceColumns = FrozenDictionary<string, int>.Empty,
                CountyCode = TextColumn.Of([.. rows.Select(row => row.CountyCode)]),
                SchoolCode = TextColumn.Of([.. rows.Select(row => row.SchoolCode)]),
                ParentSchoolCode = TextColumn.Of([.. rows.Select(row => row.ParentSchoolCode)]),
                SchoolTypes = [.. rows.Select(TypeOf)],
                OrganiserTypes = [.. rows.Select(row => (byte)(row.OrganiserType ?? 0))],
            },
        ]);
    }

    private static IEnumerable<string> ItemsOf(IEnumerable<IReadOnlyDictionary<string, string?>> rows) => rows.SelectMany(row => row.Keys).Distinct();

    private static NumberColumn Column<T>(IReadOnlyList<T> rows, Func<T, string?> cell)
    {
        var values = new double[rows.Count];
        var present = new PresenceBits(rows.Count);
        var exact = new Dictionary<int, string>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (cell(rows[row]) is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            values[row] = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            present.Set(row);
            if (text.Count(char.IsAsciiDigit) > DigitsOfDouble && Rational.FromShortestDecimal(values[row]) != Rational.ParseDecimal(text))
            {
                exact[row] = text;
            }
        }

        return new NumberColumn(values, present, exact.Count == 0 ? null : exact.ToFrozenDictionary());
    }

    private static SchoolType TypeOf(string? id) => id is null ? SchoolType.Unknown : SchoolTypes.Parse(id);

    private static SchoolType TypeOf(ReferenceSchoolRow row)
    {
        if (row.SchoolType is not null)
        {
            return TypeOf(row.SchoolType);
        }

        var pupils = ReferenceStages.All.Select(stage => ReferenceNumber.ParseCell(row.Enrolment(stage))).ToList();
        bool Counts(ReferenceNumber? number) => pupils.Exists(each => each is { Sign: > 0 }) ? number is { Sign: > 0 } : number is not null;
        return SchoolTypes.FromStages(Counts(pupils[0]), Counts(pupils[1]), Counts(pupils[2]));
    }
}
