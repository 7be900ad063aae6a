using System.Text;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tables;

/// <summary>OLE compound files: workbooks of Excel 97–2003, and encrypted workbooks of any age.</summary>
internal static class CompoundWorkbook
{
    private const int SectorBytes = 512;

    /// <summary>Tells what the compound file holds, by the names of its streams, and finds the sheets.</summary>
    /// <exception cref="RefusedException">It holds no readable workbook.</exception>
    public static WorkbookPackage Inspect(byte[] bytes, FileFindings findings)
    {
        if (Holds(bytes, "EncryptedPackage"))
        {
            throw new RefusedException(findings.Encrypted());
        }

        if (bytes.Length < 3 * SectorBytes)
        {
            throw new RefusedException(findings.Truncated());
        }

        if (!Holds(bytes, "Workbook") && !Holds(bytes, "Book"))
        {
            throw new RefusedException(
                Holds(bytes, "WordDocument") ? findings.NotATable(new("Word 文档", "a Word document"))
                : Holds(bytes, "PowerPoint Document") ? findings.NotATable(new("演示文稿", "a presentation"))
                : bytes.Length % SectorBytes != 0 ? findings.Truncated()
                : findings.NotATable(new LocalizedText("没有工作簿的复合文档", "a compound file without a workbook")));
        }

        using var reader = WorkbookTable.CreateReader(bytes, findings);
        var sheets = new List<TableSheet>();
        do
        {
            sheets.Add(new TableSheet(reader.Name, reader.VisibleState is "hidden" or "veryhidden"));
        }
        while (reader.NextResult());

        return new WorkbookPackage([.. sheets], [.. sheets.Select(_ => (string?)null)]);
    }

    /// <summary>Stream names stand in the directory as UTF-16.</summary>
    private static bool Holds(byte[] bytes, string stream) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
