using System.Globalization;
using Junheng.Application.Papers;
using Junheng.Application.Standards;
using Junheng.Application.WhatIf;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Tests.WhatIf;

public class ScenarioTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_scenario_gives_what_a_table_really_edited_gives(int seed)
    {
        var overlay = RandomOverlay(new Random(seed), 1 + (seed % 40));
        var run = SampleBaseline.Run(overlay);

        Assert.NotEmpty(run.Overlay.Texts);
        Assert.Equal(SampleBaseline.IsRefused(overlay), !run.Problems.IsEmpty);
        Assert.Equal(SampleBaseline.Json(SampleBaseline.ReallyEdited(run.Overlay).Report.Result), SampleBaseline.Json(run.Result));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_baseline_stays_as_it_is_whatever_is_tried(int seed)
    {
        var (before, cells) = (SampleBaseline.Json(SampleBaseline.County.Report.Result), Cells());

        var overlay = RandomOverlay(new Random(seed), 30).With("n:R3:primary:norm", "9.9").With("s:easements.until", "2030-12-31");
        Assert.NotEqual(before, SampleBaseline.Json(SampleBaseline.Run(overlay).Result));

        Assert.Equal(before, SampleBaseline.Json(SampleBaseline.County.Report.Result));
        Assert.Equal(cells, Cells());
        Assert.Equal(before, SampleBaseline.Json(SampleBaseline.Run(ScenarioOverlay.Nothing).Result));
    }

    [Fact]
    public void Norms_floors_and_limits_are_those_of_an_overlay_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.yaml");
        File.WriteAllText(file, """
            overlay: {id: tried, version: "1", title: {zh: 试算, en: Tried}, base: cn-2017-quality-balance}
            indicators:
              - id: R3
                values:
                  - {from: 1900-01-01, norm: {primary: 1.2, junior: 1.3}, floor: {primary: 1.02}, cv_limit: {junior: 0.08}, source: PLAN, mark: I}
            sources:
              - {tag: PLAN, title: tried}
            """);
        try
        {
            var really = SampleBaseline.ReallyEdited(ScenarioOverlay.Nothing, StandardRequest.Of(StandardRequest.DefaultId) with { Overlays = [file] });
            var run = SampleBaseline.Run(ScenarioOverlay.Nothing.With("n:R3:primary:norm", "1.2").With("n:R3:junior:norm", "1.30").With("n:R3:primary:floor", "1.02").With("n:R3:junior:limit", "0.08"));

            Assert.Equal(SampleBaseline.Json(really.Report.Result), SampleBaseline.Json(run.Result));
            Assert.NotEqual(SampleBaseline.County.Report.Result.InForce.Standard.ContentHash, run.Result.InForce.Standard.ContentHash);
            Assert.Contains(ScenarioDifference.Of(run).Spreads, change => change.IsChange && change.After.Spread.Verdict == Verdict.NotMet && change.Stage == Stage.Junior);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_setting_is_that_of_the_standard_opened_with_it()
    {
        var run = SampleBaseline.Run(ScenarioOverlay.Nothing.With("s:easements.until", "2030-12-31"));
        var opened = Assert.IsType<StandardOpening.Opened>(SampleBaseline.Library.Open(
            StandardRequest.Of(StandardRequest.DefaultId) with { Settings = [new SettingOverride("easements.until", "2030-12-31")] }, Domain.Text.Language.Zh));

        Assert.Same(opened.Standard, run.Result.InForce.Standard);
        Assert.Equal(["s:easements.until"], run.Overlay.Texts.Keys);
    }

    [Fact]
    public void Saying_what_the_baseline_says_is_no_change()
    {
        var cell = SampleBaseline.Run(ScenarioOverlay.Nothing).Grid.Rows.SelectMany(row => row.Cells).First(each => each is { Text.Length: > 0 })!;

        var run = SampleBaseline.Run(ScenarioOverlay.Nothing.With(cell.Key, cell.Text + ".0").With("n:R3:primary:norm", "0.90"));

        Assert.True(run.Overlay.IsEmpty);
        Assert.Equal(SampleBaseline.County.Report.ResultId, run.ResultId);
    }

    [Theory]
    [InlineData("c:9901210002:-:pe_art_teachers_primary", "-1")]
    [InlineData("c:9901210002:-:pe_art_teachers_primary", "two")]
    [InlineData("c:9901210002:-:pe_art_teachers_primary", "1e9")]
    [InlineData("c:9901210002:-:pe_art_teachers_junior", "3")]
    [InlineData("c:9901210002:-:school_name", "x")]
    [InlineData("c:nobody:-:pe_art_teachers_primary", "3")]
    [InlineData("n:R3:primary:norm", "")]
    [InlineData("n:R9:primary:norm", "1")]
    [InlineData("s:nothing", "1")]
    [InlineData("s:easements.until", "soon")]
    [InlineData("x", "1")]
    public void What_cannot_be_made_is_said_and_changes_nothing(string key, string text)
    {
        var run = SampleBaseline.Run(ScenarioOverlay.Nothing.With(key, text));

        Assert.Equal(key, Assert.Single(run.Problems).Key);
        Assert.Equal(SampleBaseline.Json(SampleBaseline.County.Report.Result), SampleBaseline.Json(run.Result));
    }

    [Fact]
    public void The_scenario_of_a_shortfall_mends_it()
    {
        var county = SampleBaseline.County;
        var tried = 0;
        foreach (var unit in county.County.Units)
        {
            foreach (var finding in unit.Findings.Where(finding => finding.ShortfallToNorm is { Sign: > 0 }))
            {
                var run = SampleBaseline.Run(ScenarioSeed.Of(county, unit.SchoolCode, unit.Stage, finding.Indicator.Id));
                var after = run.County.Units.Single(each => each.SchoolCode == unit.SchoolCode && each.Stage == unit.Stage);

                Assert.Single(run.Overlay.Texts);
                Assert.DoesNotContain(after.Findings, each => each.Indicator.Id == finding.Indicator.Id);
                tried++;
            }
        }

        Assert.True(tried > 10, $"{tried}");
    }

    [Fact]
    public void A_file_of_a_scenario_reads_back_the_same()
    {
        var overlay = RandomOverlay(new Random(7), 20).With("n:R3:primary:norm", "1.2");
        var file = new ScenarioFile("990121", 2026, "“招3人”\n<a>", new string('a', 64), overlay);

        var (read, fault) = ScenarioJson.Read(ScenarioJson.Write(file));

        Assert.Null(fault);
        Assert.Equal(file, read);
        Assert.NotNull(ScenarioJson.Read("[]"u8.ToArray()).Fault);
        Assert.NotNull(ScenarioJson.Read("{"u8.ToArray()).Fault);
        Assert.NotNull(ScenarioJson.Read("""{"kind":"junheng-scenario","schemaVersion":1,"changes":{"oops":"1"}}"""u8.ToArray()).Fault);
    }

    private static List<string> Cells() =>
        [.. CleanTable.Of(SampleBaseline.County.Report.Result.Units.Raw, SampleBaseline.County.Report.Result.InForce.Standard.Columns)!.Rows.Select(row => string.Join(',', row))];

    /// <summary>Cells made larger, smaller, zero, blank, filled in, or with more digits than a double has.</summary>
    private static ScenarioOverlay RandomOverlay(Random random, int count)
    {
        var cells = ScenarioGrid.Of(SampleBaseline.County).Rows.SelectMany(row => row.Cells.OfType<ScenarioCell>()).ToArray();
        var overlay = ScenarioOverlay.Nothing;
        for (var change = 0; change < count; change++)
        {
            var cell = cells[random.Next(cells.Length)];
            overlay = overlay.With(cell.Key, random.Next(8) switch
            {
                0 => "",
                1 => "0",
                2 => "1234.56789012345678901",
                3 => random.Next(1, 4000).ToString(CultureInfo.InvariantCulture),
                4 => (random.Next(1, 400_000) / 100m).ToString(CultureInfo.InvariantCulture),
                _ => cell.Text.Length == 0 ? "7" : (decimal.Parse(cell.Text, CultureInfo.InvariantCulture) + random.Next(1, 30)).ToString(CultureInfo.InvariantCulture),
            });
        }

        return overlay;
    }
}
