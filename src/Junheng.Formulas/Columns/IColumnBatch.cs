using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>Many entities of one type held as columns.</summary>
public interface IColumnBatch
{
    /// <summary>How many entities there are; every span has this length.</summary>
    int RowCount { get; }

    /// <summary>A column of numbers.</summary>
    NumberSpan Number(FormulaColumn column);

    /// <summary>A column of texts from a short list.</summary>
    CodeSpan Codes(FormulaColumn column);
}

/// <summary>A column of numbers: one finite double and one presence a row. The double is the nearest to the figure's decimal text.</summary>
public readonly ref struct NumberSpan
{
    /// <summary>A column of numbers.</summary>
    /// <param name="values">One value a row, in the column's unit; anything where absent.</param>
    /// <param name="present">One flag a row: false where the figure is missing.</param>
    public NumberSpan(ReadOnlySpan<double> values, ReadOnlySpan<bool> present)
    {
        Values = values;
        Present = present;
    }

    /// <summary>One value a row.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>One flag a row.</summary>
    public ReadOnlySpan<bool> Present { get; }
}

/// <summary>A column of texts as codes: at most 255 different texts.</summary>
public readonly ref struct CodeSpan
{
    /// <summary>A column of texts as codes.</summary>
    /// <param name="codes">One code a row; 0 where the text is missing.</param>
    /// <param name="texts">The text of each code; what stands at 0, a null and a code beyond the list all mean missing.</param>
    public CodeSpan(ReadOnlySpan<byte> codes, IReadOnlyList<string?> texts)
    {
        Codes = codes;
        Texts = texts;
    }

    /// <summary>One code a row.</summary>
    public ReadOnlySpan<byte> Codes { get; }

    /// <summary>The text of each code.</summary>
    public IReadOnlyList<string?> Texts { get; }
}
