using Junheng.Application.Reports;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Tests.Reports;

public sealed class PrintedFigureTests
{
    [Theory]
    [InlineData("4.195", 2, "4.20")]
    [InlineData("4.194999", 2, "4.19")]
    [InlineData("-0.005", 2, "-0.01")]
    [InlineData("85", 1, "85.0")]
    [InlineData("0.5", 0, "1")]
    [InlineData("2.5", 0, "3")]
    public void Rounds_half_away_from_zero_and_shows_all_decimals(string value, int digits, string printed) =>
        Assert.Equal(printed, PrintedFigure.Of(Rational.ParseDecimal(value), digits)!.Text);

    [Fact]
    public void What_is_not_known_is_no_figure() => Assert.Null(PrintedFigure.Of((Rational?)null, 2));

    [Fact]
    public void Next_to_a_half_the_exact_value_decides()
    {
        var below = PrintedFigure.Of(0.5005, 3, () => Rational.ParseDecimal("0.500"));
        var plain = PrintedFigure.Of(0.5004, 3, () => throw new InvalidOperationException("Not near a half."));

        Assert.Equal("0.500", below!.Text);
        Assert.Equal("0.500", plain!.Text);
    }
}
