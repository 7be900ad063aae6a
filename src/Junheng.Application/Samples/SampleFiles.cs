using System.Collections.Immutable;

namespace Junheng.Application.Samples;

/// <summary>Writes generated tables as files of some format.</summary>
public interface ISampleFormats
{
    /// <summary>A table as CSV, the same bytes for the same table.</summary>
    void WriteCsv(Stream stream, IReadOnlyList<string> columns, IEnumerable<string[]> rows);

    /// <summary>A table as a workbook (xlsx), the same bytes for the same table.</summary>
    void WriteWorkbook(Stream stream, string sheet, IReadOnlyList<string> columns, IEnumerable<string[]> rows);
}

/// <summary>Which sample.</summary>
public enum SampleKind
{
    /// <summary>One county with its items file.</summary>
    County,

    /// <summary>Twelve counties.</summary>
    Province,

    /// <summary>A nation as a unit table.</summary>
    Nation,
}

/// <summary>What is to be written.</summary>
/// <param name="Kind">Which sample.</param>
/// <param name="Folder">The folder that the sample's own folder lies in.</param>
/// <param name="Csv">Whether CSV is written.</param>
/// <param name="Workbook">Whether xlsx is written.</param>
/// <param name="Seed">Same seed, same files.</param>
/// <param name="Counties">Counties of the nation.</param>
/// <param name="Rows">Rows of the nation.</param>
/// <param name="Force">Whether files of other content are overwritten.</param>
public sealed record SampleRequest(SampleKind Kind, string Folder, bool Csv, bool Workbook, ulong Seed, int Counties, int Rows, bool Force);

/// <summary>A file of a sample.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="IsNew">Whether it was written; false when it was there already with the same content.</param>
public sealed record SampleFile(string Path, int Rows, bool IsNew);

/// <summary>What came of it.</summary>
public abstract record SampleOutcome
{
    private SampleOutcome()
    {
    }

    /// <summary>Files are there with other content; nothing was written.</summary>
    public sealed record WouldOverwrite(ImmutableArray<string> Paths) : SampleOutcome;

    /// <summary>The files are there.</summary>
    public sealed record Written(ImmutableArray<SampleFile> Files) : SampleOutcome;
}
