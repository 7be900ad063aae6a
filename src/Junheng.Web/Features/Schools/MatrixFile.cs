using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Application.Tables;
using Junheng.Assessment.Resources;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Text;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Schools;

/// <summary>The matrix as the page shows it, as a table to take along: a word stands beside each figure, for a file has no colours.</summary>
internal static class MatrixFile
{
    public static ShownTable Of(CountyOnFile county, SchoolMatrix matrix, MatrixQuery query, Texts text, Language language)
    {
        var printed = new Printed(text);
        var digits = county.Report.Result.InForce.Standard.Print.Value;
        var (plain, indicators) = (SchoolMatrix.PlainColumns.Where(query.Shows).ToList(), matrix.Indicators.Select((indicator, k) => (indicator, k)).Where(each => query.Shows(each.indicator.Id)).ToList());
        ImmutableArray<(string, bool)> headings =
        [
            (text["school"], true),
            (text["verdict"], false),
            .. plain.Select(column => (text["matrix.column." + column], column == "code")),
            .. indicators.SelectMany(each => new[] { ($"{each.indicator.Id} {each.indicator.Short.In(language)}（{each.indicator.Unit.In(language)}）", false), ($"{each.indicator.Id} {text["standing"]}", false) }),
        ];
        return new ShownTable($"{text["matrix.title"]} {printed.Stage(matrix.Stage)}", headings, [.. matrix.Rows.Select(row => Row(row, plain, indicators, text, printed, digits))]);
    }

    private static ImmutableArray<object?> Row(
        SchoolRow row, List<string> plain, List<(Assessment.Standards.Indicator Indicator, int K)> indicators, Texts text, Printed printed, int digits) =>
    [
        row.Name,
        text["verdict." + row.Unit.Verdict.Id()],
        .. plain.Select(column => Plain(row, column, printed)),
        .. indicators.SelectMany(each => new object?[] { Number(row.Cells[each.K].Value, row.Cells[each.K].RoundingSensitive ? digits + 1 : digits), Word(row.Cells[each.K], text) }),
    ];

    private static object? Plain(SchoolRow row, string column, Printed printed) => column switch
    {
        "code" => row.Unit.SchoolCode,
        "township" => row.Township,
        "locale" => printed.Locale(row.Locale),
        "pupils" => Number(row.Pupils, 0),
        _ => row.Unit.Findings.Length,
    };

    private static decimal? Number(Rational? value, int digits) =>
        value is null ? null : decimal.Parse(Printed.Fixed(value, digits).Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Word(SchoolCell cell, Texts text) => cell.Standing == Standing.Met && cell.Value is null ? null : text["standing." + cell.Standing.ToString()];
}
