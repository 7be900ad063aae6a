using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Tests.Tables;

public class WorkbookReadingTests
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>面积\n合计</t></is></c></row>";

    [Fact]
    public void Texts_and_figures_are_read_from_the_first_sheet()
    {
        var file = Sample.Opened(Sample.Xlsx(Header + Row(3, Text("A3", "0101"), "<c r=\"B3\"><f>1+1</f><v>0.1</v></c>")));
        var (chunk, rows) = file.Read("tn");

        Assert.Equal(["code", "面积合计"], file.Headers);
        Assert.Equal(("First", TableFormat.Xlsx), (file.Sheet, file.Format));
        Assert.Equal("0101", chunk.Text(0)[0]);
        Assert.Equal(0.1, chunk.Number(1).Value(0));
        Assert.Equal(3, chunk.SourceRow(0));
        Assert.Equal((1, 1), (rows.RowCount, rows.BlankRows));
        Assert.Empty(rows.Remarks);
    }

    [Fact]
    public void Old_workbooks_are_read_like_new_ones()
    {
        var file = Sample.Opened(OldWorkbook.Of("学校表", ["代码", "面积"], ["0101", 12.5], [null, null], [102d, "１２"]));
        var (chunk, rows) = file.Read("tn");

        Assert.Equal(TableFormat.Xls, file.Format);
        Assert.Equal([new TableSheet("学校表")], file.Sheets);
        Assert.Equal(["代码", "面积"], file.Headers);
        Assert.Equal(["0101", "102"], Enumerable.Range(0, 2).Select(row => chunk.Text(0)[row]));
        Assert.Equal([12.5, 12], chunk.Number(1).Values.ToArray());
        Assert.Equal([2, 4], Enumerable.Range(0, 2).Select(chunk.SourceRow));
        Assert.Equal([CellRemarkKind.NumericCode, CellRemarkKind.FullWidthDigits], rows.Remarks.Select(remark => remark.Kind));
    }

    [Fact]
    public void Formula_errors_are_not_blank()
    {
        var (chunk, rows) = Sample.Opened(Sample.Xlsx(Header
            + Row(2, Text("A2", "x"), "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
            + Row(3, "<c r=\"A3\" t=\"e\"><v>#N/A</v></c>"))).Read("tn");

        Assert.Equal(
            [new CellRemark(2, 1, CellRemarkKind.FormulaError, "#DIV/0!"), new CellRemark(3, 0, CellRemarkKind.FormulaError, "#N/A")],
            rows.Remarks);
        Assert.False(chunk.Number(1).IsPresent(0));
        Assert.Equal("#DIV/0!", chunk.CellText(0, 1));
        Assert.Equal(2, rows.RowCount);
    }

    [Theory]
    [InlineData("12.5", CellRemarkKind.NumberAsText, 12.5)]
    [InlineData("１２", CellRemarkKind.FullWidthDigits, 12d)]
    [InlineData("1,200", CellRemarkKind.ThousandsSeparator, 1200d)]
    [InlineData("120人", CellRemarkKind.NotANumber, null)]
    public void Figures_stored_as_text_are_read_with_a_note(string text, CellRemarkKind kind, double? value)
    {
        var (chunk, rows) = Sample.Opened(Sample.Xlsx(Header + Row(2, Text("A2", "x"), Text("B2", text)))).Read("tn");

        Assert.Equal(new CellRemark(2, 1, kind, text), Assert.Single(rows.Remarks));
        Assert.Equal(value, chunk.Number(1).Value(0));
    }

    [Fact]
    public void Codes_stored_as_numbers_are_remarked_unless_their_format_keeps_the_zeros()
    {
        const string styles = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"000000\"/></numFmts>"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs>";
        var data = Header + Row(2, "<c r=\"A2\"><v>101</v></c>") + Row(3, "<c r=\"A3\" s=\"1\"><v>101</v></c>") + Row(4, "<c r=\"A4\"><v>3.30106E+17</v></c>");
        var (chunk, rows) = Sample.Opened(Sample.Xlsx(data, styles: styles)).Read("tn");

        Assert.Equal(["101", "000101"], Enumerable.Range(0, 2).Select(row => chunk.Text(0)[row]));
        Assert.Equal(
            [(2, CellRemarkKind.NumericCode), (4, CellRemarkKind.ScientificCode)],
            rows.Remarks.Select(remark => (remark.Row, remark.Kind)));
    }

    [Fact]
    public void Dates_and_truth_values_are_no_figures()
    {
        const string styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs>";
        var data = Header + Row(2, "<c r=\"A2\" s=\"1\"><v>43000</v></c><c r=\"B2\" s=\"1\"><v>43000</v></c>") + Row(3, "<c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"b\"><v>1</v></c>");
        var (chunk, rows) = Sample.Opened(Sample.Xlsx(data, styles: styles)).Read("tn");

        Assert.Equal("2017-09-22", chunk.Text(0)[0]);
        Assert.Equal(2, rows.CountOf(CellRemarkKind.NotANumber));
        Assert.Equal("2017-09-22", chunk.CellText(0, 1));
    }

    [Fact]
    public void Cells_of_columns_not_read_and_second_readings_come_from_the_file_again()
    {
        var file = Sample.Opened(Sample.Xlsx(Header + Row(2, Text("A2", "x"), "<c r=\"B2\"><v>7</v></c><c r=\"D2\"><v>9</v></c>")));
        var (first, rows) = file.Read("-n");
        var (second, _) = file.Read("t-");

        Assert.Equal("x", first.CellText(0, 0));
        Assert.Equal("7", second.CellText(0, 1));
        Assert.Equal("x", second.Text(0)[0]);
        Assert.Equal(new CellRemark(2, 3, CellRemarkKind.BeyondHeader, "9"), Assert.Single(rows.Remarks));
    }

    [Fact]
    public void Further_and_hidden_sheets_are_noted()
    {
        Assert.Empty(Sample.Opened(Sample.Xlsx(Header)).Findings);
        Assert.Equal(["table.other-sheets", "table.hidden-sheets"], Sample.Opened(Sample.Xlsx(Header, "veryHidden")).Findings.Select(f => f.Rule));
        var hiddenFirst = Sample.Opened(Sample.Xlsx(Header, "visible", firstSheetState: "hidden"));
        Assert.Equal(["table.other-sheets", "table.hidden-first-sheet"], hiddenFirst.Findings.Select(f => f.Rule));
        Assert.Equal([new TableSheet("First", true), new TableSheet("Second")], hiddenFirst.Sheets);
    }

    [Fact]
    public void Entities_never_expand()
    {
        const string bomb = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&b;</t></si></sst>";

        Assert.Equal("file.corrupt", Sample.Refusal(Sample.Xlsx(Row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>"), sharedStrings: bomb)).Rule);
        Assert.Equal("file.corrupt", Sample.Refusal(Sample.Zip([("xl/workbook.xml", w => w.Write(bomb))])).Rule);
    }

    [Fact]
    public void Workbooks_that_unpack_to_an_abnormal_size_are_not_opened()
    {
        var bomb = Sample.Xlsx(writer =>
        {
            var blanks = new string(' ', 1 << 20);
            for (var i = 0; i < 60; i++)
            {
                writer.Write(blanks);
            }
        });

        Assert.Equal("file.zip-bomb", Sample.Refusal(bomb).Rule);
        Assert.Equal("file.zip-bomb", Sample.Refusal(Sample.Xlsx(Header), new TableLimits { UncompressedBytes = 500 }).Rule);
        Assert.Equal("file.zip-bomb", Sample.Refusal(Sample.Xlsx(Header), new TableLimits { Parts = 3 }).Rule);
    }

    [Fact]
    public void A_part_larger_than_its_declared_size_is_never_unpacked_beyond_it()
    {
        var bytes = Sample.Xlsx(writer =>
        {
            writer.Write(Header);
            for (var i = 2; i < 200_000; i++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>"));
            }
        });
        var name = bytes.AsSpan().LastIndexOf("xl/worksheets/sheet1.xml"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(name - 46 + 24), 1000);

        Assert.Equal("file.corrupt", Sample.Refusal(bytes).Rule);
    }

    [Fact]
    public void A_million_empty_rows_pass_without_growing()
    {
        var bytes = Sample.Xlsx(writer =>
        {
            writer.Write(Header);
            for (var i = 2; i <= 1_000_000; i++)
            {
                writer.Write("<row r=\"");
                writer.Write(i);
                writer.Write("\"/>");
            }

            writer.Write(Row(1_000_001, "<c r=\"B1000001\"><v>5</v></c>"));
        });
        var rows = Sample.Opened(bytes).ReadAll(ColumnUse.Number);

        Assert.Equal((1, 999_999), (rows.RowCount, rows.BlankRows));
        Assert.Equal(1_000_001, rows.Chunks[0].SourceRow(0));
    }

    [Fact]
    public void The_same_rows_read_the_same_from_CSV_and_from_a_workbook()
    {
        var random = new Random(7);
        string[] headers = ["code", "名称", "x", "y"];
        var cells = Enumerable.Range(0, 300).Select(i => new object?[]
        {
            i.ToString("00000", CultureInfo.InvariantCulture),
            i % 9 == 0 ? null : $"第{i}小学, \"{i}\"\n校区",
            i % 7 == 0 ? null : random.Next(0, 5_000_000) / 100d,
            random.NextDouble() * Math.Pow(10, random.Next(-3, 12)),
        }).ToArray();
        using var csv = new MemoryStream();
        using var xlsx = new MemoryStream();
        CsvWriter.Write(csv, headers, cells);
        WorkbookWriter.Write(xlsx, new WorkbookSheet("数据", headers.Select(header => new WorkbookHeading(header)).ToArray(), cells));

        var fromCsv = Sample.Opened(csv.ToArray());
        var fromXlsx = Sample.Opened(xlsx.ToArray());

        Assert.Equal(fromCsv.Headers, fromXlsx.Headers);
        Assert.Equal(AsText(fromCsv), AsText(fromXlsx));
        Assert.Equal(300, AsText(fromCsv).Count());

        static IEnumerable<string> AsText(TableFile file)
        {
            var (chunk, _) = file.Read("ttnn");
            return Enumerable.Range(0, chunk.RowCount).Select(row => new StringBuilder()
                .Append(CultureInfo.InvariantCulture, $"{chunk.SourceRow(row)}|{chunk.Text(0)[row]}|{chunk.Text(1)[row]}|")
                .Append(CultureInfo.InvariantCulture, $"{chunk.Number(2).Value(row):R}|{chunk.Number(3).Exact(row)}|{chunk.CellText(row, 2)}")
                .ToString());
        }
    }

    private static string Row(int row, params string[] cells) => $"<row r=\"{row}\">{string.Concat(cells)}</row>";

    private static string Text(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
