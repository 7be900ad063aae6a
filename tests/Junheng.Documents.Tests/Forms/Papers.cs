using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Short ways to read papers.</summary>
internal static class Papers
{
    public static StatisticsReading Of(params (string Name, byte[] Bytes)[] files) => Of(PaperOptions.Default, files);

    public static StatisticsReading Of(PaperOptions options, params (string Name, byte[] Bytes)[] files) => Of(options, false, Language.Zh, files);

    public static StatisticsReading Of(PaperOptions options, bool allowMissing, Language language, params (string Name, byte[] Bytes)[] files) => new StatisticsFiles().Read(
        [.. files.Select(file => new InputFile(file.Name, file.Bytes))], Reading.Standard2017, new StatisticsReadingOptions(allowMissing, language) { Papers = options });

    /// <summary>The figures named in the first line of a typed table, one text a school in the order of county and code.</summary>
    public static string[] Figures(StatisticsTable table, string typed)
    {
        var columns = typed.Split('\n')[0].Trim().Split(',')[5..];
        return [.. table.Counties.SelectMany(county => county.Rows())
            .Select(row => (Part: table.PartOf(row), row.Row))
            .OrderBy(row => row.Part.SchoolCode[row.Row], StringComparer.Ordinal)
            .Select(row => $"{row.Part.CountyCode[row.Row]} {row.Part.SchoolCode[row.Row]} {row.Part.SchoolName?[row.Row]} {row.Part.SchoolTypeOf(row.Row)} {row.Part.ReportYearOf(row.Row)} "
                + string.Join(' ', columns.Select(column => $"{column}={row.Part.Figure(column)?.Exact(row.Row)?.ToString() ?? "-"}")))];
    }

    /// <summary>The findings of a rule, as "severity place".</summary>
    public static string[] Of(this StatisticsReading reading, string rule) =>
        [.. reading.Findings.Where(finding => finding.Rule == rule).Select(finding => $"{finding.SeverityId} {finding.Place}")];

    /// <summary>Where the figure of a school stands.</summary>
    public static string PlaceOf(this StatisticsTable table, string school, string column)
    {
        var row = table.Counties.SelectMany(county => county.Rows()).First(each => table.PartOf(each).SchoolCode[each.Row] == school);
        return table.PartOf(row).OriginOf(row.Row, column).ToString();
    }

    /// <summary>The errors as "rule place".</summary>
    public static string[] Refusals(this StatisticsReading reading)
    {
        Assert.Null(reading.Table);
        return [.. reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule} {finding.Place}")];
    }
}
