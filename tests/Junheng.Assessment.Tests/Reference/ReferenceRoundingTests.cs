namespace Junheng.Assessment.Tests.Reference;

/// <summary>Cases where the printed figure and the verdict part ways, and the exact printing of roots.</summary>
public sealed class ReferenceRoundingTests
{
    [Theory]
    [InlineData("83.92", "4.2", true)] // 4.196 prints 4.20
    [InlineData("83.9", "4.2", true)] // 4.195, half away from zero, prints 4.20
    [InlineData("83.89", "4.19", false)]
    [InlineData("84", "4.2", false)]
    [InlineData("71.3", "3.57", true)] // 3.565 prints the floor, 3.57
    [InlineData("71.29", "3.56", false)]
    public void A_value_that_prints_as_a_threshold_it_misses_is_sensitive(string teachers, string printed, bool sensitive)
    {
        var row = ReferenceTable.Unit("S1", "primary", ("above_degree_teachers", teachers));
        var unit = ReferenceTable.County(ReferenceStandard.QualityBalance2017, row).Unit("S1", "primary");
        Assert.Equal(ReferenceTable.Number(printed), unit["R1"].Value!.Printed(2));
        Assert.Equal(sensitive, unit["R1"].RoundingSensitive);
        Assert.Equal(sensitive ? ["R1"] : [], unit.RoundingSensitive);
    }

    [Theory]
    [InlineData("0.25040016", "0.500")]
    [InlineData("0.25050025", "0.501")]
    [InlineData("0.250500249999999999999999", "0.500")]
    [InlineData("0", "0")]
    [InlineData("2", "1.414")]
    public void Roots_print_the_rounding_of_the_exact_root(string square, string printed) =>
        Assert.Equal(ReferenceTable.Number(printed), ReferenceSquareRoot.Printed(ReferenceTable.Number(square), 3));

    [Theory]
    [InlineData("0.125", 2, "0.13")]
    [InlineData("-0.125", 2, "-0.13")]
    [InlineData("0.124999999999999999999999", 2, "0.12")]
    [InlineData("1.005", 2, "1.01")]
    public void Numbers_print_half_away_from_zero(string number, int decimals, string printed) =>
        Assert.Equal(ReferenceTable.Number(printed), ReferenceTable.Number(number).Printed(decimals));

    [Fact]
    public void Doubles_of_exact_numbers_are_the_nearest_ones()
    {
        Assert.Equal(1.0 / 3, ReferenceNumber.Of(1, 3).ToDouble());
        Assert.Equal(-0.1, ReferenceTable.Number("-0.1").ToDouble());
        Assert.Equal(1e-30, ReferenceTable.Number("1e-30").ToDouble());
        Assert.Equal(Math.Sqrt(2), ReferenceSquareRoot.ToDouble(ReferenceNumber.Of(2)));
        Assert.Equal(0.45, ReferenceSquareRoot.ToDouble(ReferenceTable.Number("0.2025")));
    }

    [Fact]
    public void A_composite_of_rational_roots_on_the_limit_is_met_and_just_above_is_not()
    {
        var limit = ReferenceTable.Number("0.65");
        var onLimit = ReferenceCompositeJudge.Judge([Square("0.5"), Square("0.8")], limit);
        Assert.Equal((ReferenceVerdict.Met, false), (onLimit.CvVerdict, onLimit.RoundingSensitive));
        var above = ReferenceCompositeJudge.Judge([Square("0.5"), Square("0.800000000000000000000000000001")], limit);
        Assert.Equal((ReferenceVerdict.NotMet, true), (above.CvVerdict, above.RoundingSensitive));
    }

    [Fact]
    public void A_composite_of_irrational_roots_is_enclosed_to_a_hundred_digits()
    {
        var composite = ReferenceCompositeJudge.Judge([ReferenceTable.Number("0.2"), ReferenceTable.Number("0.3")], ReferenceTable.Number("0.55"));
        Assert.True(composite.Lower! < composite.Upper!);
        Assert.True(composite.Upper! - composite.Lower! <= ReferenceNumber.PowerOfTen(-100));
        Assert.Equal((Math.Sqrt(0.2) + Math.Sqrt(0.3)) / 2, composite.Cv!.Value, 1e-15);
        Assert.Equal(ReferenceVerdict.Met, composite.CvVerdict);
    }

    private static ReferenceNumber Square(string root) => ReferenceTable.Number(root) * ReferenceTable.Number(root);
}
