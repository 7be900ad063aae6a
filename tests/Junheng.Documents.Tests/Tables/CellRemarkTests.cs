using Junheng.Documents.Tables;

namespace Junheng.Documents.Tests.Tables;

public class CellRemarkTests
{
    [Theory]
    [InlineData("无", CellRemarkKind.NotANumber)]
    [InlineData("-", CellRemarkKind.NotANumber)]
    [InlineData(".", CellRemarkKind.NotANumber)]
    [InlineData("1.2.3", CellRemarkKind.NotANumber)]
    [InlineData("12%", CellRemarkKind.NotANumber)]
    [InlineData("3万元", CellRemarkKind.NotANumber)]
    [InlineData("120㎡", CellRemarkKind.NotANumber)]
    [InlineData("35人", CellRemarkKind.NotANumber)]
    [InlineData("NaN", CellRemarkKind.NotANumber)]
    [InlineData("Infinity", CellRemarkKind.NotANumber)]
    [InlineData("#DIV/0!", CellRemarkKind.NotANumber)]
    [InlineData("0x10", CellRemarkKind.NotANumber)]
    [InlineData("1 234", CellRemarkKind.NotANumber)]
    [InlineData("\"1,23\"", CellRemarkKind.NotANumber)]
    [InlineData("\"12,34,567\"", CellRemarkKind.NotANumber)]
    [InlineData("\"1234,567\"", CellRemarkKind.NotANumber)]
    [InlineData("\"1.234,567\"", CellRemarkKind.NotANumber)]
    [InlineData("\"1,234.567,8\"", CellRemarkKind.NotANumber)]
    [InlineData("\",123\"", CellRemarkKind.NotANumber)]
    [InlineData("1e999", CellRemarkKind.OutOfRange)]
    [InlineData("-1e999999999999", CellRemarkKind.OutOfRange)]
    [InlineData("1e-999", CellRemarkKind.OutOfRange)]
    public void Cells_that_are_no_figure_count_as_missing(string cell, CellRemarkKind kind)
    {
        var (chunk, rows) = Sample.Csv($"a,b\nx,{cell}\n").Read("tn");

        var remark = Assert.Single(rows.Remarks);
        Assert.Equal(new CellRemark(2, 1, kind, cell.Trim('"')), remark);
        Assert.False(remark.WasRead);
        Assert.False(chunk.Number(1).IsPresent(0));
        Assert.Equal(cell.Trim('"'), chunk.CellText(0, 1));
    }

    [Theory]
    [InlineData("１２．５", 12.5, CellRemarkKind.FullWidthDigits)]
    [InlineData("－３", -3, CellRemarkKind.FullWidthDigits)]
    [InlineData("\"1,234.5\"", 1234.5, CellRemarkKind.ThousandsSeparator)]
    [InlineData("\"-12,345,678\"", -12345678, CellRemarkKind.ThousandsSeparator)]
    [InlineData("1.5E3", 1500, CellRemarkKind.ScientificNotation)]
    [InlineData("2e-2", 0.02, CellRemarkKind.ScientificNotation)]
    public void Unusual_figures_are_read_with_a_note(string cell, double value, CellRemarkKind kind)
    {
        var (chunk, rows) = Sample.Csv($"a,b\nx,{cell}\n").Read("tn");

        Assert.Equal(new CellRemark(2, 1, kind, cell.Trim('"')), Assert.Single(rows.Remarks));
        Assert.True(rows.Remarks[0].WasRead);
        Assert.Equal(value, chunk.Number(1).Value(0));
    }

    [Theory]
    [InlineData(" 5 ", 5)]
    [InlineData("\u00A05\u3000", 5)]
    [InlineData("+5", 5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("-0", 0)]
    [InlineData("007", 7)]
    [InlineData("\" 5\"", 5)]
    public void Harmless_spellings_are_read_without_a_note(string cell, double value)
    {
        var (chunk, rows) = Sample.Csv($"a,b\nx,{cell}\n").Read("tn");

        Assert.Empty(rows.Remarks);
        Assert.Equal(value, chunk.Number(1).Value(0));
        Assert.False(double.IsNegative(chunk.Number(1).Values[0]) && value == 0);
    }

    [Theory]
    [InlineData("3.30106E+11", true)]
    [InlineData("3E11", true)]
    [InlineData("3e+5", true)]
    [InlineData("33E5", false)]
    [InlineData("3.E5", false)]
    [InlineData("3.5", false)]
    [InlineData("3E", false)]
    [InlineData("3E-5", false)]
    [InlineData("3ex", false)]
    public void Codes_that_Excel_ruined_are_remarked(string code, bool ruined)
    {
        var (chunk, rows) = Sample.Csv($"a,b\n{code},1\n").Read("tn");

        Assert.Equal(ruined ? 1 : 0, rows.CountOf(CellRemarkKind.ScientificCode));
        Assert.Equal(code, chunk.Text(0)[0]);
    }

    [Fact]
    public void Full_width_digits_and_letters_of_texts_are_narrowed_and_nothing_else()
    {
        var (chunk, rows) = Sample.Csv("a,b\n３３Ａ（东）,x\n第一小学（西）,y\n\u3000丙\u3000,z\n").Read("tt");

        Assert.Equal("33A（东）", chunk.Text(0)[0]);
        Assert.Equal("第一小学（西）", chunk.Text(0)[1]);
        Assert.Equal("丙", chunk.Text(0)[2]);
        Assert.Equal(new CellRemark(2, 0, CellRemarkKind.FullWidthText, "３３Ａ（东）"), Assert.Single(rows.Remarks));
        Assert.Equal("３３Ａ（东）", chunk.CellText(0, 0));
    }

    [Fact]
    public void Content_beyond_the_header_is_remarked_once_a_row()
    {
        var (_, rows) = Sample.Csv("a,b\n1,2,,x,y\n1,2,,,\n").Read("nn");

        Assert.Equal(new CellRemark(2, 3, CellRemarkKind.BeyondHeader, "x"), Assert.Single(rows.Remarks));
        Assert.Equal(2, rows.RowCount);
    }

    [Fact]
    public void Remarks_beyond_the_limit_are_counted_only()
    {
        var file = Sample.Opened(Sample.Utf8("a\n" + string.Concat(Enumerable.Repeat("无\n", 100))), new TableLimits { Remarks = 7 });
        var rows = file.Read([ColumnUse.Number], chunkCount: 3);

        Assert.Equal(Enumerable.Range(2, 7), rows.Remarks.Select(remark => remark.Row));
        Assert.Equal(100, rows.RemarkCount);
        Assert.Equal(100, rows.CountOf(CellRemarkKind.NotANumber));
    }

    [Fact]
    public void Long_cell_texts_are_cut_in_remarks()
    {
        var (_, rows) = Sample.Csv("a\n" + new string('x', 5000) + "\n").Read("n");

        Assert.Equal(101, Assert.Single(rows.Remarks).Text.Length);
    }
}
