using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Returned;

/// <summary>A cell of a sheet. Ordered by rows, then columns.</summary>
/// <param name="Row">Row, from 1.</param>
/// <param name="Column">Column, from 0.</param>
internal readonly record struct CellAt(int Row, int Column) : IComparable<CellAt>
{
    /// <summary>No sheet of Excel has more rows.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>No sheet of Excel has more columns.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Cells of one finding that are marked; a wider range is marked at its beginning.</summary>
    private const int MostOfOneFinding = 200;

    /// <summary>As Excel names it.</summary>
    public string Name => Origin.CellName(Row, Column);

    public int CompareTo(CellAt other) => Row != other.Row ? Row.CompareTo(other.Row) : Column.CompareTo(other.Column);

    /// <summary>The cells that a place names: <c>C5</c>, <c>C5+D5</c>, <c>C5:D7</c>. Empty for what names none, e.g. a <c>line:column</c>.</summary>
    public static ImmutableArray<CellAt> AllOf(string? place)
    {
        var cells = ImmutableArray.CreateBuilder<CellAt>();
        foreach (var part in (place ?? "").Split('+', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(':');
            if (ends.Length > 2 || Read(ends[0]) is not { } from || Read(ends[^1]) is not { } to)
            {
                return [];
            }

            for (var row = Math.Min(from.Row, to.Row); row <= Math.Max(from.Row, to.Row) && cells.Count < MostOfOneFinding; row++)
            {
                for (var column = Math.Min(from.Column, to.Column); column <= Math.Max(from.Column, to.Column) && cells.Count < MostOfOneFinding; column++)
                {
                    cells.Add(new CellAt(row, column));
                }
            }
        }

        return cells.ToImmutable();
    }

    /// <summary>The cell of a name such as <c>C5</c> or <c>$C$5</c>; null for anything else.</summary>
    public static CellAt? Read(ReadOnlySpan<char> name)
    {
        var (at, column) = (Skip(name, 0), 0);
        for (; at < name.Length && char.IsAsciiLetter(name[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(name[at]) - 'A') + 1;
            if (column > MostColumns)
            {
                return null;
            }
        }

        return column > 0 && int.TryParse(name[Skip(name, at)..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= MostRows
            ? new CellAt(row, column - 1)
            : null;
    }

    private static int Skip(ReadOnlySpan<char> name, int at) => at < name.Length && name[at] == '$' ? at + 1 : at;
}
