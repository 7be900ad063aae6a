namespace Junheng.Documents.Tables;

/// <summary>Something worth saying about one cell.</summary>
/// <param name="Row">The row as Excel shows it, from 1.</param>
/// <param name="Column">The column, from 0.</param>
/// <param name="Kind">What was met.</param>
/// <param name="Text">The cell's text as it stands in the file, cut after 100 characters.</param>
public readonly record struct CellRemark(int Row, int Column, CellRemarkKind Kind, string Text)
{
    /// <summary>True when the cell's figure was read all the same; false when it counts as missing and something must be mended.</summary>
    public bool WasRead => Kind.WasRead();
}
