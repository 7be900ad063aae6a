namespace Junheng.Documents.Tables;

/// <summary>How CSV is written.</summary>
public sealed record CsvWriterOptions
{
    /// <summary>Begin with a byte order mark, without which Excel takes the text for GBK.</summary>
    public bool ByteOrderMark { get; init; } = true;

    /// <summary>Put an apostrophe before texts that a spreadsheet would run as a formula (<c>= + - @</c>), numbers excepted.</summary>
    public bool NeutraliseFormulas { get; init; } = true;
}
