using System.Collections.Immutable;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tables;

/// <summary>The rows read below a header, in file order, in one or more chunks, with what was remarked on the way.</summary>
public sealed class TableRows
{
    private readonly IReadOnlyList<int> _countsByKind;

    internal TableRows(ImmutableArray<TableChunk> chunks, int blankRows, RemarkList remarks, ImmutableArray<Finding> findings)
    {
        (Chunks, BlankRows, Findings) = (chunks, blankRows, findings);
        (Remarks, _countsByKind) = (remarks.Kept, remarks.CountsByKind);
        RowCount = chunks.Sum(chunk => chunk.RowCount);
    }

    /// <summary>The chunks in file order; a chunk may be empty.</summary>
    public ImmutableArray<TableChunk> Chunks { get; }

    /// <summary>Rows of all chunks together.</summary>
    public int RowCount { get; }

    /// <summary>Wholly blank rows that were passed over.</summary>
    public int BlankRows { get; }

    /// <summary>Remarks in file order, at most <see cref="TableLimits.Remarks"/>.</summary>
    public IReadOnlyList<CellRemark> Remarks { get; }

    /// <summary>All remarks, also those not kept.</summary>
    public int RemarkCount => _countsByKind.Sum();

    /// <summary>What stopped the reading; when there is an error, the chunks are empty.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>True when the file proved unreadable below its header.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>How many remarks of a kind there are, also those not kept.</summary>
    public int CountOf(CellRemarkKind kind) => _countsByKind[(int)kind];

    internal static TableRows Refused(Finding finding) => new([], 0, new RemarkList(0), [finding]);
}
