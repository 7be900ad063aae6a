using Junheng.Application.Explain;
using Junheng.Assessment.Results;
using Junheng.Assessment.Traces;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Reports;

/// <summary>Traces and shortfalls in words.</summary>
internal static class CellWords
{
    private const int ShareDigits = 2;

    /// <summary>The amounts as the table gives them, before any split: <c>9656.31 − 1119.89</c>.</summary>
    public static string Amounts(FigureTrace trace)
    {
        var text = "";
        foreach (var cell in trace.Numerator)
        {
            var amount = cell.Cell is { } known ? ExactText.Of(known) : "（缺）";
            text += text.Length == 0 ? amount : IsTakenOut(cell) ? $" − {amount}" : $" + {amount}";
        }

        return text;
    }

    /// <summary>The stage's share of a shared resource; empty where nothing is divided.</summary>
    public static string Share(FigureTrace trace)
    {
        if (trace.Numerator.Any(cell => cell.Coefficient is null))
        {
            return "缺在校生数，无法拆分";
        }

        var share = trace.Numerator.Select(cell => Magnitude(cell.Coefficient!.Value)).FirstOrDefault(each => each != Rational.One && each.Sign > 0);
        return share.Sign > 0 ? $"{PrintedFigure.Of(Rational.FromInteger(100) * share, ShareDigits)!.Text}%" : "";
    }

    /// <summary>Where the cells stand, each with what it adds: <c>教学及辅助用房面积 schools.csv › X23 = 4210.5 × 0.4300</c>.</summary>
    public static string Sources(IEnumerable<TracedCell> cells) => string.Join("；", cells.Select(cell =>
    {
        var amount = cell.Cell is { } known ? ExactText.Of(known) : "缺";
        var factor = cell.Coefficient is { } coefficient && coefficient != Rational.One ? $" × {ExactText.Of(coefficient)}" : "";
        return $"{cell.Title.Zh} [{cell.Origin}] = {amount}{factor}";
    }));

    /// <summary>What is lacking to the norm, in whole things so that it suffices: <c>80 ㎡教学及辅助用房</c>.</summary>
    public static string Shortfall(IndicatorFinding finding, ColumnCatalogue columns) =>
        finding.ShortfallToNorm is { Sign: > 0 } lacking && columns[finding.Indicator.Item] is { } item
            ? $"{Rational.FromInteger(lacking.Ceiling())} {item.Measure.Zh}{item.Short.Zh}"
            : "";

    /// <summary>A column's name; the stage before it where it is given per stage.</summary>
    public static string Column(ColumnCatalogue columns, string id)
    {
        foreach (var (suffix, word) in new[] { ("", ""), ("_primary", "小学"), ("_junior", "初中"), ("_senior", "高中") })
        {
            if (id.EndsWith(suffix, StringComparison.Ordinal) && columns[id[..^suffix.Length]] is { } column)
            {
                return word + column.Title.Zh;
            }
        }

        return id;
    }

    private static bool IsTakenOut(TracedCell cell) => cell.Coefficient is { Sign: < 0 };

    private static Rational Magnitude(Rational value) => value.Sign < 0 ? -value : value;
}
