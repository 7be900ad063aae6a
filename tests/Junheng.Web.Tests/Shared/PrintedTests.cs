using Junheng.Domain.Numbers;
using Junheng.Web.Shared;

namespace Junheng.Web.Tests.Shared;

public class PrintedTests
{
    [Theory]
    [InlineData("4.195", 2, "4.20")]
    [InlineData("4.1949", 2, "4.19")]
    [InlineData("0.005", 2, "0.01")]
    [InlineData("-0.005", 2, "−0.01")]
    [InlineData("1234567.5", 0, "1,234,568")]
    [InlineData("0", 3, "0.000")]
    public void Rounds_half_away_from_zero_to_the_digits_of_the_form(string value, int digits, string expected) =>
        Assert.Equal(expected, Printed.Fixed(Rational.ParseDecimal(value), digits));

    [Theory]
    [InlineData("6.3750", "6.375")]
    [InlineData("2000", "2,000")]
    [InlineData("0.5", "0.5")]
    public void Norms_stand_as_they_are_written(string value, string expected) => Assert.Equal(expected, Printed.AsWritten(Rational.ParseDecimal(value)));

    [Fact]
    public void Shortfalls_are_rounded_up() => Assert.Equal("3", Printed.Whole(Rational.ParseDecimal("2.01")));

    [Fact]
    public void Missing_is_a_dash_and_never_zero() => Assert.Equal("—", Printed.Fixed((Rational?)null, 2));
}
