using System.Text;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Tables;

public class RefusalTests
{
    private static readonly byte[] CompoundStart = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "file.empty", [] },
        { "file.no-header", Sample.Utf8("\n , ,\n\n") },
        { "file.no-header", Sample.Utf8("\uFEFF") },
        { "file.no-header", Sample.Xlsx("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t> </t></is></c></row>") },
        { "file.not-a-table", Sample.Utf8("%PDF-1.7 abc") },
        { "file.not-a-table", [0x89, .. "PNG\r\n"u8] },
        { "file.not-a-table", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2] },
        { "file.not-a-table", Sample.Utf8("\uFEFF <HTML><table>") },
        { "file.not-a-table", Sample.Utf8("<!DOCTYPE html>") },
        { "file.not-a-table", Sample.Utf8("<?xml version=\"1.0\"?><a/>") },
        { "file.not-a-table", Sample.Utf8("a,b\0\n1,2\n") },
        { "file.not-a-table", [1, 2, 3, 0, 0xFF, 0xFF] },
        { "file.not-a-table", Sample.Zip([("word/document.xml", w => w.Write("x"))]) },
        { "file.not-a-table", Sample.Zip([("photo.jpg", w => w.Write("x"))]) },
        { "file.not-a-table", Sample.Zip([("xl/workbook.bin", w => w.Write("x"))]) },
        { "file.not-a-table", Compound("WordDocument") },
        { "file.not-a-table", Compound("Something") },
        { "file.encrypted", Compound("EncryptedPackage") },
        { "file.corrupt", Compound("Workbook") },
        { "file.truncated", CompoundStart },
        { "file.truncated", Sample.Xlsx("<row/>")[..400] },
        { "file.truncated", [.. "学校名称与代码,学生数\n1,2\n3,"u8, 0xE5, 0xAD] },
        { "file.corrupt", Sample.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v>") },
        { "file.corrupt", Sample.Xlsx("<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>") },
        { "file.corrupt", Sample.Xlsx("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>") },
        { "file.encoding", [.. "学校名称与代码,学生数\n1,2\n3,"u8, 0xFF, .. "\n4,5\n6,7\n"u8] },
        { "file.encoding", [.. "a,b\n1,"u8, 0xFF, 0xFF, .. "\n"u8] },
        { "file.encoding", [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00] },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Files_that_are_no_table_are_refused_with_their_reason(string rule, byte[] bytes)
    {
        var finding = Sample.Refusal(bytes);

        Assert.Equal(rule, finding.Rule);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("t.csv", finding.Place.File);
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void Findings_speak_the_language_asked_for()
    {
        var zh = Assert.IsType<TableOpening.Refused>(TableFile.Open("t.csv", [], null));
        var en = Assert.IsType<TableOpening.Refused>(TableFile.Open("t.csv", [], null, Language.En));

        Assert.Contains("空", zh.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("empty", en.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_with_a_document_type_is_refused_in_the_readers_own_words()
    {
        var finding = Sample.Refusal(Sample.Xlsx("<row/>", sharedStrings: "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\">]><sst/>"));

        Assert.Equal("file.corrupt", finding.Rule);
        Assert.Contains("文档类型声明", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("XmlReader", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal("file.not-found", RuleOf(Path.Combine(folder.FullName, "absent.csv")));
            Assert.Equal("file.not-found", RuleOf(Path.Combine(folder.FullName, "absent", "absent.csv")));
            Assert.Equal("file.unreadable", RuleOf(folder.FullName));
            Assert.Equal("file.unreadable", RuleOf("a\0b"));
            Assert.Equal("file.unreadable", RuleOf(""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_is_read_from_disk_like_from_memory()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 700_000)));
            var file = Assert.IsType<TableOpening.Opened>(TableFile.Open(path)).File;
            var rows = file.ReadAll(ColumnUse.Number);

            Assert.Equal(Path.GetFileName(path), file.Name);
            Assert.Equal(700_000, rows.RowCount);
            Assert.Equal(1_400_000, rows.Chunks.Sum(chunk => chunk.Number(1).Values.ToArray().Sum()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Limits_of_size_refuse()
    {
        Assert.Equal("file.too-large", Sample.Refusal(Sample.Utf8("a,b\n1,2\n"), new TableLimits { FileBytes = 7 }).Rule);
        Assert.Equal("table.too-many-rows", Sample.Refusal(Sample.Utf8("a,b\n1,2\n1,2\n1,2\n"), new TableLimits { Rows = 3 }).Rule);
        Assert.Equal("table.too-many-columns", Sample.Refusal(Sample.Utf8("a,b,c\n"), new TableLimits { Columns = 2 }).Rule);
        Assert.Equal("table.too-many-columns", Sample.Refusal(Sample.Xlsx(Row(1, 3)), new TableLimits { Columns = 2 }).Rule);
        var rows = Sample.Opened(Sample.Xlsx(Row(1, 1) + Row(2, 1) + Row(3, 1)), new TableLimits { Rows = 1 }).ReadAll(ColumnUse.Number);
        Assert.Equal("table.too-many-rows", rows.Findings[0].Rule);
    }

    private static string Row(int row, int columns) =>
        $"<row r=\"{row}\">{string.Concat(Enumerable.Range(0, columns).Select(c => $"<c r=\"{Origin.CellName(row, c)}\"><v>1</v></c>"))}</row>";

    private static byte[] Compound(string stream)
    {
        var bytes = new byte[4096];
        CompoundStart.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes(stream).CopyTo(bytes, 1024);
        return bytes;
    }

    private static string RuleOf(string path) => Assert.Single(Assert.IsType<TableOpening.Refused>(TableFile.Open(path)).Findings).Rule;
}
