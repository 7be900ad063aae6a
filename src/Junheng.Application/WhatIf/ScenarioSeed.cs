using Junheng.Application.Counties;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.WhatIf;

/// <summary>The scenario that a shortfall asks for: what if the school had what it lacks to the norm?</summary>
public static class ScenarioSeed
{
    private const int Decimals = 2;

    /// <summary>
    /// The overlay that adds what a unit lacks to the cell that the indicator counts. Where a nine-year school shares the thing between its stages, so much more is
    /// added that the stage's own part suffices. Empty where nothing is lacking or it cannot be said.
    /// </summary>
    /// <param name="county">The county as judged.</param>
    /// <param name="school">School code.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="indicator">The indicator.</param>
    public static ScenarioOverlay Of(CountyOnFile county, string school, Stage stage, string indicator)
    {
        var result = county.Report.Result;
        var k = result.InForce.Standard.IndexOf(indicator);
        if (county.County.Units.FirstOrDefault(each => each.SchoolCode == school && each.Stage == stage) is not { } unit
            || unit.Findings.FirstOrDefault(each => each.Indicator.Id == indicator) is not { ShortfallToNorm: { Sign: > 0 } lacking } finding)
        {
            return ScenarioOverlay.Nothing;
        }

        var terms = result.Units.Terms(unit.Unit, k).Where(term => term.Coefficient is { Sign: > 0 } && term.Column.StartsWith(finding.Indicator.Item, StringComparison.Ordinal)).ToList();
        var term = terms.FirstOrDefault(each => each.Row == result.Units.Units[unit.Unit].Row, terms.FirstOrDefault());
        if (term.Coefficient is not { } coefficient || CellOf(county, term.Row, term.Column) is not { } cell)
        {
            return ScenarioOverlay.Nothing;
        }

        var add = lacking / coefficient;
        var digits = result.InForce.Standard.Columns[finding.Indicator.Item] is { IsWhole: true } ? 0 : Decimals;
        var has = cell.Text.Length == 0 ? Rational.Zero : Rational.ParseDecimal(cell.Text);
        return ScenarioOverlay.Nothing.With(cell.Key, TextOf(has + RoundedUp(add, digits)));
    }

    private static ScenarioCell? CellOf(CountyOnFile county, RowRef row, string column) =>
        ScenarioGrid.Of(county).Rows.FirstOrDefault(each => each.Row == row)?.Cells.FirstOrDefault(cell => cell?.Column.Id == column);

    private static Rational RoundedUp(Rational value, int digits)
    {
        var scale = Rational.FromInteger(System.Numerics.BigInteger.Pow(10, digits));
        return Rational.FromInteger((value * scale).Ceiling()) / scale;
    }

    private static string TextOf(Rational value)
    {
        var decimals = 0;
        for (var scaled = value; !scaled.IsInteger; decimals++)
        {
            scaled *= 10;
        }

        var digits = (value * Rational.FromInteger(System.Numerics.BigInteger.Pow(10, decimals))).Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
    }
}
