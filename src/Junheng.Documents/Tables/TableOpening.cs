using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tables;

/// <summary>What came of opening a table file: either a table whose header is known, or the reasons why there is none.</summary>
public abstract record TableOpening
{
    private TableOpening()
    {
    }

    /// <summary>The file is a table.</summary>
    /// <param name="File">The table, its header read.</param>
    public sealed record Opened(TableFile File) : TableOpening;

    /// <summary>The file cannot be read as a table.</summary>
    /// <param name="Findings">Why, at least one, all errors.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : TableOpening
    {
        /// <summary>All cells of a workbook that is refused only because its first sheet is blank: another sheet may be a form. Null otherwise.</summary>
        internal Func<ImmutableArray<SheetGrid>>? HeaderlessGrids { get; init; }
    }
}
