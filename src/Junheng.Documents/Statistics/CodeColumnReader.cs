using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>
/// Turns a text column of few different texts into codes. A text is parsed once and then recognised by its bytes, so that a nation's rows make no strings.
/// </summary>
internal sealed class CodeColumnReader<T>(Func<string, T> parse)
    where T : unmanaged
{
    private readonly List<(byte[] Text, T Code)> _known = [];

    /// <summary>The code of each row; blank texts are given to the parser too.</summary>
    public T[] Read(TextColumn column)
    {
        var codes = new T[column.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = CodeOf(column.Utf8(row), column, row);
        }

        return codes;
    }

    private T CodeOf(ReadOnlySpan<byte> text, TextColumn column, int row)
    {
        foreach (var (known, code) in _known)
        {
            if (text.SequenceEqual(known))
            {
                return code;
            }
        }

        var parsed = parse(column[row]);
        if (_known.Count < 64)
        {
            _known.Add((text.ToArray(), parsed));
        }

        return parsed;
    }
}
