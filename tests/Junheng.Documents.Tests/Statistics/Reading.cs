using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>Short ways to read what a test made.</summary>
internal static class Reading
{
    public static Standard Standard2017 { get; } = Open(StandardRequest.DefaultId);

    public static Standard Standard2012 { get; } = Open("cn-2012-basic-balance");

    public static Standard Open(string id) =>
        Assert.IsType<StandardOpening.Opened>(StandardFiles.BesideProgram.Open(StandardRequest.Of(id), Language.En)).Standard;

    public static StatisticsReading Of(byte[] bytes, Language language = Language.Zh) => Of([bytes], language);

    public static StatisticsReading Of(byte[][] files, Language language = Language.Zh, bool allowMissing = false) => new StatisticsFiles().Read(
        [.. files.Select((bytes, i) => new InputFile($"file{i + 1}", bytes))], Standard2017, new StatisticsReadingOptions(allowMissing, language));

    /// <summary>The table of a reading that finds no error.</summary>
    public static StatisticsTable Accepted(this StatisticsReading reading)
    {
        Assert.True(reading.Table is not null, string.Join("\n", reading.Findings));
        Assert.DoesNotContain(reading.Findings, finding => finding.Severity == Severity.Error);
        return reading.Table;
    }

    /// <summary>The errors, as "rule cell", of a reading that gives no table.</summary>
    public static string[] Errors(this StatisticsReading reading)
    {
        Assert.Null(reading.Table);
        return [.. reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule} {finding.Place.Cell}".Trim())];
    }

    /// <summary>The warnings and notes, as "rule cell".</summary>
    public static string[] Remarks(this StatisticsReading reading) =>
        [.. reading.Findings.Where(finding => finding.Severity != Severity.Error).Select(finding => $"{finding.Rule} {finding.Place.Cell}".Trim())];

    /// <summary>
    /// Reads a sheet as CSV and as xlsx, in Chinese and in English: the same errors each time, each with file, cell, rule, message and remedy, and in a workbook its sheet.
    /// </summary>
    public static void IsRefused(this SchoolSheet sheet, params string[] errors)
    {
        foreach (var (bytes, name) in new[] { (sheet.Csv(), null), (sheet.Xlsx(), "学校") })
        {
            var (zh, en) = (Of(bytes), Of(bytes, Language.En));
            Assert.Equal(errors.Order(StringComparer.Ordinal), zh.Errors().Order(StringComparer.Ordinal));
            Assert.Equal(errors.Order(StringComparer.Ordinal), en.Errors().Order(StringComparer.Ordinal));
            foreach (var (chinese, english) in zh.Findings.Zip(en.Findings))
            {
                Assert.Equal(("file1", name), (chinese.Place.File, chinese.Place.Sheet));
                Assert.Equal(chinese.Place, english.Place);
                Assert.NotEmpty(english.Message);
                Assert.NotEmpty(english.Remedy);
                Assert.Contains(chinese.Message, c => c >= '\u2E80');
                Assert.Contains(chinese.Remedy, c => c >= '\u2E80');
            }
        }
    }

    /// <summary>A sheet read as CSV and as xlsx without error; gives the warnings and notes of the CSV.</summary>
    public static string[] IsAccepted(this SchoolSheet sheet)
    {
        Of(sheet.Xlsx()).Accepted();
        var csv = Of(sheet.Csv());
        csv.Accepted();
        return csv.Remarks();
    }
}
