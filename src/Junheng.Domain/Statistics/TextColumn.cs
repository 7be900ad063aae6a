using System.Text;

namespace Junheng.Domain.Statistics;

/// <summary>
/// A column of texts, one a row, held as slices of one UTF-8 buffer (often the input file itself), so that reading a nation's rows makes no strings.
/// A blank text is a missing one.
/// </summary>
public sealed class TextColumn
{
    private readonly byte[] _utf8;
    private readonly int[] _starts;
    private readonly int[] _lengths;

    /// <summary>A column over a shared buffer.</summary>
    /// <param name="utf8">The buffer; it must not change afterwards.</param>
    /// <param name="starts">Per row, where its text begins in the buffer.</param>
    /// <param name="lengths">Per row, its length in bytes; 0 = blank.</param>
    /// <exception cref="ArgumentException">The two arrays differ in length.</exception>
    public TextColumn(byte[] utf8, int[] starts, int[] lengths)
    {
        if (starts.Length != lengths.Length)
        {
            throw new ArgumentException("One start and one length a row.", nameof(lengths));
        }

        (_utf8, _starts, _lengths) = (utf8, starts, lengths);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _starts.Length;

    /// <summary>The text of a row; empty when blank.</summary>
    public string this[int row] => _lengths[row] == 0 ? "" : Encoding.UTF8.GetString(Utf8(row));

    /// <summary>A column of the given texts; null counts as blank.</summary>
    public static TextColumn Of(IReadOnlyList<string?> texts)
    {
        var starts = new int[texts.Count];
        var lengths = new int[texts.Count];
        using var buffer = new MemoryStream();
        for (var row = 0; row < texts.Count; row++)
        {
            starts[row] = (int)buffer.Position;
            buffer.Write(Encoding.UTF8.GetBytes(texts[row] ?? ""));
            lengths[row] = (int)buffer.Position - starts[row];
        }

        return new TextColumn(buffer.ToArray(), starts, lengths);
    }

    /// <summary>The text of a row as UTF-8 bytes; empty when blank.</summary>
    public ReadOnlySpan<byte> Utf8(int row) => _utf8.AsSpan(_starts[row], _lengths[row]);

    /// <summary>True when the row has no text.</summary>
    public bool IsBlank(int row) => _lengths[row] == 0;
}
