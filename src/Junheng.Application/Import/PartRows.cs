using System.Collections.Frozen;
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
