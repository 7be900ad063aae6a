using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Tests.Tables;

public class WriterTests
{
    [Fact]
    public void CSV_is_quoted_only_where_needed()
    {
        Assert.Equal("a,b\r\n\"x,y\",1.5\r\n\"say \"\"hi\"\"\",\r\n\"l\nm\",-2\r\n", Csv(["a", "b"], ["x,y", 1.5], ["say \"hi\"", null], ["l\nm", -2]));
        Assert.Equal("a\r\n\"\"\r\n", Csv(["a"], new object?[] { null }));
    }

    [Fact]
    public void Texts_that_a_spreadsheet_would_run_are_neutralised_and_numbers_are_not()
    {
        Assert.Equal(
            "a\r\n'=1+1\r\n'@x\r\n'-x\r\n-5\r\n+86\r\n-5\r\n",
            Csv(["a"], ["=1+1"], ["@x"], ["-x"], ["-5"], ["+86"], [-5]));
        Assert.Equal("a\r\n=1\r\n", Written(new CsvWriterOptions { NeutraliseFormulas = false, ByteOrderMark = false }, ["a"], ["=1"]));
    }

    [Fact]
    public void The_byte_order_mark_is_optional()
    {
        Assert.StartsWith("\uFEFFa", Written(new CsvWriterOptions(), ["a"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_never_written()
    {
        Assert.Throws<ArgumentException>(() => Csv(["a"], [double.NaN]));
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write(Stream.Null, new WorkbookSheet("a", [new("x")], [[double.PositiveInfinity]])));
    }

    [Fact]
    public void Workbooks_are_valid_and_read_back()
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(
            stream,
            new WorkbookSheet("学校表/2025", [new("school_code", IsCode: true), new("名称"), new("enrolment")], [["0101", "第一小学𠮷\u0001", 120], [102L, null, 0.1], ["", "丙", 3.5m]]),
            new WorkbookSheet("学校表/2025", [new("x")], []),
            new WorkbookSheet(new string('长', 40), [], []));

        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));

        var file = Sample.Opened(stream.ToArray());
        var (chunk, rows) = file.Read("ttn");
        Assert.Equal(["学校表_2025", "学校表_2025 (2)", new string('长', 31)], file.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["0101", "102", ""], Enumerable.Range(0, 3).Select(row => chunk.Text(0)[row]));
        Assert.Equal("第一小学𠮷", chunk.Text(1)[0]);
        Assert.Equal([120, 0.1, 3.5], chunk.Number(2).Values.ToArray());
        Assert.Empty(rows.Remarks);
    }

    private static string Csv(string[] headers, params object?[][] rows) => Written(new CsvWriterOptions { ByteOrderMark = false }, headers, rows);

    private static string Written(CsvWriterOptions options, string[] headers, params object?[][] rows)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, headers, rows, options);
        return new UTF8Encoding(false).GetString(stream.ToArray());
    }
}
