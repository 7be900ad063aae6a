namespace Junheng.Documents.Tables;

/// <summary>What can be said about a cell. The first group was not read, the second was read with a note.</summary>
public enum CellRemarkKind : byte
{
    /// <summary>A text, a date, a percentage or a figure with its unit stands where a number belongs; it counts as missing.</summary>
    NotANumber,

    /// <summary>A figure too large, too small or too long for any quantity; it counts as missing.</summary>
    OutOfRange,

    /// <summary>A formula that gives an error such as <c>#DIV/0!</c>; it counts as missing.</summary>
    FormulaError,

    /// <summary>The row has content beyond the last heading; column = the first such cell. It was not read.</summary>
    BeyondHeader,

    /// <summary>A long code that Excel turned into scientific notation, e.g. <c>3.30106E+11</c>: its digits are lost.</summary>
    ScientificCode,

    /// <summary>A figure in full-width digits.</summary>
    FullWidthDigits,

    /// <summary>A figure that the workbook stores as text.</summary>
    NumberAsText,

    /// <summary>A figure with separators between thousands, e.g. <c>1,234.5</c>.</summary>
    ThousandsSeparator,

    /// <summary>A figure in scientific notation, e.g. <c>1.5E3</c>.</summary>
    ScientificNotation,

    /// <summary>A code that the workbook stores as a number, so leading zeros may be lost.</summary>
    NumericCode,

    /// <summary>A text with full-width digits or letters, read as the ordinary ones.</summary>
    FullWidthText,
}

/// <summary>What follows from a kind of remark.</summary>
public static class CellRemarkKinds
{
    /// <summary>How many kinds there are.</summary>
    internal const int Count = (int)CellRemarkKind.FullWidthText + 1;

    /// <summary>True when the cell was read all the same.</summary>
    public static bool WasRead(this CellRemarkKind kind) => kind >= CellRemarkKind.FullWidthDigits;
}
