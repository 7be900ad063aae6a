using System.Collections.Immutable;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tables;

/// <summary>A workbook (xlsx or xls), opened: its first sheet's header is known.</summary>
internal sealed class WorkbookTable : ITable
{
    /// <summary>Rows searched for a header.</summary>
    private const int HeaderSearchRows = 1000;

    /// <summary>No sheet of Excel is larger; what claims to be is damaged or made to exhaust us.</summary>
    private const int MostSheetRows = 1_048_576;

    private const int MostSheetColumns = 16_384;

    /// <summary>Columns beyond the header that are searched for content.</summary>
    private const int SearchedBeyondHeader = 64;

    private readonly byte[] _bytes;
    private readonly WorkbookPackage _package;
    private readonly TableLimits _limits;
    private readonly FileFindings _findings;
    private readonly bool[] _companions;
    private readonly List<SheetCell[]?> _firstRows;
    private IExcelDataReader? _afterHeader;

    private WorkbookTable(byte[] bytes, WorkbookPackage package, TableLimits limits, FileFindings findings, TableHeader header, List<SheetCell[]?> firstRows, IExcelDataReader afterHeader)
    {
        (_bytes, _package, _limits, _findings, _afterHeader, _firstRows) = (bytes, package, limits, findings, afterHeader, firstRows);
        (Header, Sheets) = (header, package.Sheets);
        Notes = [.. NotesOn(package, findings)];
        _companions = [.. header.Headings.Select(Companions.IsHeading)];
    }

    public TableHeader Header { get; }

    public ImmutableArray<TableSheet> Sheets { get; }

    public ImmutableArray<Finding> Notes { get; }

    /// <exception cref="RefusedException">The bytes are no workbook that can be read.</exception>
    public static (TableFormat Format, ITable Table) Open(byte[] bytes, TableLimits limits, FileFindings findings)
    {
        var format = FileKind.IsZip(bytes) ? TableFormat.Xlsx : TableFormat.Xls;
        return (format, Guarded(findings, () =>
        {
            var package = format == TableFormat.Xlsx ? WorkbookPackage.Inspect(bytes, limits, findings) : CompoundWorkbook.Inspect(bytes, findings);
            var reader = CreateReader(bytes, findings);
            var firstRows = new List<SheetCell[]?>();
            return new WorkbookTable(bytes, package, limits, findings, ReadHeader(reader, limits, findings, firstRows), firstRows, reader);
        }));
    }

    public TableRows Read(ColumnUse[] uses, int? chunkCount)
    {
        try
        {
            return Guarded(_findings, () =>
            {
                var reader = Interlocked.Exchange(ref _afterHeader, null) ?? Reopen(Header.Row);
                using (reader)
                {
                    return ReadRows(reader, uses);
                }
            });
        }
        catch (RefusedException refusal)
        {
            return TableRows.Refused(refusal.Finding);
        }
    }

    public ImmutableArray<SheetGrid> ReadGrids(string file) => Guarded(_findings, () =>
    {
        var taken = Interlocked.Exchange(ref _afterHeader, null);
        var reader = taken ?? CreateReader(_bytes, _findings);
        using (reader)
        {
            return WorkbookGrids.Read(reader, taken is null ? [] : _firstRows, file, _bytes, _package, _limits, _findings);
        }
    });

    /// <summary>All cells of all sheets of a workbook whose first sheet may be blank.</summary>
    /// <exception cref="RefusedException">The bytes are no workbook that can be read.</exception>
    public static ImmutableArray<SheetGrid> GridsOf(byte[] bytes, string file, TableLimits limits, FileFindings findings) => Guarded(findings, () =>
    {
        var package = FileKind.IsZip(bytes) ? WorkbookPackage.Inspect(bytes, limits, findings) : CompoundWorkbook.Inspect(bytes, findings);
        using var reader = CreateReader(bytes, findings);
        return WorkbookGrids.Read(reader, [], file, bytes, package, limits, findings);
    });

    /// <summary>Creates the format's reader, which knows the sheet's extent before any row is read.</summary>
    internal static IExcelDataReader CreateReader(byte[] bytes, FileFindings findings)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(936) });
        return reader.RowCount > MostSheetRows || reader.FieldCount > MostSheetColumns
            ? throw new RefusedException(findings.Corrupt($"{reader.RowCount} × {reader.FieldCount}"))
            : reader;
    }

    /// <summary>
    /// Turns whatever the workbook library throws into a refusal. A hostile workbook can make it throw nearly anything, so everything is caught here.
    /// </summary>
    private static T Guarded<T>(FileFindings findings, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new RefusedException(findings.Encrypted());
        }
        catch (Exception fault) when (fault is not RefusedException)
        {
            throw new RefusedException(IsDocumentType(fault) ? findings.DocumentType() : findings.Corrupt(fault.Message));
        }
    }

    /// <summary>Whether the reader of XML stopped at a document type, which it is told to prohibit; its own words for that are a programmer's.</summary>
    private static bool IsDocumentType(Exception fault) => fault is XmlException && fault.Message.Contains("DTD", StringComparison.Ordinal);

    private static IEnumerable<Finding> NotesOn(WorkbookPackage package, FileFindings findings)
    {
        if (package.HasExternalLinks)
        {
            yield return findings.ExternalLinks();
        }

        var first = package.Sheets[0];
        var others = package.Sheets.Skip(1).Where(sheet => !Companions.IsSheet(sheet.Name)).ToList();
        if (others.Count > 0)
        {
            yield return findings.OtherSheets(package.Sheets.Length, first.Name ?? "");
        }

        if (first.IsHidden)
        {
            yield return findings.HiddenFirstSheet(first.Name ?? "");
        }

        if (others.Any(sheet => sheet.IsHidden))
        {
            yield return findings.HiddenSheets(others.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name));
        }
    }

    private static TableHeader ReadHeader(IExcelDataReader reader, TableLimits limits, FileFindings findings, List<SheetCell[]?> firstRows)
    {
        for (var row = 1; row <= HeaderSearchRows && reader.Read(); row++)
        {
            firstRows.Add(WorkbookGrids.Row(reader));
            var headings = new List<string>();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                headings.Add(CellText.Heading(WorkbookCell.Text(reader, column)));
            }

            if (CellText.WithoutTrailingBlanks(headings).Count > 0)
            {
                return headings.Count > limits.Columns
                    ? throw new RefusedException(findings.TooManyColumns(limits.Columns))
                    : new TableHeader([.. headings], row);
            }
        }

        throw new RefusedException(findings.NoHeader());
    }

    private IExcelDataReader Reopen(int row)
    {
        var reader = CreateReader(_bytes, _findings);
        for (var at = 0; at < row; at++)
        {
            reader.Read();
        }

        return reader;
    }

    private TableRows ReadRows(IExcelDataReader reader, ColumnUse[] uses)
    {
        var errors = FormulaErrors.Of(_bytes, _package.FirstSheetPart, _limits.Rows);
        var rows = new WorkbookRows(uses, errors, new RemarkList(_limits.Remarks), reader.FieldCount, SearchedBeyondHeader, _companions);
        for (var row = Header.Row + 1; reader.Read(); row++)
        {
            rows.Add(reader, row);
            if (rows.Count > _limits.Rows)
            {
                throw new RefusedException(_findings.TooManyRows(_limits.Rows));
            }
        }

        return rows.ToRows(CellTextAgain);
    }

    private string CellTextAgain(int row, int column)
    {
        using var reader = Reopen(row);
        return column < reader.FieldCount ? WorkbookCell.Text(reader, column) : "";
    }
}
