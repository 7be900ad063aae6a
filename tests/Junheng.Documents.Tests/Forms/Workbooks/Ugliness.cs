using System.Globalization;

namespace Junheng.Documents.Tests.Forms;

/// <summary>What people and programs do to a workbook of forms without changing what it says.</summary>
internal static class Ugliness
{
    /// <summary>Rows put above the headings, so that they stand lower than in the template.</summary>
    public static void ShiftHeadings(this SheetDraft sheet, int rows)
    {
        if (HeadingRow(sheet) is { } top)
        {
            sheet.InsertRows(top, rows);
        }
    }

    /// <summary>Headings with the same texts but no merged cells.</summary>
    public static void UnmergeHeadings(this SheetDraft sheet) => sheet.Unmerge();

    public static void InsertBlankRows(this SheetDraft sheet)
    {
        if (NumberRow(sheet) is { } numbers)
        {
            sheet.InsertRows(numbers + 2);
            sheet.InsertRows(numbers + 1);
            sheet.InsertRows(numbers);
        }

        sheet.InsertRows(2);
    }

    /// <summary>A blank column before the first figure, and one between figures.</summary>
    public static void InsertBlankColumns(this SheetDraft sheet)
    {
        if (NumberRow(sheet) is { } numbers)
        {
            var first = sheet.Cells.Where(cell => cell.Key.Row == numbers && cell.Value is int).Min(cell => cell.Key.Column);
            sheet.InsertColumns(first + 1);
            sheet.InsertColumns(first);
        }
    }

    public static void ShiftRight(this SheetDraft sheet) => sheet.InsertColumns(1, 2);

    public static void AddTitleRows(this SheetDraft sheet)
    {
        sheet.InsertRows(1, 2);
        sheet[1, 1] = "澄溪县教育局汇总打印";
        sheet.Merge(1, 1, 1, sheet.LastColumn);
        sheet[2, 1] = "（内部资料 注意保存）";
    }

    public static void FullWidthDigits(this SheetDraft sheet) => ChangeFigures(sheet, text => string.Concat(text.Select(letter =>
        char.IsAsciiDigit(letter) ? (char)(letter - '0' + '０') : letter == '.' ? '．' : letter)));

    public static void NumbersAsText(this SheetDraft sheet) => ChangeFigures(sheet, text => text);

    public static void ThousandsSeparators(this SheetDraft sheet) => ChangeFigures(sheet, text =>
        decimal.Parse(text, CultureInfo.InvariantCulture).ToString("#,##0.########", CultureInfo.InvariantCulture));

    /// <summary>Remarks with figures below the table, and a row of totals that the form has not.</summary>
    public static void NotesAndTotalsBelow(this SheetDraft sheet)
    {
        var last = sheet.LastRow;
        sheet[last + 1, 1] = "注：1.本表数据截至9月1日。2.总计中含借读生 12 人。";
        sheet[last + 2, 1] = "审核：张三";
        sheet[last + 2, 3] = 13800000000d;
        sheet[last + 3, 1] = "说明 100 元以下设备不计";
    }

    public static void MessyHeadings(this SheetDraft sheet)
    {
        var first = NumberRow(sheet) ?? 0;
        foreach (var ((row, column), value) in sheet.Cells.ToList())
        {
            if (value is string text && row > 1 && text.Length > 1 && row < first)
            {
                var isHeadLine = text.Contains('：', StringComparison.Ordinal) || text.Contains("学年", StringComparison.Ordinal);
                sheet[row, column] = isHeadLine && !text.StartsWith("其中", StringComparison.Ordinal) ? text : text[..1] + "\n" + text[1..] + "  ";
            }
            else if (value is string label && row > first && first > 0 && !label.Any(char.IsAsciiDigit))
            {
                sheet[row, column] = label + "　 ";
            }
        }
    }

    /// <summary>Labels without any indentation.</summary>
    public static void FlattenLabels(this SheetDraft sheet) => sheet.Change(value => value is string text ? text.TrimStart('　', ' ') : value);

    /// <summary>Every figure a formula with the value that was worked out when the workbook was saved.</summary>
    public static void FiguresAsFormulas(this SheetDraft sheet) => sheet.Change(value => value is int or decimal or double ? new Formula("1*1", value) : value);

    /// <summary>Zeros are left blank.</summary>
    public static void BlankZeros(this SheetDraft sheet) => sheet.Change(value => value is 0 or 0m or 0.0 ? null : value);

    public static void HideColumns(this SheetDraft sheet) => sheet.HiddenColumns.UnionWith(Enumerable.Range(Math.Max(3, sheet.LastColumn - 3), 3));

    public static int? NumberRow(this SheetDraft sheet) => sheet.Cells.Where(cell => cell.Value is "甲").Select(cell => (int?)cell.Key.Row).FirstOrDefault();

    private static int? HeadingRow(SheetDraft sheet) => sheet.Cells.Where(cell => cell.Value is "指标名称").Select(cell => (int?)cell.Key.Row).FirstOrDefault();

    private static void ChangeFigures(SheetDraft sheet, Func<string, string> change)
    {
        var numbers = NumberRow(sheet) ?? 0;
        foreach (var ((row, column), value) in sheet.Cells.ToList())
        {
            if (value is int or decimal or double && row > numbers)
            {
                sheet[row, column] = change(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            }
        }
    }
}
