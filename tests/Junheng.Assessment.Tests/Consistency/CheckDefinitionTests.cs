using Junheng.Application.Check;
using Junheng.Assessment.Consistency;
using Junheng.Assessment.Standards.Reading;
using Junheng.Documents.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>What is wrong with a file of rules is said with its place and how to mend it.</summary>
public sealed class CheckDefinitionTests
{
    private const string Rule = """
        checks:
          - id: check.mine
            kind: soft
            group: accounting
            level: unit
            holds: enrolment >= $check.teachers_per_pupil_from
            title: {zh: 规则, en: Rule}
            message: {zh: "只有 {enrolment} 人，请核实。", en: "Only {enrolment}. Please check."}
            why: {zh: 原因, en: Reason}
            remedy: {zh: 办法, en: Remedy}
            source: OWN
            mark: I
            from: 2020-01-01
        """;

    [Fact]
    public void A_sound_rule_is_added_to_those_of_the_product()
    {
        var set = Assert.IsType<CheckSetOpening.Opened>(Open(Rule)).Set;

        Assert.Equal(CheckRun.Set.Rules.Length + 1, set.Rules.Length);
        Assert.NotEqual(CheckRun.Set.ContentHash, set.ContentHash);
        Assert.DoesNotContain(set.At(new DateOnly(2019, 12, 31)), rule => rule.Id == "check.mine");
        Assert.Contains(set.At(new DateOnly(2020, 1, 1)), rule => rule.Id == "check.mine");
    }

    [Theory]
    [InlineData("id: check.mine", "id: mine", "checks.id", "2:9")]
    [InlineData("id: check.mine", "id: check.grades-sum-primary", "checks.id", "2:9")]
    [InlineData("kind: soft", "kind: medium", "checks.word", "3:11")]
    [InlineData("level: unit", "level: class", "checks.word", "5:12")]
    [InlineData("enrolment >= $", "enrolmnt >= $", "formula.unknown-name", "6:12")]
    [InlineData("enrolment >= $", "teaching_area_m2 + enrolment >= $", "formula.unit-mismatch", "6:12")]
    [InlineData("$check.teachers_per_pupil_from", "$check.nowhere", "formula.unknown-setting", "6:25")]
    [InlineData("{enrolment} 人", "{enrolmen} 人", "checks.blank", "8:14")]
    [InlineData("source: OWN", "source: NOBODY", "checks.source", "11:13")]
    [InlineData("mark: I", "mark: Z", "standard.mark", "12:11")]
    [InlineData("from: 2020-01-01", "from: soon", "definition.date", "13:11")]
    [InlineData("from: 2020-01-01", "form: 2020-01-01", "definition.unknown-key", "13:5")]
    [InlineData("holds:", "test: dice\n    #", "checks.test", "6:11")]
    [InlineData("holds:", "test: same_name\n    holds:", "checks.form", "7:12")]
    [InlineData("holds:", "cells: [nowhere]\n    holds:", "checks.column", "6:13")]
    [InlineData("    holds: enrolment >= $check.teachers_per_pupil_from\n", "    test: same_place\n", "definition.absent", "")]
    public void A_mistake_is_reported_where_it_stands(string sound, string wrong, string rule, string place)
    {
        var findings = Assert.IsType<CheckSetOpening.Refused>(Open(Rule.Replace(sound, wrong, StringComparison.Ordinal))).Findings;

        Assert.Contains(findings, finding => finding.Rule == rule && finding.Place.Cell!.StartsWith(place, StringComparison.Ordinal));
        Assert.All(findings, finding =>
        {
            Assert.Equal("mine.yaml", finding.Place.File);
            Assert.NotEmpty(finding.Remedy);
        });
    }

    [Fact]
    public void A_setting_changes_what_is_asked()
    {
        var rows = new CleanCounties(4).County("990101", 40);
        int Asked(string value)
        {
            var set = Assert.IsType<CheckSetOpening.Opened>(CheckFiles.BesideProgram.Open([new SettingOverride("check.cross_ratio", value), new SettingOverride("check.cross_yuan", "0")], Language.En)).Set;
            return ConsistencyCheck.Run(CheckTable.Of(rows), set, CheckRun.Standard).Hits.Count(hit => hit.Rule.Id == "check.cross-asset-equipment");
        }

        Assert.Equal(0, Asked("0.5"));
        Assert.True(Asked("0") > 3);
    }

    [Fact]
    public void An_unknown_or_fixed_setting_is_refused()
    {
        string[] Rules(string id) => [.. Assert.IsType<CheckSetOpening.Refused>(CheckFiles.BesideProgram.Open([new SettingOverride(id, "2")], Language.En)).Findings.Select(finding => finding.Rule)];

        Assert.Equal(["settings.unknown"], Rules("check.nothing"));
        Assert.Equal(["settings.fixed"], Rules("check.one_class"));
    }

    [Fact]
    public void All_sixteen_kinds_of_checks_are_there()
    {
        var rules = CheckRun.Set.Rules;

        Assert.All(Enum.GetValues<CheckGroup>(), group => Assert.Contains(rules, rule => rule.Group == group));
        Assert.All(
            new[]
            {
                "same-name-two-codes", "two-schools-one-code", "site-without-parent", "stage-of-type-without-pupils", "grades-sum-primary", "teacher-levels-exceed", "floor-parts-within",
                "indoor-sports-within-teaching", "equipment-falls", "backbone-within-teachers", "class-bands-below-enrolment", "survival-primary", "jump-equipment",
                "teaching-area-without-record", "bunching-county", "last-digits", "repeated-value", "copied-figures", "cross-roll",
            },
            id => Assert.Contains(rules, rule => rule.Id == $"check.{id}"));
    }

    private static CheckSetOpening Open(string text)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-checks-");
        try
        {
            var path = Path.Combine(folder.FullName, "mine.yaml");
            File.WriteAllText(path, text);
            return CheckFiles.BesideProgram.OpenWith(path, Language.En);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
