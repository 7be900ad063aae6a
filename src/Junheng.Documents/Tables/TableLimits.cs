namespace Junheng.Documents.Tables;

/// <summary>How large an input may be before it is refused, so that no upload can exhaust the server.</summary>
public sealed record TableLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public long FileBytes { get; init; } = 200L << 20;

    /// <summary>Bytes of all parts of a workbook together once unpacked, as its zip directory declares them.</summary>
    public long UncompressedBytes { get; init; } = 2L << 30;

    /// <summary>Parts (zip entries) of a workbook.</summary>
    public int Parts { get; init; } = 10_000;

    /// <summary>How many times larger than packed a part may be, judged only for parts over <see cref="RatioAppliesAboveBytes"/>.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Unpacked size from which <see cref="CompressionRatio"/> is judged.</summary>
    public long RatioAppliesAboveBytes { get; init; } = 50L << 20;

    /// <summary>Rows with content below the header; in CSV every line counts.</summary>
    public int Rows { get; init; } = 2_000_000;

    /// <summary>Columns with a heading.</summary>
    public int Columns { get; init; } = 2_000;

    /// <summary>Remarks on cells that are kept; further ones are only counted.</summary>
    public int Remarks { get; init; } = 10_000;
}
