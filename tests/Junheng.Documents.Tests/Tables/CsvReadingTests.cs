using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Tests.Tables;

public class CsvReadingTests
{
    [Fact]
    public void Headings_are_trimmed_put_on_one_line_and_end_with_the_last_that_is_not_blank()
    {
        var file = Sample.Csv("\uFEFF 学校代码 ,\"教学及辅助用房\n面积\",\"above\r\ndegree\",,x,,\r\n1\r\n");

        Assert.Equal(["学校代码", "教学及辅助用房面积", "above degree", "", "x"], file.Headers);
        Assert.Equal(1, file.HeaderRow);
        Assert.Null(file.Sheet);
        Assert.Equal(TableFormat.Csv, file.Format);
    }

    [Fact]
    public void Texts_and_figures_are_read_by_the_use_of_their_column()
    {
        var (chunk, rows) = Sample.Csv("code,name,a,b\n0101,第一小学,12.5,7\n0102,,-3,\n").Read("t-nn");

        Assert.Equal(2, rows.RowCount);
        Assert.Equal("0101", chunk.Text(0)[0]);
        Assert.Equal([12.5, -3], chunk.Number(2).Values.ToArray());
        Assert.False(chunk.Number(3).IsPresent(1));
        Assert.Equal("第一小学", chunk.CellText(0, 1));
        Assert.Equal("", chunk.CellText(1, 1));
        Assert.Empty(rows.Remarks);
        Assert.Throws<ArgumentException>(() => chunk.Number(0));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"")]
    public void Line_ends_separators_and_quotation_marks_make_no_difference(string text)
    {
        var (chunk, rows) = Sample.Csv(text).Read("nn");

        Assert.Equal([1d, 3], chunk.Number(0).Values.ToArray());
        Assert.Equal([2d, 4], chunk.Number(1).Values.ToArray());
        Assert.Empty(rows.Remarks);
    }

    [Fact]
    public void Another_separator_is_noted()
    {
        Assert.Equal("file.separator", Assert.Single(Sample.Csv("a;b\n1;2\n").Findings).Rule);
        Assert.Empty(Sample.Csv("a,b\n1,2\n").Findings);
    }

    [Fact]
    public void Quoted_cells_may_hold_separators_marks_and_line_breaks()
    {
        var (chunk, _) = Sample.Csv("a,b\n\"x, \"\"y\"\"\nz\",1\n\" q \",2\n\"\",3\n").Read("tn");

        Assert.Equal("x, \"y\"\nz", chunk.Text(0)[0]);
        Assert.Equal("x, \"y\"\nz", chunk.CellText(0, 0));
        Assert.Equal("q", chunk.Text(0)[1]);
        Assert.True(chunk.Text(0).IsBlank(2));
        Assert.Equal([1d, 2, 3], chunk.Number(1).Values.ToArray());
        Assert.Equal([2, 3, 4], Enumerable.Range(0, 3).Select(chunk.SourceRow));
    }

    [Fact]
    public void A_mark_within_a_cell_is_a_plain_character()
    {
        var (chunk, _) = Sample.Csv("a,b\n5\" disk,1\n\"x\" y,2\n").Read("tn");

        Assert.Equal("5\" disk", chunk.Text(0)[0]);
        Assert.Equal("x y", chunk.Text(0)[1]);
    }

    [Fact]
    public void A_mark_that_never_closes_refuses_the_rows()
    {
        var rows = Sample.Csv("a,b\n1,2\n\"3,4\n5,6\n").ReadAll(ColumnUse.Number);

        Assert.True(rows.IsRefused);
        Assert.Equal(("table.unclosed-quote", "A3"), (rows.Findings[0].Rule, rows.Findings[0].Place.Cell));
        Assert.Empty(rows.Chunks);
        Assert.Equal("table.unclosed-quote", Sample.Refusal(Sample.Utf8("a,\"b\n1,2\n")).Rule);
    }

    [Fact]
    public void Blank_rows_are_passed_over_and_rows_keep_their_numbers()
    {
        var (chunk, rows) = Sample.Csv("\n,\na,b\n1,2\n\n , \n,,\n3,4\n\n").Read("nn");

        Assert.Equal(2, rows.RowCount);
        Assert.Equal(4, rows.BlankRows);
        Assert.Equal([4, 8], Enumerable.Range(0, 2).Select(chunk.SourceRow));
        Assert.Equal("3", chunk.CellText(1, 0));
    }

    [Fact]
    public void Short_rows_have_blanks_at_their_end()
    {
        var (chunk, rows) = Sample.Csv("a,b,c\n1\n2,3\n4,5,6\n").Read("nnt");

        Assert.Equal([true, true, true], Enumerable.Range(0, 3).Select(chunk.Number(0).IsPresent));
        Assert.Equal([false, true, true], Enumerable.Range(0, 3).Select(chunk.Number(1).IsPresent));
        Assert.Equal(["", "", "6"], Enumerable.Range(0, 3).Select(row => chunk.Text(2)[row]));
        Assert.Empty(rows.Remarks);
    }

    [Fact]
    public void A_row_with_content_in_ignored_columns_only_is_a_row()
    {
        var (_, rows) = Sample.Csv("a,b\n1,\n").Read("-n");

        Assert.Equal((1, 0), (rows.RowCount, rows.BlankRows));
    }

    [Theory]
    [InlineData("utf-8", true, null)]
    [InlineData("utf-8", false, null)]
    [InlineData("utf-16", true, "file.encoding-note")]
    [InlineData("utf-16BE", true, "file.encoding-note")]
    [InlineData("GB18030", false, "file.encoding-note")]
    public void Encodings_of_Chinese_spreadsheets_are_recognised(string name, bool mark, string? note)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("学校名称,学生数\r\n第一小学𠮷,120\r\n")];

        var file = Sample.Opened(bytes);
        var (chunk, _) = file.Read("tn");

        Assert.Equal(["学校名称", "学生数"], file.Headers);
        Assert.Equal("第一小学𠮷", chunk.Text(0)[0]);
        Assert.Equal(120, chunk.Number(1).Value(0));
        Assert.Equal(note, file.Findings.SingleOrDefault()?.Rule);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void Chunks_cut_anywhere_give_the_same_rows(int chunkCount)
    {
        var text = new StringBuilder("code,name,x\r\n");
        for (var i = 0; i < 50; i++)
        {
            text.Append(i % 7 == 3 ? "\r\n" : "").Append(CultureInfo.InvariantCulture, $"{i:0000},第{i}小学,{(i % 5 == 0 ? "无" : i / 8.0)}\r\n");
        }

        var file = Sample.Csv(text.ToString());
        var whole = file.Read([ColumnUse.Text, ColumnUse.Text, ColumnUse.Number], 1);
        var cut = file.Read([ColumnUse.Text, ColumnUse.Text, ColumnUse.Number], chunkCount);

        Assert.Equal(chunkCount, cut.Chunks.Length);
        Assert.Equal(Rows(whole), Rows(cut));
        Assert.Equal(whole.Remarks, cut.Remarks);
        Assert.Equal(10, cut.CountOf(CellRemarkKind.NotANumber));
        Assert.Equal(whole.BlankRows, cut.BlankRows);

        static IEnumerable<(int, string, string, double?)> Rows(TableRows rows) => rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.RowCount)
            .Select(row => (chunk.SourceRow(row), chunk.Text(0)[row], chunk.CellText(row, 1), chunk.Number(2).Value(row))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cells_longer_than_a_stretch_of_the_scanner_are_whole(bool quoted)
    {
        var mark = quoted ? "\"" : "";
        var text = new StringBuilder("name,x\n");
        for (var i = 1; i < 60_000; i += 4999)
        {
            text.Append(mark).Append('甲', i).Append(mark).Append(',').Append(i).Append('\n');
        }

        var (chunk, rows) = Sample.Csv(text.ToString()).Read("tn");

        Assert.Equal(13, rows.RowCount);
        Assert.All(Enumerable.Range(0, 13), row => Assert.Equal(chunk.Number(1).Value(row), chunk.Text(0)[row].Length));
    }

    [Fact]
    public void Full_width_texts_are_narrowed_wherever_the_stretches_meet()
    {
        var text = new StringBuilder("code\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(i % 997 == 0 ? "１２３\n" : "123\n");
        }

        var (chunk, rows) = Sample.Csv(text.ToString()).Read("t");

        Assert.All(Enumerable.Range(0, 20_000), row => Assert.Equal("123", chunk.Text(0)[row]));
        Assert.Equal(21, rows.CountOf(CellRemarkKind.FullWidthText));
    }

    [Fact]
    public void A_million_empty_lines_pass()
    {
        var file = Sample.Opened(Sample.Utf8("a,b\n1,2\n" + new string('\n', 1_000_000) + "3,4\n"));
        var rows = file.ReadAll(ColumnUse.Number);

        Assert.Equal((2, 1_000_000), (rows.RowCount, rows.BlankRows));
        Assert.Equal(1_000_003, rows.Chunks[^1].SourceRow(rows.Chunks[^1].RowCount - 1));
    }
}
