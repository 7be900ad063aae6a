using System.Globalization;

namespace Junheng.Domain.Findings;

/// <summary>Where a figure or a finding stands: file, sheet and cell.</summary>
/// <param name="File">The file's name without its folder, or null for what does not come from a file.</param>
/// <param name="Sheet">The sheet's name; null where the format has none (CSV, YAML).</param>
/// <param name="Cell">The cell as Excel names it, e.g. <c>C5</c>; for definitions <c>line:column</c>; null for the whole sheet.</param>
public sealed record Origin(string? File, string? Sheet = null, string? Cell = null)
{
    /// <summary>No particular place.</summary>
    public static Origin None { get; } = new(null, null, null);

    /// <summary>The address of a cell as Excel names it.</summary>
    /// <param name="row">Row, from 1.</param>
    /// <param name="column">Column, from 0 (0 = A).</param>
    public static string CellName(int row, int column)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters[at..]}{row}");
    }

    /// <summary>For people: <c>file › sheet › cell</c>, leaving out what is absent.</summary>
    public override string ToString() => string.Join(" › ", new[] { File, Sheet, Cell }.Where(part => !string.IsNullOrEmpty(part)));
}
