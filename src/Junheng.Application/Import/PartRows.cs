using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Junheng.Domain.Numbers;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Import;

/// <summary>Takes rows out of the parts of one sheet into a part of their own; every cell keeps its place and its exact value.</summary>
public static class PartRows
{
    /// <summary>The rows as a part.</summary>
    /// <param name="rows">Rows of parts of one sheet, at least one.</param>
    public static StatisticsPart Gather(IReadOnlyList<(StatisticsPart Part, int Row)> rows)
    {
        var first = rows[0].Part;
        TextColumn? Texts(Func<StatisticsPart, TextColumn?> column) => column(first) is null ? null : TextColumn.Of([.. rows.Select(row => column(row.Part)?[row.Row])]);
        T[]? Codes<T>(Func<StatisticsPart, T[]?> column) => column(first) is null ? null : [.. rows.Select(row => column(row.Part)![row.Row])];
        return new StatisticsPart
        {
            Layout = first.Layout,
            CountyCode = Texts(part => part.CountyCode)!,
            SchoolCode = Texts(part => part.SchoolCode)!,
            CountyName = Texts(part => part.CountyName),
            SchoolName = Texts(part => part.SchoolName),
            Township = Texts(part => part.Township),
            ParentSchoolCode = Texts(part => part.ParentSchoolCode),
            Stages = Codes(part => part.Stages),
            SchoolTypes = Codes(part => part.SchoolTypes),
            OrganiserTypes = Codes(part => part.OrganiserTypes),
            Locales = Codes(part => part.Locales),
            ReportYears = Codes(part => part.ReportYears),
            Figures = first.Figures.Keys.ToFrozenDictionary(id => id, id => Numbers(rows, id), StringComparer.Ordinal),
            File = first.File,
            Sheet = first.Sheet,
            SourceRows = [.. rows.Select(row => row.Part.SourceRows[row.Row])],
            SourceColumns = first.SourceColumns,
            Places = Places(rows),
        };
    }

    /// <summary>The decimal text of a cell that its double does not give back; null where it does.</summary>
    public static string? ExactText(NumberColumn column, int row)
    {
        if (column.Exact(row) is not { } exact || exact == Rational.FromShortestDecimal(column.Values[row]))
        {
            return null;
        }

        var decimals = 0;
        for (; !exact.IsInteger; decimals++)
        {
            exact *= 10;
        }

        return decimals == 0 ? exact.Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture) : Point(exact.Numerator, decimals);
    }

    /// <summary>The places of the rows' cells, told with the sheets and patterns of all their parts; null where the parts stand in one sheet.</summary>
    private static CellPlaces? Places(IReadOnlyList<(StatisticsPart Part, int Row)> rows)
    {
        var all = rows.Select(row => row.Part.Places).OfType<CellPlaces>().Distinct().ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var sheets = all.SelectMany(places => places.Sheets).Distinct().ToImmutableArray();
        var patterns = ImmutableArray.Create(ImmutableArray<CellStep>.Empty);
        foreach (var pattern in all.SelectMany(places => places.Patterns.Skip(1)).Where(pattern => !patterns.Any(known => known.SequenceEqual(pattern))))
        {
            patterns = patterns.Add(pattern);
        }

        CellPlace Moved(CellPlaces from, CellPlace place) => !place.IsSomewhere ? default : place with
        {
            Sheet = sheets.IndexOf(from.Sheets[place.Sheet]),
            Pattern = patterns.TakeWhile(known => !known.SequenceEqual(from.Patterns[place.Pattern])).Count(),
        };

        CellPlace Of(StatisticsPart part, int row, string id) =>
            part.Places is { } places && places.Columns.TryGetValue(id, out var column) ? Moved(places, column[row]) : default;

        var ids = all.SelectMany(places => places.Columns.Keys).Distinct(StringComparer.Ordinal);
        return new CellPlaces(sheets, patterns, ids.ToFrozenDictionary(id => id, id => rows.Select(row => Of(row.Part, row.Row, id)).ToImmutableArray(), StringComparer.Ordinal));
    }

    private static string Point(BigInteger digits, int decimals)
    {
        var text = BigInteger.Abs(digits).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{(digits.Sign < 0 ? "-" : "")}{text[..^decimals]}.{text[^decimals..]}";
    }

    private static NumberColumn Numbers(IReadOnlyList<(StatisticsPart Part, int Row)> rows, string id)
    {
        var values = new double[rows.Count];
        var present = new PresenceBits(rows.Count);
        var exact = new Dictionary<int, string>();
        for (var at = 0; at < rows.Count; at++)
        {
            var (part, row) = rows[at];
            if (part.Figure(id) is { } column && column.IsPresent(row))
            {
                values[at] = column.Values[row];
                present.Set(at);
                if (ExactText(column, row) is { } text)
                {
                    exact[at] = text;
                }
            }
        }

        return new NumberColumn(values, present, exact.Count == 0 ? null : exact.ToFrozenDictionary());
    }
}
