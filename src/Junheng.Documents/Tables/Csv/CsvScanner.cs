using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Junheng.Documents.Tables;

/// <summary>Finds the ends of cells, a stretch of text at a time, so that the bytes are still in the nearest cache when the cells are read.</summary>
internal ref struct CsvScanner(byte[] bytes, int from, int limit, CsvDialect dialect)
{
    /// <summary>Bytes of a stretch; a multiple of the vector's width.</summary>
    public const int StretchBytes = 1 << 14;

    /// <summary>First byte, in UTF-8, of full-width characters and of byte order marks.</summary>
    private const byte FullWidthLead = 0xEF;

    private int _at = from;

    /// <summary>True when the last stretch has a byte that may begin a full-width character.</summary>
    public bool MayBeFullWidth { get; private set; }

    /// <summary>True when a quotation mark was opened and never closed.</summary>
    public bool IsUnclosed { get; private set; }

    /// <summary>True when everything has been scanned.</summary>
    public readonly bool IsDone => _at >= limit;

    /// <summary>Scans one stretch and gives the number of ends found, in order.</summary>
    /// <param name="ends">Room for <see cref="StretchBytes"/> positions.</param>
    public int Scan(int[] ends) => dialect.HasQuotes ? ScanQuoted(ends) : ScanPlain(ends);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ScanPlain(int[] ends)
    {
        var at = _at;
        var stop = Math.Min(limit, at + StretchBytes);
        ref var first = ref MemoryMarshal.GetArrayDataReference(bytes);
        ref var end = ref MemoryMarshal.GetArrayDataReference(ends);
        var count = 0;
        var separators = Vector256.Create(dialect.Separator);
        var lineEnds = Vector256.Create(dialect.LineEnd);
        var leads = Vector256.Create(FullWidthLead);
        var wide = Vector256<byte>.Zero;
        for (; at <= stop - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref first, (nuint)at);
            wide |= Vector256.Equals(block, leads);
            var marks = (Vector256.Equals(block, separators) | Vector256.Equals(block, lineEnds)).ExtractMostSignificantBits();
            for (; marks != 0; marks &= marks - 1)
            {
                Unsafe.Add(ref end, count++) = at + BitOperations.TrailingZeroCount(marks);
            }
        }

        var anyWide = wide != Vector256<byte>.Zero;
        for (; at < stop; at++)
        {
            var b = Unsafe.Add(ref first, at);
            anyWide |= b == FullWidthLead;
            if (b == dialect.Separator || b == dialect.LineEnd)
            {
                Unsafe.Add(ref end, count++) = at;
            }
        }

        _at = at;
        MayBeFullWidth = anyWide;
        return count;
    }

    /// <summary>Cell by cell; each ends within the stretch or is the last of it.</summary>
    private int ScanQuoted(int[] ends)
    {
        var stop = Math.Min(limit, _at + StretchBytes);
        var count = 0;
        while (_at < stop)
        {
            var end = CsvCells.End(bytes, _at, limit, dialect, out var unclosed);
            IsUnclosed |= unclosed;
            if (end < limit)
            {
                ends[count++] = end;
            }

            _at = end + 1;
        }

        MayBeFullWidth = true;
        return count;
    }
}
