using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tables;

/// <summary>An opened table of some format.</summary>
internal interface ITable
{
    TableHeader Header { get; }

    ImmutableArray<TableSheet> Sheets { get; }

    ImmutableArray<Finding> Notes { get; }

    /// <param name="uses">One a heading.</param>
    /// <param name="chunkCount">How many chunks to cut the rows into, where the format allows; null = as suits the machine.</param>
    TableRows Read(ColumnUse[] uses, int? chunkCount);

    /// <summary>All cells of all sheets. It takes the place of <see cref="Read"/>: a table is read in one way or the other.</summary>
    /// <param name="file">The file's name.</param>
    /// <exception cref="RefusedException">They cannot be read.</exception>
    ImmutableArray<SheetGrid> ReadGrids(string file);
}

/// <summary>The header row.</summary>
/// <param name="Headings">Texts without trailing blank ones.</param>
/// <param name="Row">The row as Excel shows it, from 1.</param>
internal sealed record TableHeader(ImmutableArray<string> Headings, int Row);
