namespace Junheng.Documents.Forms.Sheets;

/// <summary>A cell in memory. A plain number stands in the cell itself, so that a sheet of figures keeps no object for each.</summary>
/// <param name="Value">What the file holds; <see cref="Figure"/> where it is a plain number; null when blank.</param>
/// <param name="Number">The number, where it is one.</param>
internal readonly record struct SheetCell(object? Value, double Number)
{
    /// <summary>Stands for a plain number.</summary>
    public static object Figure { get; } = new();

    /// <summary>What the file holds, as an object.</summary>
    public object? Raw => ReferenceEquals(Value, Figure) ? Number : Value;

    /// <summary>The cell of a value.</summary>
    public static SheetCell Of(object? value) => value is double number ? new SheetCell(Figure, number) : new SheetCell(value, 0);
}
