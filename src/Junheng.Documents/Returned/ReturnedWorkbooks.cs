using Junheng.Application.Returned;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Returned;

/// <summary>
/// Writes marked copies: read the bytes → open as a table, whose limits refuse what is hostile → xls and CSV become a workbook of the same sheets →
/// take earlier marks out → mark.
/// </summary>
/// <param name="library">Tells which columns of a CSV are figures; everything else in it stays text.</param>
public sealed class ReturnedWorkbooks(IStandardLibrary library) : IReturnedWorkbooks
{
    /// <inheritdoc/>
    public void Write(InputFile input, IReadOnlyList<Finding> findings, Stream target, IReadOnlyDictionary<string, int>? headingRows = null)
    {
        var name = Path.GetFileName(input.Name);
        var own = findings.Where(finding => finding.Place.File is null || ReturnWorkbooks.IsOf(finding, input)).ToList();
        if (Opened(input, name) is not { } opened)
        {
            MarkedCopy.Write(PlainWorkbook.Empty(), own, (_, _) => null, EarlierRemarks.None, target);
            return;
        }

        try
        {
            var (workbook, remarks) = UnmarkedCopy.Of(Workbook(opened.Table, opened.Bytes));
            if (MarkPlan.HasMarks(own))
            {
                MarkedCopy.Write(workbook, own, HeadingRow, remarks, target);
            }
            else
            {
                target.Write(workbook);
            }
        }
        catch (Exception fault) when (fault is System.Xml.XmlException or InvalidDataException or RefusedException)
        {
            MarkedCopy.Write(PlainWorkbook.Empty(), own, (_, _) => null, EarlierRemarks.None, target); // a package that the reader got through but that is not sound
        }

        int? HeadingRow(SheetPart sheet, int at) => headingRows is not null && headingRows.TryGetValue(sheet.Name, out var row) ? row : at == 0 ? opened.Table.HeaderRow : null;
    }

    private static (TableFile Table, byte[] Bytes)? Opened(InputFile input, string name)
    {
        try
        {
            var bytes = input.Content ?? FileBytes.Read(input.Name, TableLimits.Default, new FileFindings(name, Language.Zh));
            return TableFile.Open(name, bytes) is TableOpening.Opened opened ? (opened.File, bytes) : null;
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private byte[] Workbook(TableFile table, byte[] bytes) => table.Format switch
    {
        TableFormat.Xlsx => bytes,
        TableFormat.Xls => PlainWorkbook.OfOldWorkbook(bytes),
        _ => PlainWorkbook.OfCsv(bytes, table.Headers, library),
    };
}
