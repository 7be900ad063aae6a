using System.Globalization;

namespace Junheng.Documents.Tables;

/// <summary>What holds for cells written to any format.</summary>
internal static class OutputCell
{
    /// <summary>True for the number types a cell may have.</summary>
    public static bool IsNumber(object? cell) => cell is double or decimal or int or long;

    /// <summary>The cell's text; empty when null. Numbers are invariant and read back the same.</summary>
    /// <exception cref="ArgumentException">The number is not finite, or the type is none a cell may have.</exception>
    public static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text,
        double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        double number => throw new ArgumentException($"A cell must be finite, not {number}.", nameof(cell)),
        decimal or int or long => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        _ => throw new ArgumentException($"A cell is a text or a number, not a {cell.GetType().Name}.", nameof(cell)),
    };

    /// <summary>True when a spreadsheet would take the text for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !DecimalDigits.TryParse(text, out _);
}
