using System.Buffers;
using System.Text;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Tables;

/// <summary>A column of texts in the making: slices of the file, and texts that had to be changed kept aside.</summary>
internal sealed class CsvTextColumn(int capacity)
{
    private readonly ArrayBufferWriter<byte> _aside = new();

    /// <summary>Per row, where its text begins in the file; for texts kept aside the complement of their place there.</summary>
    public int[] Starts { get; } = new int[capacity];

    public int[] Lengths { get; } = new int[capacity];

    public void SetChanged(int row, string text)
    {
        Starts[row] = ~_aside.WrittenCount;
        Lengths[row] = (int)Encoding.UTF8.GetBytes(text, _aside);
    }

    /// <summary>The finished column of the first <paramref name="count"/> rows.</summary>
    public TextColumn ToColumn(byte[] file, int count)
    {
        var starts = count == Starts.Length ? Starts : Starts[..count];
        var lengths = count == Lengths.Length ? Lengths : Lengths[..count];
        if (_aside.WrittenCount == 0)
        {
            return new TextColumn(file, starts, lengths);
        }

        var aside = _aside.WrittenSpan;
        var own = new byte[lengths.Sum()];
        var at = 0;
        for (var row = 0; row < count; row++)
        {
            var text = starts[row] < 0
                ? aside.Slice(~starts[row], lengths[row])
                : file.AsSpan(starts[row], lengths[row]);
            text.CopyTo(own.AsSpan(at));
            starts[row] = at;
            at += text.Length;
        }

        return new TextColumn(own, starts, lengths);
    }
}
