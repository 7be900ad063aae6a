using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Junheng.Documents.Tables;

/// <summary>
/// Reads a run of CSV rows into columns. This is the hot path of the product: nothing is allocated for an ordinary cell,
/// and whatever is out of the ordinary is handed to a slow method.
/// </summary>
internal sealed class CsvChunkReader
{
    private readonly byte[] _bytes;
    private readonly int _from;
    private readonly int _limit;
    private readonly CsvDialect _dialect;
    private readonly ColumnUse[] _uses;
    private readonly CsvTextColumn?[] _texts;
    private readonly CsvNumberColumn?[] _numbers;
    private readonly int[] _rowStarts;
    private readonly RemarkList _remarks;
    private int[]? _records;
    private int _row;
    private int _record;
    private int _rowStart;
    private int _start;
    private int _column;
    private bool _rowHasContent;
    private bool _isBeyondHeaderRemarked;
    private int _unclosedRecord = -1;

    /// <param name="bytes">The file's text.</param>
    /// <param name="from">First byte of the run, the start of a row.</param>
    /// <param name="limit">End of the run, the start of a row or the end of the text.</param>
    /// <param name="dialect">Separator and line end.</param>
    /// <param name="uses">One a column of the header.</param>
    /// <param name="remarkLimit">How many remarks to keep.</param>
    public CsvChunkReader(byte[] bytes, int from, int limit, CsvDialect dialect, ColumnUse[] uses, int remarkLimit)
    {
        (_bytes, _from, _limit, _dialect, _uses) = (bytes, from, limit, dialect, uses);
        var run = bytes.AsSpan(from, limit - from);
        var capacity = run.Count(dialect.LineEnd) + (run.Length > 0 && run[^1] != dialect.LineEnd ? 1 : 0);
        _texts = new CsvTextColumn?[uses.Length];
        _numbers = new CsvNumberColumn?[uses.Length];
        for (var column = 0; column < uses.Length; column++)
        {
            _texts[column] = uses[column] == ColumnUse.Text ? new CsvTextColumn(capacity) : null;
            _numbers[column] = uses[column] == ColumnUse.Number ? new CsvNumberColumn(capacity) : null;
        }

        _rowStarts = new int[capacity];
        _remarks = new RemarkList(remarkLimit);
        _start = _rowStart = from;
    }

    /// <summary>Rows met, blank ones too.</summary>
    public int Records => _record;

    public int RowCount => _row;

    /// <summary>Remarks whose rows are counted from this run's first row, which is 0.</summary>
    public RemarkList Remarks => _remarks;

    /// <summary>The row, counted from this run's first, that opens a quotation mark and never closes it; −1 when there is none.</summary>
    public int UnclosedRecord => _unclosedRecord;

    public void Read()
    {
        var scanner = new CsvScanner(_bytes, _from, _limit, _dialect);
        var ends = new int[CsvScanner.StretchBytes + 1];
        var wasWide = false;
        while (!scanner.IsDone)
        {
            var count = scanner.Scan(ends);
            var isWide = scanner.MayBeFullWidth;
            ReadCells(ends, count, isWide || wasWide);
            wasWide = isWide || (count == 0 && wasWide);
        }

        if (scanner.IsUnclosed)
        {
            _unclosedRecord = _record;
        }

        if (_start < _limit || _column > 0)
        {
            ends[0] = _limit;
            ReadCells(ends, 1, mayBeFullWidth: true);
        }
    }

    /// <summary>The finished rows, once the number of the run's first row in the file is known.</summary>
    public TableChunk ToChunk(int firstRow) => new(
        _row,
        firstRow,
        _records,
        Array.ConvertAll(_texts, column => column?.ToColumn(_bytes, _row)),
        Array.ConvertAll(_numbers, column => column?.ToColumn(_row)),
        new CsvCellTexts(_bytes, _limit, _dialect, _rowStarts));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadCells(int[] ends, int count, bool mayBeFullWidth)
    {
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(_bytes);
        var (start, column, row, limit) = (_start, _column, _row, _limit);
        var lineEnd = _dialect.LineEnd;
        var uses = _uses;
        var hasContent = _rowHasContent;
        for (var i = 0; i < count; i++)
        {
            var end = ends[i];
            var isLast = end == limit || Unsafe.Add(ref bytes, end) == lineEnd;
            var length = end - start;
            if (isLast && length > 0 && Unsafe.Add(ref bytes, end - 1) == (byte)'\r')
            {
                length--;
            }

            if (length > 0)
            {
                ref var cell = ref Unsafe.Add(ref bytes, start);
                var use = (uint)column < (uint)uses.Length ? uses[column] : BeyondHeader;
                if (use == ColumnUse.Number)
                {
                    if (NumberText.TryReadPlain(ref cell, length, out var value))
                    {
                        var numbers = _numbers[column]!;
                        numbers.Values[row] = value;
                        numbers.Present.Set(row);
                        hasContent = true;
                    }
                    else
                    {
                        hasContent |= ReadNumber(column, row, start, length);
                    }
                }
                else if (use == ColumnUse.Text)
                {
                    if (!mayBeFullWidth && IsPlainText(ref cell, length))
                    {
                        var texts = _texts[column]!;
                        texts.Starts[row] = start;
                        texts.Lengths[row] = length;
                        hasContent = true;
                    }
                    else
                    {
                        hasContent |= ReadText(column, row, start, length);
                    }
                }
                else if (use == BeyondHeader)
                {
                    hasContent |= ReadBeyondHeader(column, start, length);
                }
            }

            start = end + 1;
            column++;
            if (isLast)
            {
                row = FinishRow(row, end, hasContent);
                _rowStart = start;
                column = 0;
                hasContent = false;
            }
        }

        (_start, _column, _row, _rowHasContent) = (start, column, row, hasContent);
    }

