using System.Globalization;
using ExcelDataReader;

namespace Junheng.Documents.Tables;

/// <summary>What stands in a cell of a workbook, as text and as figure.</summary>
internal static class WorkbookCell
{
    /// <summary>From here on a whole number has more digits than Excel keeps.</summary>
    private const double FirstUnsafeCode = 1e15;

    private const int LongestCode = 40;

    public static bool IsBlank(object? value) => value is null || (value is string text && CellText.Trim(text).Length == 0);

    /// <summary>The cell as text, trimmed; empty when blank. A number whose format is all zeros (<c>000000</c>) shows its leading zeros.</summary>
    public static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => CellText.Trim(text),
        double number when IsZeroFormat(reader, column, out var digits) && number >= 0 && number < FirstUnsafeCode && double.IsInteger(number) =>
            number.ToString("F0", CultureInfo.InvariantCulture).PadLeft(digits, '0'),
        double number => Text(number),
        int number => Text((double)number),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The remark that a cell of a text column deserves; null when none.</summary>
    public static CellRemarkKind? TextRemark(IExcelDataReader reader, int column, string text) => reader.GetValue(column) switch
    {
        double number when Math.Abs(number) >= FirstUnsafeCode => CellRemarkKind.ScientificCode,
        double when !IsZeroFormat(reader, column, out _) => CellRemarkKind.NumericCode,
        string when CellText.IsScientificCode(text) => CellRemarkKind.ScientificCode,
        _ => null,
    };

    /// <summary>The cell, which is not blank, as figure.</summary>
    public static NumberReading Number(IExcelDataReader reader, int column)
    {
        switch (reader.GetValue(column))
        {
            case double number:
                return double.IsFinite(number) ? new(number == 0 ? 0 : number, null, null) : new(0, null, CellRemarkKind.OutOfRange);
            case int number:
                return new(number, null, null);
            case string text:
                var reading = NumberText.Read(CellText.Trim(text));
                return reading.Remark is null ? reading with { Remark = CellRemarkKind.NumberAsText } : reading;
            default:
                return new(0, null, CellRemarkKind.NotANumber);
        }
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsZeroFormat(IExcelDataReader reader, int column, out int digits)
    {
        var format = reader.GetNumberFormatString(column);
        digits = format?.Length ?? 0;
        return digits is >= 2 and <= LongestCode && !format.AsSpan().ContainsAnyExcept('0');
    }
}
