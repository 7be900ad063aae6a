using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Domain.Numbers;

namespace Junheng.Domain.Tests;

public class RationalTests
{
    [Theory]
    [InlineData("4.2", 21, 5)]
    [InlineData("-0.50", -1, 2)]
    [InlineData("1.2E+3", 1200, 1)]
    [InlineData("25e-1", 5, 2)]
    [InlineData("007", 7, 1)]
    [InlineData(".5", 1, 2)]
    [InlineData("5.", 5, 1)]
    public void A_decimal_text_is_read_exactly_in_lowest_terms(string text, int numerator, int denominator)
    {
        var value = Rational.ParseDecimal(text);

        Assert.Equal(numerator, value.Numerator);
        Assert.Equal(denominator, value.Denominator);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1,5")]
    [InlineData("4.-2")]
    [InlineData("1e401")]
    [InlineData("1e")]
    [InlineData("½")]
    [InlineData("NaN")]
    [InlineData(" 1 2 ")]
    public void What_is_no_decimal_is_refused(string text)
    {
        Assert.False(Rational.TryParseDecimal(text, out _));
        Assert.Throws<FormatException>(() => Rational.ParseDecimal(text));
    }

    [Theory]
    [InlineData("4.195", 2, "4.2")]
    [InlineData("-4.195", 2, "-4.2")]
    [InlineData("0.5005", 3, "0.501")]
    [InlineData("0.50049999", 3, "0.5")]
    [InlineData("0.4", 0, "0")]
    [InlineData("0.5", 0, "1")]
    public void Rounding_is_half_away_from_zero(string value, int digits, string rounded) =>
        Assert.Equal(Rational.ParseDecimal(rounded), Rational.ParseDecimal(value).Round(digits));

    [Theory]
    [InlineData("2.1", 3, 2)]
    [InlineData("-2.1", -2, -3)]
    [InlineData("2", 2, 2)]
    [InlineData("-2", -2, -2)]
    [InlineData("0", 0, 0)]
    public void Ceiling_and_floor_bracket_a_value(string value, int ceiling, int floor)
    {
        Assert.Equal(ceiling, Rational.ParseDecimal(value).Ceiling());
        Assert.Equal(floor, Rational.ParseDecimal(value).Floor());
    }

    [Fact]
    public void Default_is_zero_with_denominator_one()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.Equal("0", default(Rational).ToString());
    }

    [Fact]
    public void A_zero_denominator_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => Rational.FromFraction(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.FromShortestDecimal(double.NaN));

    [Fact]
    public void The_nearest_double_is_what_parsing_the_decimal_gives() => Prop.ForAll<double>(value =>
    {
        if (!double.IsFinite(value))
        {
            return true;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return Rational.ParseDecimal(text).ToDouble().Equals(value == 0 ? 0 : value);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("5e-324")]
    [InlineData("2.5e-324")]
    [InlineData("2.4e-324")]
    [InlineData("2.2250738585072011e-308")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740992.5000000000000000000001")]
    [InlineData("0.1")]
    [InlineData("1e-400")]
    [InlineData("123456789012345678901234567890")]
    public void Hard_decimals_round_like_the_runtime(string text) =>
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), Rational.ParseDecimal(text).ToDouble());

    [Fact]
    public void Shortest_decimal_gives_back_the_decimal_of_a_cell() => Prop.ForAll<int, byte>((mantissa, places) =>
    {
        var text = (mantissa / (decimal)Math.Pow(10, places % 8)).ToString(CultureInfo.InvariantCulture);
        return Rational.FromShortestDecimal(double.Parse(text, CultureInfo.InvariantCulture)) == Rational.ParseDecimal(text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arithmetic_is_that_of_fractions() => Prop.ForAll<int, int, int>((a, b, c) =>
    {
        var (x, y, z) = (Fraction(a, 7), Fraction(b, 12), Fraction(c, 5));
        return (x + y) + z == x + (y + z) && x * (y + z) == (x * y) + (x * z) && x - y == -(y - x)
            && (y.Sign == 0 || x / y * y == x) && (x < y) == (y > x) && (x <= y) == !(x > y) && x.CompareTo(y) == -y.CompareTo(x);
    }).QuickCheckThrowOnFailure();

    private static Rational Fraction(int numerator, int denominator) => Rational.FromFraction(numerator, denominator);
}
