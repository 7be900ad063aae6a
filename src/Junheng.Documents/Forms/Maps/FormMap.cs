using System.Collections.Immutable;
using Junheng.Domain.Definitions;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Maps;

/// <summary>How a form stands on its sheet.</summary>
internal enum FormLayout : byte
{
    /// <summary>One row a school below a header of one or more rows.</summary>
    List,

    /// <summary>One school a sheet: figures where a row label meets a column heading.</summary>
    Sheet,
}

/// <summary>A map: how a form is recognised and which of its cells are which public columns.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Title">The form's title.</param>
/// <param name="Layout">How it stands on its sheet.</param>
/// <param name="Generation">The generation of forms: <c>lists</c>, <c>cn-2020</c>, <c>cn-2021</c>, <c>examples</c>; free for a clerk's own.</param>
/// <param name="FromYear">First report year it holds for; null = any.</param>
/// <param name="ToYear">Last report year it holds for; null = any.</param>
/// <param name="SchoolTypes">School types that fill it in; empty = any.</param>
/// <param name="Stage">The stage of staged items written without one; <see cref="Stage.None"/> = none.</param>
/// <param name="IsAssumed">Whether the map is only assumed.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="Note">Anything worth knowing; null when nothing.</param>
/// <param name="Signs">What a sheet is recognised by.</param>
/// <param name="Columns">Layout list: what its columns are.</param>
/// <param name="Cells">Layout sheet: what its cells are.</param>
/// <param name="At">Where the map stands.</param>
internal sealed record FormMap(
    string Id,
    LocalizedText Title,
    FormLayout Layout,
    string Generation,
    int? FromYear,
    int? ToYear,
    ImmutableArray<SchoolType> SchoolTypes,
    Stage Stage,
    bool IsAssumed,
    LocalizedText Source,
    LocalizedText? Note,
    FormSigns Signs,
    ImmutableArray<ColumnRule> Columns,
    ImmutableArray<CellRule> Cells,
    DefinitionPosition At)
{
    /// <summary>Layout sheet: what says who the school is.</summary>
    public ImmutableArray<LabelRule> Labels { get; init; } = [];

    /// <summary>Layout sheet: printed totals and their parts.</summary>
    public ImmutableArray<TotalRule> Totals { get; init; } = [];

    /// <summary>Whether the map only names the form: nothing is read from it.</summary>
    public bool OnlyRecognises => Columns.IsEmpty && Cells.IsEmpty && Labels.IsEmpty;

    /// <summary>Whether the map holds for a report year; 0 = not known, which any map may hold for.</summary>
    public bool HoldsFor(int year) => year == 0 || (!(year < FromYear) && !(year > ToYear));
}

/// <summary>What a sheet is recognised by. Any code or title decides; otherwise all heading paths must be there.</summary>
/// <param name="Codes">Form codes in the sheet's name or its first rows, e.g. 教基4155.</param>
/// <param name="Titles">Parts of the title in the first rows.</param>
/// <param name="Headings">Heading paths that must be present.</param>
internal sealed record FormSigns(ImmutableArray<string> Codes, ImmutableArray<string> Titles, ImmutableArray<HeadingPath> Headings);

/// <summary>One item of a list: the column, or the columns that are added up, or one value for all rows.</summary>
/// <param name="Item">Public column id, with its stage where the map gives one; besides <c>counts_as_school</c> (是否计校数).</param>
/// <param name="Terms">One column, or several to be added up; empty with <paramref name="Value"/>.</param>
/// <param name="Unit">The unit written in the form, e.g. 万元; null = as the heading says, or else the item's own.</param>
/// <param name="Value">The value of every row; null = read it.</param>
/// <param name="Values">Texts of the form → values; empty = as they stand.</param>
/// <param name="Digits">Take the first run of so many digits of the text, e.g. 4 for a year; 0 = all of it.</param>
/// <param name="When">Only rows where another column has one of some texts; null = all rows.</param>
/// <param name="At">Where the rule stands.</param>
internal sealed record ColumnRule(
    string Item,
    ImmutableArray<ColumnTerm> Terms,
    string? Unit,
    string? Value,
    ImmutableArray<(string Text, string Value)> Values,
    int Digits,
    RowCondition? When,
    DefinitionPosition At);

/// <summary>One column of an item.</summary>
/// <param name="Path">Its headings.</param>
/// <param name="IsOptional">Whether a list may lack it in a sum, because there may be nobody of the kind (博士); the choice is told.</param>
internal sealed record ColumnTerm(HeadingPath Path, bool IsOptional = false);

/// <summary>Which rows of a list a rule holds for.</summary>
/// <param name="Path">The column.</param>
/// <param name="Texts">The texts of which one must stand in it.</param>
internal sealed record RowCondition(HeadingPath Path, ImmutableArray<string> Texts);
