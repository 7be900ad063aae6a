using System.Globalization;
using System.Text;
using Junheng.Documents.Tables;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Tests.Tables;

public class ExactnessTests
{
    [Fact]
    public void Every_decimal_of_1_to_25_digits_is_the_nearest_double_and_keeps_its_exact_value()
    {
        var random = new Random(20170406);
        var cells = Enumerable.Range(0, 20_000).Select(_ => RandomDecimal(random)).ToArray();
        var (chunk, rows) = Sample.Csv("x\n" + string.Join('\n', cells) + "\n").Read("n");
        var column = chunk.Number(0);

        Assert.Equal(cells.Length, rows.RowCount);
        for (var row = 0; row < cells.Length; row++)
        {
            var exact = Rational.ParseDecimal(cells[row]);
            Assert.Equal(exact.ToDouble(), column.Values[row]);
            Assert.True(exact == column.Exact(row), cells[row]);
        }
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("0.1000000000000000055511151231257827")]
    [InlineData("12.333333333333334")]
    [InlineData("999999999999999.9")]
    [InlineData("4.9e-324")]
    [InlineData("2.2250738585072011e-308")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("1e-350")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1000000000000000000000000000000")]
    [InlineData("0.000000000000000000000000000001")]
    public void Hard_cases_keep_their_exact_value(string cell)
    {
        var (chunk, _) = Sample.Csv($"x\n{cell}\n").Read("n");

        Assert.True(Rational.ParseDecimal(cell) == chunk.Number(0).Exact(0));
        Assert.Equal(double.Parse(cell, CultureInfo.InvariantCulture), chunk.Number(0).Values[0]);
    }

    [Fact]
    public void A_figure_longer_than_any_quantity_is_out_of_range_rather_than_inexact()
    {
        var (_, rows) = Sample.Csv("x\n1" + new string('3', 5000) + "e-4990\n").Read("n");

        Assert.Equal(1, rows.CountOf(CellRemarkKind.OutOfRange));
    }

    private static string RandomDecimal(Random random)
    {
        var digits = random.Next(1, 26);
        var point = random.Next(-1, digits + 1);
        var text = new StringBuilder(random.Next(4) == 0 ? "-" : "");
        for (var i = 0; i < digits; i++)
        {
            text.Append(i == point ? "." : "").Append((char)('0' + random.Next(10)));
        }

        return text.ToString();
    }
}
