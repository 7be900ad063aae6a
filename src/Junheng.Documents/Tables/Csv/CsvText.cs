using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Junheng.Documents.Tables;

/// <summary>The text of a CSV file as valid UTF-8, and what a first pass over it tells about how to read it.</summary>
/// <param name="Bytes">The bytes; the file's own where it is UTF-8.</param>
/// <param name="Start">Where the text begins, after a byte order mark.</param>
/// <param name="DecodedFrom">The encoding's name when it is not UTF-8, else null.</param>
/// <param name="HasQuotes">True when a quotation mark occurs anywhere.</param>
/// <param name="LineEnd">The byte that ends lines: <c>\n</c>, or <c>\r</c> where the file has no <c>\n</c>.</param>
/// <param name="Lines">Number of line ends.</param>
internal sealed record CsvText(byte[] Bytes, int Start, string? DecodedFrom, bool HasQuotes, byte LineEnd, int Lines)
{
    /// <summary>Valid characters beyond ASCII after which a fault means broken UTF-8 rather than GB18030, in bytes.</summary>
    private const int SurelyUtf8Bytes = 12;

    private const int BlockBytes = 1 << 17;
    private const int PartBytes = 1 << 20;

    /// <summary>Finds out the encoding and decodes what is not UTF-8.</summary>
    /// <exception cref="RefusedException">The bytes are no text.</exception>
    public static CsvText Of(byte[] bytes, FileFindings findings)
    {
        var utf16 = bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode
            : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode
            : null;
        if (utf16 is not null)
        {
            return Decoded(bytes, 2, utf16.CodePage, "UTF-16", findings);
        }

        var marked = bytes is [0xEF, 0xBB, 0xBF, ..];
        if (Survey(bytes) is { } survey)
        {
            return survey.HasZero
                ? throw new RefusedException(findings.NotATable(FileKind.Binary))
                : new CsvText(bytes, marked ? 3 : 0, null, survey.HasQuotes, survey.LineEnd, survey.Lines);
        }

        var (faultAt, beyondAscii) = FirstFault(bytes);
        return marked || beyondAscii >= SurelyUtf8Bytes
            ? throw new RefusedException(faultAt + 4 > bytes.Length ? findings.Truncated() : findings.Encoding(LineOf(bytes, faultAt)))
            : Decoded(bytes, 0, 54936, "GB18030", findings);
    }

    private static CsvText Decoded(byte[] bytes, int start, int codePage, string name, FileFindings findings)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        using var utf8 = new MemoryStream();
        try
        {
            using var source = Encoding.CreateTranscodingStream(
                new MemoryStream(bytes, start, bytes.Length - start), encoding, Encoding.UTF8);
            source.CopyTo(utf8);
        }
        catch (Exception fault) when (fault is DecoderFallbackException or EncoderFallbackException)
        {
            throw new RefusedException(bytes.Contains((byte)0) && codePage == 54936
                ? findings.NotATable(FileKind.Binary)
                : findings.Encoding(1 + utf8.GetBuffer().AsSpan(0, (int)utf8.Length).Count((byte)'\n')));
        }

        var text = utf8.ToArray();
        var survey = Survey(text) ?? throw new RefusedException(findings.Encoding(1));
        return survey.HasZero
            ? throw new RefusedException(findings.NotATable(FileKind.Binary))
            : new CsvText(text, text is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0, name, survey.HasQuotes, survey.LineEnd, survey.Lines);
    }

    /// <summary>Null when the bytes are not UTF-8.</summary>
    private static SurveyResult? Survey(byte[] bytes)
    {
        var parts = Math.Clamp(bytes.Length / PartBytes, 1, Environment.ProcessorCount);
        var results = new SurveyResult?[parts];
        InParallel.Run(parts, part => results[part] = SurveyPart(bytes, Boundary(bytes, part, parts), Boundary(bytes, part + 1, parts)));
        var whole = default(SurveyResult);
        foreach (var result in results)
        {
            if (result is not { } some)
            {
                return null;
            }

            whole = whole.And(some);
        }

        return whole;
    }

    private static int Boundary(byte[] bytes, int part, int parts) => CharacterStart(bytes, (int)((long)bytes.Length * part / parts));

    /// <summary>Block by block, so that the passes after the first find the bytes in the cache.</summary>
    private static SurveyResult? SurveyPart(byte[] bytes, int from, int to)
    {
        var result = default(SurveyResult);
        while (from < to)
        {
            var end = Math.Min(to, CharacterStart(bytes, from + BlockBytes));
            var block = bytes.AsSpan(from, end - from);
            if (!Utf8.IsValid(block))
            {
                return null;
            }

            var lines = block.Count((byte)'\n');
            result = result.And(new SurveyResult(
                result.HasQuotes || block.Contains((byte)'"'), block.Contains((byte)0), lines, lines == 0 ? block.Count((byte)'\r') : 0));
            from = end;
        }

        return result;
    }

    /// <summary>The nearest start of a character at or before a position.</summary>
    private static int CharacterStart(byte[] bytes, int at)
    {
        if (at >= bytes.Length)
        {
            return bytes.Length;
        }

        var start = at;
        while (start > 0 && at - start < 3 && (bytes[start] & 0xC0) == 0x80)
        {
            start--;
        }

        return start;
    }

    private static (int At, int BytesBeyondAscii) FirstFault(ReadOnlySpan<byte> bytes)
    {
        int at = 0, beyondAscii = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
            beyondAscii += length > 1 ? length : 0;
        }

        return (at, beyondAscii);
    }

    private static int LineOf(byte[] bytes, int at) => 1 + bytes.AsSpan(0, at).Count((byte)'\n');

    private readonly record struct SurveyResult(bool HasQuotes, bool HasZero, int LineFeeds, int CarriageReturns)
    {
        public byte LineEnd => LineFeeds == 0 && CarriageReturns > 0 ? (byte)'\r' : (byte)'\n';

        public int Lines => LineFeeds == 0 ? CarriageReturns : LineFeeds;

        public SurveyResult And(SurveyResult next) => new(
            HasQuotes || next.HasQuotes, HasZero || next.HasZero, LineFeeds + next.LineFeeds, CarriageReturns + next.CarriageReturns);
    }
}
