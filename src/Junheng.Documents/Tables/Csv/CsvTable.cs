using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tables;

/// <summary>A CSV file, opened: its text, its header and where its rows begin.</summary>
internal sealed class CsvTable : ITable
{
    /// <summary>Below this a second processor costs more than it saves.</summary>
    private const int SmallestChunkBytes = 1 << 18;

    private readonly CsvText _text;
    private readonly CsvDialect _dialect;
    private readonly TableLimits _limits;
    private readonly FileFindings _findings;
    private readonly int _rowsFrom;

    private CsvTable(CsvText text, CsvDialect dialect, TableLimits limits, FileFindings findings, TableHeader header, int rowsFrom)
    {
        (_text, _dialect, _limits, _findings, _rowsFrom) = (text, dialect, limits, findings, rowsFrom);
        Header = header;
        Sheets = [new TableSheet(null)];
        Notes =
        [
            .. text.DecodedFrom is { } encoding ? [findings.DecodedFrom(encoding)] : Array.Empty<Finding>(),
            .. dialect.Separator != (byte)',' ? [findings.OtherSeparator((char)dialect.Separator)] : Array.Empty<Finding>(),
        ];
    }

    public TableHeader Header { get; }

    public ImmutableArray<TableSheet> Sheets { get; }

    public ImmutableArray<Finding> Notes { get; }

    public ImmutableArray<SheetGrid> ReadGrids(string file) => [CsvGrid.Read(_text, _dialect, file)];

    /// <exception cref="RefusedException">The bytes are no table.</exception>
    public static CsvTable Open(byte[] bytes, TableLimits limits, FileFindings findings)
    {
        var text = CsvText.Of(bytes, findings);
        if (text.Lines > limits.Rows)
        {
            throw new RefusedException(findings.TooManyRows(limits.Rows));
        }

        var dialect = CsvDialect.Of(text);
        var at = text.Start;
        for (var row = 1; at < text.Bytes.Length; row++)
        {
            var from = at;
            var headings = ReadHeadings(text.Bytes, dialect, ref at, limits, out var unclosed);
            if (unclosed)
            {
                throw new RefusedException(findings.UnclosedQuote(row));
            }

            if (CellText.WithoutTrailingBlanks(headings).Count == 0)
            {
                continue;
            }

            if (HoldsControlCharacters(text.Bytes.AsSpan(from, at - from)))
            {
                throw new RefusedException(findings.NotATable(FileKind.Binary));
            }

            return headings.Count > limits.Columns
                ? throw new RefusedException(findings.TooManyColumns(limits.Columns))
                : new CsvTable(text, dialect, limits, findings, new TableHeader([.. headings], row), at);
        }

        throw new RefusedException(findings.NoHeader());
    }

    public TableRows Read(ColumnUse[] uses, int? chunkCount)
    {
        var bounds = RunBounds(chunkCount);
        var readers = new CsvChunkReader[bounds.Length - 1];
        InParallel.Run(readers.Length, part =>
        {
            readers[part] = new CsvChunkReader(_text.Bytes, bounds[part], bounds[part + 1], _dialect, uses, _limits.Remarks);
            readers[part].Read();
        });

        var chunks = ImmutableArray.CreateBuilder<TableChunk>(readers.Length);
        var remarks = new RemarkList(_limits.Remarks);
        var (row, blankRows) = (Header.Row + 1, 0);
        foreach (var reader in readers)
        {
            if (reader.UnclosedRecord >= 0)
            {
                return TableRows.Refused(_findings.UnclosedQuote(row + reader.UnclosedRecord));
            }

            chunks.Add(reader.ToChunk(row));
            remarks.AddPart(reader.Remarks, row);
            row += reader.Records;
            blankRows += reader.Records - reader.RowCount;
        }

        return new TableRows(chunks.MoveToImmutable(), blankRows, remarks, []);
    }

    private static bool HoldsControlCharacters(ReadOnlySpan<byte> header)
    {
        foreach (var b in header)
        {
            if (b < (byte)'\t')
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> ReadHeadings(byte[] bytes, CsvDialect dialect, ref int at, TableLimits limits, out bool unclosed)
    {
        var headings = new List<string>();
        while (true)
        {
            var end = CsvCells.End(bytes, at, bytes.Length, dialect, out unclosed);
            if (headings.Count <= limits.Columns)
            {
                headings.Add(CellText.Heading(CsvCells.Text(bytes.AsSpan(at, end - at))));
            }

            at = Math.Min(end + 1, bytes.Length);
            if (end == bytes.Length || bytes[end] == dialect.LineEnd)
            {
                return headings;
            }
        }
    }

    /// <summary>The rows cut into runs at line ends: where each begins, and the end. One run where quotation marks may hide line ends.</summary>
    private int[] RunBounds(int? chunkCount)
    {
        var bytes = _text.Bytes;
        var length = bytes.Length - _rowsFrom;
        var count = _dialect.HasQuotes ? 1 : chunkCount ?? Math.Clamp(length / SmallestChunkBytes, 1, Environment.ProcessorCount);
        var bounds = new int[count + 1];
        bounds[0] = _rowsFrom;
        bounds[count] = bytes.Length;
        for (var i = 1; i < count; i++)
        {
            var near = Math.Max(bounds[i - 1], _rowsFrom + (int)((long)length * i / count));
            var lineEnd = bytes.AsSpan(near).IndexOf(_dialect.LineEnd);
            bounds[i] = lineEnd < 0 ? bytes.Length : near + lineEnd + 1;
        }

        return bounds;
    }
}
