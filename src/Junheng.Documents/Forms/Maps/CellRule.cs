using System.Collections.Immutable;
using Junheng.Domain.Definitions;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Forms.Maps;

/// <summary>One item of a sheet of one school: a cell, or several to be added up.</summary>
/// <param name="Item">Public column id, with its stage.</param>
/// <param name="Terms">One cell, or several to be added up.</param>
/// <param name="Unit">The unit that the form is known to have, e.g. 万元, where neither its labels nor its head print one; null = the item's own.</param>
/// <param name="IsOptional">Whether a sheet without the cell only deserves a warning.</param>
/// <param name="BlankIsZero">Whether a blank cell is known to mean 0 on this form.</param>
/// <param name="SchoolTypes">Only for schools of these types; empty = any.</param>
/// <param name="At">Where the rule stands.</param>
internal sealed record CellRule(
    string Item, ImmutableArray<CellTerm> Terms, string? Unit, bool IsOptional, bool BlankIsZero, ImmutableArray<SchoolType> SchoolTypes, DefinitionPosition At);

/// <summary>A cell by its row and column. Where both a label and a code are given, both must agree.</summary>
/// <param name="Row">The row's label path; null = by code.</param>
/// <param name="RowCode">The row's printed code, e.g. 04; null = by label.</param>
/// <param name="Column">The column's heading path; null = by number.</param>
/// <param name="ColumnNumber">The column's printed number, e.g. 17; null = by heading.</param>
internal sealed record CellTerm(HeadingPath? Row, string? RowCode, HeadingPath? Column, string? ColumnNumber)
{
    /// <summary>
    /// Columns that are parts of this one where it is a subtotal, and further columns where it stands beside them (艺术 with 音乐 and 美术): the sheet decides. Empty for
    /// ordinary cells.
    /// </summary>
    public ImmutableArray<HeadingPath> Parts { get; init; } = [];

    /// <summary>Where <see cref="Parts"/> are given: true or false where the map decides, null where the sheet does.</summary>
    public bool? IsSubtotal { get; init; }
}

/// <summary>Something about the school itself that stands behind a label: its name, code, type.</summary>
/// <param name="Item">Public column id of a key, text, code or year.</param>
/// <param name="Labels">What the label may be, normalised.</param>
/// <param name="Values">Texts of the form → values; empty = as they stand.</param>
/// <param name="Digits">Take the first run of digits of at least this length, cut to it, e.g. 6 for a county within a longer code; 0 = all of the text.</param>
/// <param name="At">Where the rule stands.</param>
internal sealed record LabelRule(string Item, ImmutableArray<string> Labels, ImmutableArray<(string Text, string Value)> Values, int Digits, DefinitionPosition At);

/// <summary>
/// A printed total and its parts: along a row (<see cref="Rows"/> given, total and parts are columns) or down a column (<see cref="Columns"/> given, total and parts are rows).
/// </summary>
/// <param name="Rows">The rows in which columns add up; empty when rows add up.</param>
/// <param name="Columns">The columns in which rows add up; empty when columns add up.</param>
/// <param name="Total">The total.</param>
/// <param name="Parts">Its parts; those that a sheet lacks are left out.</param>
internal sealed record TotalRule(ImmutableArray<HeadingPath> Rows, ImmutableArray<HeadingPath> Columns, HeadingPath Total, ImmutableArray<HeadingPath> Parts);
