namespace Junheng.Domain.Statistics;

/// <summary>One bit a row: set where a figure is there. Filled by one writer, then only read.</summary>
public sealed class PresenceBits
{
    private readonly ulong[] _words;

    /// <summary><paramref name="count"/> bits, all clear.</summary>
    public PresenceBits(int count)
    {
        Count = count;
        _words = new ulong[(count + 63) / 64];
    }

    /// <summary>Number of bits.</summary>
    public int Count { get; }

    /// <summary>Whether the bit of a row is set.</summary>
    public bool this[int row] => (_words[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>64 rows a word, the first row in the lowest bit; bits behind the last row are clear.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>Writes one flag a row.</summary>
    /// <param name="flags">As many as there are rows.</param>
    public void CopyTo(Span<bool> flags)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            var some = flags.Slice(word * 64, Math.Min(64, Count - (word * 64)));
            some.Fill(_words[word] == ulong.MaxValue);
            if (_words[word] is not (0 or ulong.MaxValue))
            {
                for (var bit = 0; bit < some.Length; bit++)
                {
                    some[bit] = (_words[word] >> bit & 1) != 0;
                }
            }
        }
    }

    /// <summary>Sets the bit of a row.</summary>
    public void Set(int row) => _words[row >> 6] |= 1UL << (row & 63);
}
