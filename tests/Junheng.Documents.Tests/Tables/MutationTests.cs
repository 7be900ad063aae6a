using System.Globalization;
using System.IO.Compression;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Tests.Tables;

/// <summary>Whatever bytes come, opening and reading end with rows or with findings.</summary>
public class MutationTests
{
    [Theory]
    [InlineData("code,name,x\r\n0101,第一小学,12.5\r\n0102,\"a \"\"b\"\"\nc\",\"1,234\"\r\n,,\r\n0103,１２,1e5\r\n", 16_000)]
    [InlineData("代码;名称;x\n1;甲;2\n3;乙;4\n", 4_000)]
    public void Broken_CSV_never_throws(string text, int mutations) => MutateAndRead(Sample.Utf8(text), mutations, 1);

    [Fact]
    public void Broken_workbooks_never_throw()
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new WorkbookSheet("a", [new("code", IsCode: true), new("x")], [["01", 1.5], ["02", "１２"], [null, 3]]));
        MutateAndRead(stream.ToArray(), 2_000, 2);

        MutateAndRead(OldWorkbook.Of("a", ["code", "x"], ["01", 1.5], ["02", "１２"]), 2_000, 4);

        // Stored rather than packed, so that the mutations reach the XML instead of the checksum.
        MutateAndRead(Stored(), 4_000, 3);
    }

    private static void MutateAndRead(byte[] valid, int mutations, int seed)
    {
        var random = new Random(seed);
        var limits = new TableLimits { UncompressedBytes = 1 << 20, Rows = 10_000 };
        var outcomes = new int[3];
        for (var i = 0; i < mutations; i++)
        {
            var bytes = Mutate(valid, random);
            try
            {
                outcomes[Outcome(bytes, limits)]++;
            }
            catch (Exception fault)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Mutation {i}: {fault}\n{Convert.ToBase64String(bytes)}"));
            }
        }

        Assert.True(outcomes[0] > 0 && outcomes[1] > 0, "Some mutations are refused and some are read.");
    }

    private static int Outcome(byte[] bytes, TableLimits limits)
    {
        if (TableFile.Open("m", bytes, limits) is not TableOpening.Opened(var file))
        {
            return 0;
        }

        var rows = file.Read(file.Headers.Select((_, i) => i % 2 == 0 ? ColumnUse.Text : ColumnUse.Number).ToArray(), 2);
        foreach (var chunk in rows.Chunks)
        {
            for (var row = 0; row < Math.Min(chunk.RowCount, 3); row++)
            {
                _ = chunk.SourceRow(row);
                _ = chunk.CellText(row, 0);
                _ = chunk.Text(0)[row];
                _ = file.Headers.Length > 1 ? chunk.Number(1).Exact(row) : null;
            }
        }

        return rows.IsRefused ? 2 : 1;
    }

    private static byte[] Mutate(byte[] valid, Random random)
    {
        var bytes = valid.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, ",\"\n\r\0;9e.<>"u8.ToArray()[random.Next(11)]);
                    break;
                case 3 when bytes.Count > 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 4), bytes.Count - at - 1));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)));
                    break;
            }
        }

        if (random.Next(20) == 0)
        {
            bytes = bytes[..random.Next(1, bytes.Count)];
        }

        return [.. bytes];
    }

    private static byte[] Stored() => Sample.Zip(
        [
            ("xl/workbook.xml", w => w.Write("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", w => w.Write("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"t\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
            ("xl/worksheets/sheet1.xml", w => w.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" t=\"str\"><v>b</v></c></row><row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\"><v>2.5</v></c></row></sheetData></worksheet>")),
        ],
        CompressionLevel.NoCompression);
}
