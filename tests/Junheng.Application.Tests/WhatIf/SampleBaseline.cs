using System.Globalization;
using System.Text;
using Junheng.Application.Assess;
using Junheng.Application.Counties;
using Junheng.Application.Papers;
using Junheng.Application.Regions;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Application.WhatIf;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Tests.WhatIf;

/// <summary>The sample county of 2026 as a baseline, and what comes of a table that is really edited and read anew.</summary>
internal static class SampleBaseline
{
    private static readonly DateOnly _date = new(2026, 11, 21);

    public static StandardFiles Library => StandardFiles.BesideProgram;

    public static CountyOnFile County { get; } = Judge(Read(Csv(null, SampleCounty.Schools(1).Columns, SampleCounty.Schools(1).Rows)), StandardRequest.Of(StandardRequest.DefaultId));

    public static ScenarioRun Run(ScenarioOverlay overlay) => ScenarioRun.Of(County, overlay, Library, Language.Zh);

    /// <summary>The baseline's table written out, its cells edited as texts, read again and judged: what a person with a spreadsheet would get.</summary>
    public static CountyOnFile ReallyEdited(ScenarioOverlay overlay, StandardRequest? standard = null)
    {
        var clean = CleanTable.Of(County.Report.Result.Units.Raw, County.Report.Result.InForce.Standard.Columns)!;
        return Judge(Read(Csv(overlay, clean.Columns, clean.Rows)), standard ?? StandardRequest.Of(StandardRequest.DefaultId));
    }

    /// <summary>Whether the edited table would not be read at all.</summary>
    public static bool IsRefused(ScenarioOverlay overlay)
    {
        var clean = CleanTable.Of(County.Report.Result.Units.Raw, County.Report.Result.InForce.Standard.Columns)!;
        return Reading(Csv(overlay, clean.Columns, clean.Rows)).Table is null;
    }

    /// <summary>The county's part of the public JSON.</summary>
    public static string Json(AssessmentResult result)
    {
        using var stream = new MemoryStream();
        AssessmentJson.Write(new AssessmentReport(result, [], [], Language.Zh), stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        return text[text.IndexOf("\"counties\"", StringComparison.Ordinal)..];
    }

    private static CountyOnFile Judge(StatisticsTable table, StandardRequest request)
    {
        var standard = Assert.IsType<StandardOpening.Opened>(Library.Open(request, Language.Zh)).Standard;
        var result = AssessmentResult.Of(table, standard.At(_date), ItemFigures.None);
        var stored = new StoredCounty(new Region(new ScopeId(1), SampleCounty.Code, "澄溪县", RegionLevel.County, null), [], []);
        return new CountyOnFile(stored, 2026, new AssessmentReport(result, [], [], Language.Zh), result.County(result.IndexOf(SampleCounty.Code)));
    }

    private static StatisticsTable Read(byte[] csv) => Reading(csv).Table ?? throw new InvalidOperationException("The edited table is refused.");

    private static StatisticsReading Reading(byte[] csv)
    {
        var standard = Assert.IsType<StandardOpening.Opened>(Library.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh)).Standard;
        return new StatisticsFiles().Read([new InputFile("schools.csv", csv)], standard, new StatisticsReadingOptions());
    }

    private static byte[] Csv(ScenarioOverlay? overlay, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var (school, year) = (columns.ToList().IndexOf("school_code"), columns.ToList().IndexOf("report_year"));
        var cells = (overlay?.Changes ?? []).OfType<ScenarioChange.Cell>().ToLookup(cell => cell.School, StringComparer.Ordinal);
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in rows)
        {
            var edited = row.ToArray();
            foreach (var cell in row[year] == 2026.ToString(CultureInfo.InvariantCulture) ? cells[row[school]] : [])
            {
                edited[columns.ToList().IndexOf(cell.Column)] = cell.Text;
            }

            text.AppendJoin(',', edited).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
