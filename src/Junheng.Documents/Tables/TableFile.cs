using System.Collections.Immutable;
using System.Security.Cryptography;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tables;

/// <summary>
/// A table file whose header is known: CSV, xlsx or xls. Of a workbook the first sheet is read. Nothing that a file holds makes opening or reading
/// throw: what cannot be read is refused with findings.
/// </summary>
public sealed class TableFile
{
    private readonly ITable _table;
    private readonly Lazy<string> _sha256;

    private TableFile(string name, TableFormat format, byte[] bytes, ITable table)
    {
        (Name, Format, _table) = (name, format, table);
        _sha256 = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The file's name without its folder.</summary>
    public string Name { get; }

    /// <summary>The format, judged by the content.</summary>
    public TableFormat Format { get; }

    /// <summary>SHA-256 of the file's bytes in lower-case hex; computed when first asked for, from any thread.</summary>
    public string Sha256 => _sha256.Value;

    /// <summary>All sheets in their order; the first is the one that is read. For CSV one without name.</summary>
    public ImmutableArray<TableSheet> Sheets => _table.Sheets;

    /// <summary>The name of the sheet that is read; null for CSV.</summary>
    public string? Sheet => Sheets[0].Name;

    /// <summary>The headings: trimmed, on one line each, without the blank ones after the last; one before it may be blank.</summary>
    public ImmutableArray<string> Headers => _table.Header.Headings;

    /// <summary>The header's row as Excel shows it: 1 unless blank rows stand above it.</summary>
    public int HeaderRow => _table.Header.Row;

    /// <summary>Notes and warnings on the file as a whole: encoding, separator, further and hidden sheets. None refuses it.</summary>
    public ImmutableArray<Finding> Findings => _table.Notes;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="limits">How large it may be; null for <see cref="TableLimits.Default"/>.</param>
    /// <param name="language">The language of findings.</param>
    public static TableOpening Open(string path, TableLimits? limits = null, Language language = Language.Zh)
    {
        var name = path.Contains('\0') ? path.Replace("\0", "", StringComparison.Ordinal) : Path.GetFileName(path);
        return Open(name, findings => FileBytes.Read(path, limits ?? TableLimits.Default, findings), limits, language);
    }

    /// <summary>Opens the content of a file, e.g. an upload.</summary>
    /// <param name="name">The file's name, for findings.</param>
    /// <param name="bytes">The content, which must not change afterwards.</param>
    /// <param name="limits">How large it may be; null for <see cref="TableLimits.Default"/>.</param>
    /// <param name="language">The language of findings.</param>
    public static TableOpening Open(string name, byte[] bytes, TableLimits? limits = null, Language language = Language.Zh) =>
        Open(Path.GetFileName(name), _ => bytes, limits, language);

    /// <summary>Opens a member of an archive or a file of a folder, under a name that says where it lies.</summary>
    internal static TableOpening OpenAs(string name, Func<FileFindings, byte[]> read, Language language) => Open(name, read, null, language);

    /// <summary>A table that was put together in memory.</summary>
    internal static TableFile Of(string name, ITable table) => new(name, TableFormat.Csv, [], table);

    /// <summary>All cells of all sheets, in place of <see cref="Read"/>.</summary>
    /// <exception cref="RefusedException">They cannot be read.</exception>
    internal ImmutableArray<SheetGrid> ReadGrids() => _table.ReadGrids(Name);

    /// <summary>Reads the rows below the header.</summary>
    /// <param name="uses">What each column is read as, in the order of <see cref="Headers"/>; columns beyond the list are ignored.</param>
    /// <param name="chunkCount">Into how many chunks to cut the rows, where the format allows; null = as suits the machine.</param>
    /// <exception cref="ArgumentException">There are more uses than headings, or fewer than one chunk is asked for.</exception>
    public TableRows Read(IReadOnlyList<ColumnUse> uses, int? chunkCount = null)
    {
        if (uses.Count > Headers.Length)
        {
            throw new ArgumentException("One use a heading.", nameof(uses));
        }

        if (chunkCount < 1)
        {
            throw new ArgumentException("At least one chunk.", nameof(chunkCount));
        }

        var all = new ColumnUse[Headers.Length];
        for (var column = 0; column < uses.Count; column++)
        {
            all[column] = uses[column];
        }

        return _table.Read(all, chunkCount);
    }

    private static TableOpening Open(string name, Func<FileFindings, byte[]> read, TableLimits? givenLimits, Language language)
    {
        var limits = givenLimits ?? TableLimits.Default;
        var findings = new FileFindings(name, language);
        byte[] bytes = [];
        try
        {
            bytes = read(findings);
            if (bytes.Length == 0)
            {
                throw new RefusedException(findings.Empty());
            }

            if (bytes.Length > limits.FileBytes)
            {
                throw new RefusedException(findings.TooLarge(bytes.Length, limits.FileBytes));
            }

            if (FileKind.ForeignKind(bytes) is { } kind)
            {
                throw new RefusedException(findings.NotATable(kind));
            }

            var (format, table) = FileKind.IsZip(bytes) || FileKind.IsCompound(bytes)
                ? WorkbookTable.Open(bytes, limits, findings)
                : (TableFormat.Csv, (ITable)CsvTable.Open(bytes, limits, findings));
            return new TableOpening.Opened(new TableFile(name, format, bytes, table));
        }
        catch (RefusedException refusal)
        {
            return new TableOpening.Refused([refusal.Finding])
            {
                HeaderlessGrids = refusal.Finding.Rule == FileFindings.NoHeaderRule && bytes.Length > 0 && (FileKind.IsZip(bytes) || FileKind.IsCompound(bytes))
                    ? () => WorkbookTable.GridsOf(bytes, name, limits, findings)
                    : null,
            };
        }
    }
}
