using Junheng.Domain.Findings;

namespace Junheng.Assessment.Tests.Standards;

/// <summary>A standard file with mistakes: every one of them at once, with line, column and remedy.</summary>
public sealed class RefusedStandardTests
{
    private const string Mistakes = """
        id: test
        version: "1"
        title: {en: no Chinese title}
        effective: 19 April 2017
        colour: red
        stages: [primary, junior, kindergarten]
        verdict:
          - part: all
            rule:
              all:
                - eachUnit: {atLeast: 9, of: [R1], rest: floor}
                - dispersion: {of: [R1, R9]}
                - majority: [R1]
            source: JP
            mark: "2+"
        indicators:
          - id: R1
            title: {zh: 一}
            unit: person_per_100_pupils
            formula: 100 * above_degree_teachers / enrolment
            values:
              - from: 2017-04-19
                norm: {primary: four, junior: 5.3}
                cv_limit: {primary: 0.50}
                source: NOWHERE
                mark: "3"
          - id: R2
            title: {zh: 二}
            unit: m2_per_pupil
            formula: 100 * backbone_teachers / enrolment
            values: [{from: 2017-04-19, source: JP, mark: "1"}]
          - id: R3
            title: {zh: 三}
            unit: person_per_100_pupils
            formula: 100 * pe_art_teacher / enrolment
            values: [{from: 2017-04-19, source: JP, mark: "1"}]
          - id: R4
            title: {zh: 四}
            unit: m2_per_pupil
            formula: round(teaching_area_m2 / enrolment, 2)
            values: [{from: 2017-04-19, source: JP, mark: "1"}]
        scope:
          exclude:
            - {reason: small, when: enrolment < $no.such.setting, source: JP, mark: "1"}
        split:
          items: [teaching_area_m2]
          weights:
            boarding: {primary: 1}
          source: JP
          mark: "1"
        items:
          - id: G1
            title: {zh: 项}
            fields: {a: {kind: picture, title: {zh: 甲}}}
            values: [{from: 2017-04-19, source: JP, mark: "1"}]
        settings:
          - {id: limit, kind: number, value: half, mark: I, title: {zh: 限}}
        sources:
          - {tag: JP, title: 摘录}
        """;

    [Theory]
    [InlineData("definition.absent", 3)] // title without zh
    [InlineData("definition.date", 4)]
    [InlineData("definition.unknown-key", 5)]
    [InlineData("standard.stage", 6)]
    [InlineData("standard.at-least", 11)]
    [InlineData("standard.rule", 13)]
    [InlineData("definition.number", 23)]
    [InlineData("standard.mark", 26)]
    [InlineData("standard.unit", 29)] // m² for persons
    [InlineData("formula.unknown-name", 35)]
    [InlineData("standard.not-linear", 40)]
    [InlineData("formula.unknown-setting", 44)]
    [InlineData("standard.school-type", 48)]
    [InlineData("standard.field-kind", 54)]
    [InlineData("settings.value", 57)]
    public void Each_mistake_is_found_in_its_line(string rule, int line)
    {
        var findings = Findings();
        Assert.Contains(findings, finding => finding.Rule == rule && finding.Place.Cell!.StartsWith($"{line}:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("standard.unknown-id", "R9")]
    [InlineData("standard.source", "NOWHERE")]
    [InlineData("standard.number-absent", "cv_limit for junior")]
    public void What_does_not_fit_together_is_found_too(string rule, string named) =>
        Assert.Contains(Findings(), finding => finding.Rule == rule && finding.Message.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void Every_finding_has_file_line_column_and_remedy() => Assert.All(Findings(), finding =>
    {
        Assert.Equal("standard.yaml", finding.Place.File);
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", finding.Place.Cell);
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Remedy);
        Assert.Equal(Severity.Error, finding.Severity);
    });

    [Fact]
    public void The_column_of_a_formula_error_is_where_the_error_stands()
    {
        var formula = "    formula: 100 * pe_art_teacher / enrolment";
        var finding = Assert.Single(Findings(), finding => finding.Rule == "formula.unknown-name");
        Assert.Equal($"35:{formula.IndexOf("pe_art", StringComparison.Ordinal) + 1}", finding.Place.Cell);
    }

    [Fact]
    public void Broken_yaml_is_refused_with_its_line()
    {
        using var folder = new StandardFolder();
        folder.Write("test/standard.yaml", "id: test\nversion: \"1\ntitle: x\n");
        var finding = Assert.Single(folder.Findings("test"));
        Assert.Equal("yaml.syntax", finding.Rule);
        Assert.Matches("^[1-4]:", finding.Place.Cell);
    }

    [Fact]
    public void An_overlay_for_another_standard_or_of_an_unknown_indicator_is_refused()
    {
        using var folder = new StandardFolder();
        Assert.Contains(folder.Findings("cn-2012-basic-balance", "example-province"), finding => finding.Rule == "overlay.base");
        folder.Write("overlays/wrong.yaml", "overlay: {id: wrong, base: cn-2017-quality-balance}\nindicators:\n  - id: R8\n    values: []\n");
        var finding = Assert.Single(folder.Findings("cn-2017-quality-balance", "wrong"));
        Assert.Equal(("overlay.unknown", "3:9"), (finding.Rule, finding.Place.Cell));
    }

    private static IReadOnlyList<Finding> Findings()
    {
        using var folder = new StandardFolder();
        folder.Write("test/standard.yaml", Mistakes);
        return folder.Findings("test");
    }
}
