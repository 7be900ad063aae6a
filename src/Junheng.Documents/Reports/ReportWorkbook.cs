using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Reports;

/// <summary>A workbook of report sheets. The same sheets give the same bytes.</summary>
internal static class ReportWorkbook
{
    /// <summary>Writes the sheets in order and leaves the stream open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="sheets">The sheets; their names are short, different and free of the letters that Excel forbids.</param>
    /// <param name="footer">What every page says beside its number.</param>
    public static void Write(Stream stream, IReadOnlyList<ReportSheet> sheets, string footer)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = ReportStyles.Table();
            var list = new Sheets();
            var names = new DefinedNames();
            for (var at = 0; at < sheets.Count; at++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"sheet{at + 1}");
                var part = workbook.AddNewPart<WorksheetPart>(id);
                SheetXml.Write(sheets[at], footer, at == 0, part.GetStream(FileMode.Create));
                list.Append(new Sheet { Name = sheets[at].Name, SheetId = (uint)at + 1, Id = id });
                AddNames(names, sheets[at], at);
            }

            workbook.Workbook = names.HasChildren
                ? new Workbook(new BookViews(new WorkbookView()), list, names)
                : new Workbook(new BookViews(new WorkbookView()), list);
        }

        FixedPackage.CopyTo(buffer, stream);
    }

    /// <summary>The names that Excel, WPS and LibreOffice keep repeated rows and filters under.</summary>
    private static void AddNames(DefinedNames names, ReportSheet sheet, int at)
    {
        if (sheet.Filter is { } filter)
        {
            var last = Origin.CellName(1, sheet.Columns - 1)[..^1];
            names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{sheet.Name}'!$A${filter.First}:${last}${filter.Last}"))
            {
                Name = "_xlnm._FilterDatabase",
                LocalSheetId = (uint)at,
                Hidden = true,
            });
        }

        if (sheet.Repeated is { } rows)
        {
            names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{sheet.Name}'!${rows.First}:${rows.Last}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at });
        }
    }
}
