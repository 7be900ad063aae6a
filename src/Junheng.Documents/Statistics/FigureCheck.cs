using System.Globalization;
using Junheng.Domain.Columns;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>Checks the figures of one part: signs, whole pupils, years, shares, places on earth, and sizes that no school has.</summary>
internal sealed class FigureCheck(ReadPart read, ColumnCatalogue columns, ReadingFindings findings)
{
    private const int EarliestReportYear = 1949;
    private const int LatestReportYear = 2199;

    /// <summary>By unit, the figure above which a row is questioned.</summary>
    private static readonly Dictionary<string, double> _absurd = new(StringComparer.Ordinal)
    {
        ["pupil"] = 20_000,
        ["person"] = 5_000,
        ["class"] = 500,
        ["grade"] = 12,
        ["room"] = 5_000,
        ["m2"] = 2_000_000,
        ["yuan"] = 2_000_000_000,
        ["computer"] = 20_000,
        ["book"] = 5_000_000,
        ["year"] = LatestReportYear,
    };

    private readonly StatisticsPart _part = read.Part;

    public void Check()
    {
        foreach (var (id, figures) in _part.Figures.OrderBy(column => _part.SourceColumns[column.Key]))
        {
            var column = columns[id] ?? columns[id[..id.LastIndexOf('_')]]!;
            if (column.Unit == "degree")
            {
                Each(id, figures, value => Math.Abs(value) > (id == "lat" ? 90 : 180), PlaceOffEarth);
                continue;
            }

            Each(id, figures, value => value < 0, Negative);
            if (column.Unit == "1")
            {
                Each(id, figures, value => value > 1, ShareAboveOne);
            }

            var limit = _absurd.GetValueOrDefault(column.Unit, double.MaxValue);
            Each(id, figures, value => value > limit, Absurd);
            if (column.Id == "enrolment")
            {
                Each(id, figures, value => value != Math.Floor(value) && value <= limit, Fractional);
            }
        }

        Years();
    }

    private static void Each(string column, NumberColumn figures, Func<double, bool> isWrong, Action<int, string, string> report)
    {
        var values = figures.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (isWrong(values[row]))
            {
                report(row, column, values[row].ToString("R", CultureInfo.InvariantCulture));
            }
        }
    }

    private void Negative(int row, string column, string value) =>
        Wrong("input.negative", row, column, new($"“{column}”是负数：{value}", $"'{column}' is negative: {value}"), new("改成实际数值；没有数据就留空", "Correct it; leave it blank when unknown"));

    private void ShareAboveOne(int row, string column, string value) =>
        Question("input.share-above-one", row, column, new($"“{column}”大于 1：{value}；应写 0 至 1 之间的小数，60% 写 0.6", $"'{column}' is above 1: {value}; it is a fraction between 0 and 1, 60 % is 0.6"));

    private void PlaceOffEarth(int row, string column, string value) =>
        Question("input.absurd-place", row, column, new($"“{column}”不是经纬度：{value}", $"'{column}' is no place on earth: {value}"));

    private void Absurd(int row, string column, string value) =>
        Question(column.StartsWith("enrolment", StringComparison.Ordinal) ? "input.absurd-enrolment" : "input.absurd-value", row, column, new($"“{column}”大得不合常理：{value}", $"'{column}' is larger than any school's: {value}"));

    private void Fractional(int row, string column, string value) =>
        Question("input.fractional-enrolment", row, column, new($"在校生数不是整数：{value}", $"Enrolment is not a whole number: {value}"));

    private void Years()
    {
        for (var row = 0; row < read.Years?.Count; row++)
        {
            if (read.Years.Value(row) is { } year && (year is < EarliestReportYear or > LatestReportYear || year != Math.Floor(year)))
            {
                Wrong(
                    "input.wrong-year",
                    row,
                    "report_year",
                    new($"{year.ToString("R", CultureInfo.InvariantCulture)} 不是报告年度", $"{year.ToString("R", CultureInfo.InvariantCulture)} is no report year"),
                    new("写四位年份，例如 2026 表示 2026 年 9 月 1 日", "Write the year in four digits: 2026 means 1 September 2026"));
            }
        }
    }

    private void Wrong(string rule, int row, string column, LocalizedText message, LocalizedText remedy) =>
        findings.Error(rule, _part.OriginOf(row, column).Cell, message, remedy, _part.CountyOf(row));

    private void Question(string rule, int row, string column, LocalizedText message) =>
        findings.Warning(rule, _part.OriginOf(row, column).Cell, message, new("核对后改正，或保留并说明", "Check it; correct it or keep it with an explanation"), _part.CountyOf(row));
}
