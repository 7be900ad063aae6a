using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Forms.School;

/// <summary>A column of figures of a form.</summary>
/// <param name="Column">Column, from 0.</param>
/// <param name="Number">Its printed number; 0 = none.</param>
/// <param name="Path">Its normalised headings from the top to the lowest.</param>
/// <param name="Headings">The same as written.</param>
/// <param name="HeadingRow">The row of the lowest heading.</param>
internal sealed record FormColumn(int Column, int Number, ImmutableArray<string> Path, ImmutableArray<string> Headings, int HeadingRow);

/// <summary>A row of a form.</summary>
/// <param name="Row">Row, from 1.</param>
/// <param name="Code">Its printed code; 0 = none.</param>
/// <param name="Path">Its normalised labels from the outermost to its own.</param>
/// <param name="Label">Its own label as written.</param>
/// <param name="LabelColumn">The column of its own label, from 0.</param>
/// <param name="Unit">The unit that stands in the row; null when none does.</param>
internal sealed record FormRow(int Row, int Code, ImmutableArray<string> Path, string Label, int LabelColumn, string? Unit);

/// <summary>A form as it stands on its sheet.</summary>
/// <param name="Grid">The sheet.</param>
/// <param name="Columns">Columns of figures from left to right.</param>
/// <param name="Rows">Rows from the top down; notes at the foot are no rows.</param>
/// <param name="HeadRows">Rows above the headings: title, form code, school, unit.</param>
/// <param name="NumberRow">The row 甲 乙 1 2 3; 0 = none.</param>
/// <param name="Unit">The unit of the whole form (计量单位); null when none is printed.</param>
/// <param name="HasFilledHeadings">Whether headings without merged cells were taken as headings of the columns to their right.</param>
internal sealed record FormSheet(
    SheetGrid Grid, ImmutableArray<FormColumn> Columns, ImmutableArray<FormRow> Rows, int HeadRows, int NumberRow, string? Unit, bool HasFilledHeadings)
{
    /// <summary>The cell of a row and column in words.</summary>
    public static string CellName(FormRow row, FormColumn column) => Origin.CellName(row.Row, column.Column);
}
