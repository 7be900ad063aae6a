using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Domain.Findings;

namespace Junheng.Domain.Statistics;

/// <summary>Where a figure stands that was gathered from some sheet: one cell, or several by a pattern. <c>default</c> is nowhere.</summary>
/// <param name="Sheet">Position in <see cref="CellPlaces.Sheets"/>.</param>
/// <param name="Row">Row of the first cell, from 1; 0 = nowhere.</param>
/// <param name="Column">Column of the first cell, from 0.</param>
/// <param name="Pattern">Position in <see cref="CellPlaces.Patterns"/>; 0 = that one cell alone.</param>
public readonly record struct CellPlace(int Sheet, int Row, int Column, int Pattern = 0)
{
    /// <summary>Whether it stands anywhere.</summary>
    public bool IsSomewhere => Row > 0;
}

/// <summary>A sheet that figures come from.</summary>
/// <param name="File">The file's name without its folder; for a member of an archive <c>archive.zip/member.xlsx</c>.</param>
/// <param name="Sheet">The sheet's name; null for formats without sheets.</param>
public sealed record SheetPlace(string File, string? Sheet);

/// <summary>A further cell of a pattern, counted from the first.</summary>
/// <param name="Rows">Rows further down (negative: up).</param>
/// <param name="Columns">Columns further right (negative: left).</param>
public readonly record struct CellStep(int Rows, int Columns);

/// <summary>
/// Where the cells of a gathered table stand, where one row's figures come from several sheets or cells: per column one place a row.
/// Places are numbers, so that a nation's cells need no texts.
/// </summary>
public sealed class CellPlaces
{
    /// <summary>The places of a part.</summary>
    /// <param name="sheets">The sheets that places name.</param>
    /// <param name="patterns">Patterns of several cells that are added up; the first one is empty: one cell.</param>
    /// <param name="columns">Column id → one place a row; a column that is absent stands nowhere.</param>
    /// <exception cref="ArgumentException">The first pattern is not empty.</exception>
    public CellPlaces(ImmutableArray<SheetPlace> sheets, ImmutableArray<ImmutableArray<CellStep>> patterns, FrozenDictionary<string, ImmutableArray<CellPlace>> columns)
    {
        if (patterns.IsDefaultOrEmpty || patterns[0].Length > 0)
        {
            throw new ArgumentException("The first pattern is that of a single cell.", nameof(patterns));
        }

        (Sheets, Patterns, Columns) = (sheets, patterns, columns);
    }

    /// <summary>The sheets that places name.</summary>
    public ImmutableArray<SheetPlace> Sheets { get; }

    /// <summary>Patterns of several cells; the first one is empty.</summary>
    public ImmutableArray<ImmutableArray<CellStep>> Patterns { get; }

    /// <summary>Column id → one place a row.</summary>
    public FrozenDictionary<string, ImmutableArray<CellPlace>> Columns { get; }

    /// <summary>Where the cell of a row and column stands, e.g. <c>R6+S6</c> for a sum; null when it stands nowhere.</summary>
    public Origin? OriginOf(int row, string column) =>
        Columns.TryGetValue(column, out var places) && places[row] is { IsSomewhere: true } place ? OriginOf(place) : null;

    /// <summary>The sheet that names the school of a row; null when none does.</summary>
    public Origin? SheetOf(int row) => OriginOf(row, "school_code") is { } place ? place with { Cell = null } : null;

    /// <summary>A place in words.</summary>
    public Origin OriginOf(CellPlace place)
    {
        var sheet = Sheets[place.Sheet];
        var first = Origin.CellName(place.Row, place.Column);
        var steps = Patterns[place.Pattern];
        return new Origin(
            sheet.File,
            sheet.Sheet,
            steps.IsEmpty ? first : string.Join('+', steps.Select(step => Origin.CellName(place.Row + step.Rows, place.Column + step.Columns)).Prepend(first)));
    }
}
