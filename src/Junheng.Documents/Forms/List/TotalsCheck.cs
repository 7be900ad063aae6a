using System.Globalization;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Forms.List;

/// <summary>
/// Compares printed totals with the sums of their columns. A totals row may speak of all rows, of those since the totals row above it, or of those down to the one below it.
/// </summary>
internal sealed class TotalsCheck(SheetGrid sheet, HeaderBlock header, IReadOnlyList<HeaderColumn> columns, SheetNotes notes)
{
    private const double Tolerance = 1e-9;
    private const int LongestWord = 30;
    private static readonly string[] _ends = ["合计", "总计", "小计", "平均"];
    private static readonly string[] _words = ["计", "全县", "全区", "全市", "全旗", "全省", "total", "totals", "sum"];
    private readonly double[] _sums = new double[columns.Count];
    private readonly List<(int Row, double[] Before)> _totals = [];

    /// <summary>Whether a text is that of a totals row.</summary>
    public static bool IsTotal(string text)
    {
        if (text.Length > LongestWord)
        {
            return false;
        }

        var last = text.AsSpan().TrimEnd(" \u3000:：)）") is [.., var letter] ? char.ToLowerInvariant(letter) : ' ';
        if (last is not ('计' or '均' or '县' or '区' or '市' or '旗' or '省' or 'l' or 's' or 'm'))
        {
            return false; // a school's name, nearly always
        }

        var word = HeadingPath.Normalised(text);
        return word.Length > 0 && (_ends.Any(end => word.EndsWith(end, StringComparison.Ordinal)) || _words.Contains(word));
    }

    /// <summary>How many totals rows were met.</summary>
    public int Count => _totals.Count;

    /// <summary>Takes the figures of a school's row.</summary>
    public void Add(int row)
    {
        for (var at = 0; at < _sums.Length; at++)
        {
            if (sheet.Number(row, columns[at].Column) is { WasRead: true } reading)
            {
                _sums[at] += reading.Value;
            }
        }
    }

    /// <summary>Takes a totals row.</summary>
    public void AddTotal(int row) => _totals.Add((row, [.. _sums]));

    /// <summary>Compares all of them.</summary>
    public void Check()
    {
        for (var at = 0; at < _totals.Count; at++)
        {
            var (row, before) = _totals[at];
            var name = Enumerable.Range(0, sheet.ColumnCount).Select(column => sheet.Text(row, column)).FirstOrDefault(text => text.Length > 0) ?? "";
            if (HeadingPath.Normalised(name).EndsWith("平均", StringComparison.Ordinal))
            {
                continue;
            }

            for (var column = 0; column < _sums.Length; column++)
            {
                if (sheet.Number(row, columns[column].Column) is not { WasRead: true, Value: var printed })
                {
                    continue;
                }

                var above = before[column] - (at > 0 ? _totals[at - 1].Before[column] : 0);
                var below = (at + 1 < _totals.Count ? _totals[at + 1].Before[column] : _sums[column]) - before[column];
                if (!IsSame(printed, _sums[column]) && !IsSame(printed, above) && !IsSame(printed, below))
                {
                    Differs(row, columns[column], printed, at + 1 < _totals.Count || above == _sums[column] ? above : _sums[column]);
                }
            }
        }
    }

    private static bool IsSame(double printed, double sum) => Math.Abs(printed - sum) <= Tolerance * Math.Max(1, Math.Abs(sum));

    private void Differs(int row, HeaderColumn column, double printed, double sum)
    {
        string Text(double value) => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture);
        var range = $"{Origin.CellName(header.FirstRow, column.Column)}:{Origin.CellName(sheet.RowCount, column.Column)}";
        notes.Warn(
            "forms.total-differs",
            Origin.CellName(row, column.Column),
            new($"“{column.Text}”的合计印作 {Text(printed)}，各校相加是 {Text(sum)}（{range}）", $"The total of '{column.Text}' is printed as {Text(printed)}; the schools add up to {Text(sum)} ({range})"),
            new("核对是否漏了学校，或合计没有更新", "Check whether a school is missing or the total is out of date"));
    }
}
