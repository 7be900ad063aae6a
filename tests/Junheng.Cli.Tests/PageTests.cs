using Junheng.Cli.Pages;
using Junheng.Domain.Numbers;

namespace Junheng.Cli.Tests;

public sealed class PageTests
{
    [Fact]
    public void Chinese_characters_take_two_columns()
    {
        Assert.Equal(4, DisplayWidth.Of("均衡"));
        Assert.Equal(5, DisplayWidth.Of("212 ㎡"[..3] + "㎡"));
        Assert.Equal(3, DisplayWidth.Of("✓ a"));
        Assert.Equal(2, DisplayWidth.Of("𠮷"));
    }

    [Fact]
    public void Wrapping_loses_nothing_and_never_begins_a_line_with_a_comma()
    {
        const string text = "九年一贯制学校按 1:1.1 拆分后，小学部达标，初中部两项低于标准 and then some English words follow。";

        var lines = DisplayWidth.Wrap(text, 20);

        Assert.All(lines, line => Assert.True(DisplayWidth.Of(line) <= 22, line));
        Assert.DoesNotContain(lines, line => line.StartsWith('，') || line.StartsWith('。'));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_cannot_steer_the_terminal()
    {
        Assert.Equal("a[31mb\n", new Page(80, hasColour: false).Line("a\u001b[31mb\u0007").ToString());
    }

    [Fact]
    public void Colour_is_only_beside_words()
    {
        Assert.Equal("✗ 未达标\n", new Page(80, hasColour: false).Line("✗ 未达标", Tone.Bad).ToString());
        Assert.Equal("\u001b[31m✗ 未达标\u001b[0m\n", new Page(80, hasColour: true).Line("✗ 未达标", Tone.Bad).ToString());
    }

    [Theory]
    [InlineData("4.195", 2, "4.20")]
    [InlineData("-4.195", 2, "-4.20")]
    [InlineData("0.0005", 3, "0.001")]
    [InlineData("-0.0004", 3, "0.000")]
    [InlineData("12", 0, "12")]
    public void Figures_are_printed_half_away_from_zero(string value, int digits, string expected)
    {
        Assert.Equal(expected, PrintedNumber.Of(Rational.ParseDecimal(value), digits));
    }

    [Fact]
    public void What_must_be_provided_is_rounded_up()
    {
        Assert.Equal("1,235", PrintedNumber.WholeUp(Rational.ParseDecimal("1234.01")));
        Assert.Equal("0.50", PrintedNumber.Limit(Rational.ParseDecimal("0.5")));
        Assert.Equal("0.455", PrintedNumber.Limit(Rational.ParseDecimal("0.455")));
    }
}
