namespace Junheng.Documents.Tables;

/// <summary>The bytes that separate cells and end rows, and whether quotation marks must be minded.</summary>
internal readonly record struct CsvDialect(byte Separator, byte LineEnd, bool HasQuotes)
{
    private static readonly byte[] Separators = [(byte)',', (byte)'\t', (byte)';'];

    /// <summary>Chooses the separator that occurs most often in the header, outside quotation marks; a comma where they tie.</summary>
    public static CsvDialect Of(CsvText text)
    {
        var bytes = text.Bytes.AsSpan(text.Start);
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        var seen = false;
        foreach (var b in bytes)
        {
            quoted ^= b == (byte)'"';
            if (b == text.LineEnd && !quoted && seen)
            {
                break;
            }

            seen |= b > ' ';
            var which = quoted ? -1 : Separators.AsSpan().IndexOf(b);
            if (which >= 0)
            {
                counts[which]++;
            }
        }

        var best = counts[1] > counts[0] ? 1 : 0;
        best = counts[2] > counts[best] ? 2 : best;
        return new CsvDialect(Separators[best], text.LineEnd, text.HasQuotes);
    }
}