    private const ColumnUse BeyondHeader = (ColumnUse)255;

    /// <summary>True when the bytes can stand as they are: no blank, quotation mark or full-width character at either end, no ruined code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlainText(ref byte text, int length)
    {
        var last = Unsafe.Add(ref text, length - 1);
        if (text is <= (byte)' ' or (byte)'"' or 0xC2 or 0xE3 || last is <= (byte)' ' or 0x80 or 0xA0 or 0xBF)
        {
            return false;
        }

        var second = length < 3 ? (byte)0 : Unsafe.Add(ref text, 1);
        return second != (byte)'.' && (second | 0x20) != (byte)'e';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FinishRow(int row, int end, bool hasContent)
    {
        var record = _record++;
        _isBeyondHeaderRemarked = false;
        if (!hasContent && CsvCells.IsBlank(_bytes.AsSpan(_rowStart, end - _rowStart), _dialect))
        {
            SkipRow(row);
            return row;
        }

        _rowStarts[row] = _rowStart;
        if (_records is not null)
        {
            _records[row] = record;
        }

        return row + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipRow(int row)
    {
        if (_records is null)
        {
            _records = new int[_rowStarts.Length];
            for (var i = 0; i < row; i++)
            {
                _records[i] = i;
            }
        }
    }

    /// <summary>A figure that is not plain. False when the cell is blank.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadNumber(int column, int row, int start, int length)
    {
        var content = CsvCells.Content(_bytes.AsSpan(start, length), out _);
        if (content.Length == 0)
        {
            return false;
        }

        var numbers = _numbers[column]!;
        if (NumberText.TryReadPlain(ref MemoryMarshal.GetReference(content), content.Length, out var value))
        {
            numbers.Set(row, new NumberReading(value, null, null));
            return true;
        }

        var text = CsvCells.Text(_bytes.AsSpan(start, length));
        var reading = NumberText.Read(text);
        if (reading.WasRead)
        {
            numbers.Set(row, reading);
        }

        if (reading.Remark is { } remark)
        {
            _remarks.Add(_record, column, remark, text);
        }

        return true;
    }

    /// <summary>A text that may have to be trimmed, unquoted or narrowed. False when the cell is blank.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadText(int column, int row, int start, int length)
    {
        var raw = _bytes.AsSpan(start, length);
        var content = CsvCells.Content(raw, out var doubled);
        if (content.Length == 0)
        {
            return false;
        }

        var texts = _texts[column]!;
        if (!doubled && !content.Contains((byte)0xEF) && !IsScientificCandidate(content))
        {
            texts.Starts[row] = start + (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(raw), ref MemoryMarshal.GetReference(content));
            texts.Lengths[row] = content.Length;
            return true;
        }

        var written = doubled ? CsvCells.Text(raw) : Encoding.UTF8.GetString(content);
        var text = FullWidth.NarrowAlphanumerics(written, out var narrowed);
        if (narrowed)
        {
            _remarks.Add(_record, column, CellRemarkKind.FullWidthText, written);
        }

        if (CellText.IsScientificCode(text))
        {
            _remarks.Add(_record, column, CellRemarkKind.ScientificCode, written);
        }

        texts.SetChanged(row, text);
        return text.Length > 0;
    }

    private static bool IsScientificCandidate(ReadOnlySpan<byte> text) => text.Length >= 3 && char.IsAsciiDigit((char)text[0]) && (text[1] | 0x20) is '.' or 'e';

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadBeyondHeader(int column, int start, int length)
    {
        var content = CsvCells.Content(_bytes.AsSpan(start, length), out _);
        if (content.Length == 0)
        {
            return false;
        }

        if (!_isBeyondHeaderRemarked)
        {
            _isBeyondHeaderRemarked = true;
            _remarks.Add(_record, column, CellRemarkKind.BeyondHeader, CsvCells.Text(_bytes.AsSpan(start, length)));
        }

        return true;
    }
}
