using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;
using Junheng.Documents.Definitions;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Standards;

/// <summary>The standards and overlays that come with the product.</summary>
public sealed class BuiltInStandardTests
{
    private static readonly string[] _marks = ["2+", "1", "1r", "R", "I", "GAP"];

    public static TheoryData<string> Ids { get; } = [.. StandardFiles.BesideProgram.Ids];

    public static TheoryData<string> OverlayIds { get; } = [.. StandardFiles.BesideProgram.OverlayIds];

    [Fact]
    public void Both_standards_and_three_overlays_are_there()
    {
        Assert.Equal(["cn-2012-basic-balance", "cn-2017-quality-balance"], StandardFiles.BesideProgram.Ids);
        Assert.Equal(["example-district-target", "example-district-target-both-stages", "example-province"], StandardFiles.BesideProgram.OverlayIds);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_standard_opens_without_findings(string id) =>
        Assert.Equal(id, Assert.IsType<StandardOpening.Opened>(StandardFiles.BesideProgram.Open(StandardRequest.Of(id), Language.Zh)).Standard.Id);

    [Theory]
    [MemberData(nameof(OverlayIds))]
    public void An_overlay_opens_without_findings(string overlay) => Assert.Equal([overlay], Product.Open("cn-2017-quality-balance", [overlay]).Overlays);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_names_a_listed_source_and_a_mark(string id)
    {
        var standard = Product.Open(id);
        var tags = standard.Sources.Select(source => source.Tag).ToHashSet(StringComparer.Ordinal);
        RuleSource[] sources =
        [
            .. standard.Indicators.SelectMany(indicator => indicator.Norms).Select(norm => norm.Source), .. standard.Scope.Select(rule => rule.Source), .. standard.Parts.Select(part => part.Source),
            .. standard.Easements.Select(easement => easement.Source), .. standard.Items.SelectMany(item => item.Norms).Select(norm => norm.Source), standard.Split.Source, standard.IndoorSports!.Source,
        ];
        Assert.All(sources, source => Assert.All(source.Tag.Split(' '), tag => Assert.Contains(tag, tags)));
        Assert.All(sources, source => Assert.Contains(source.Mark, _marks));
        Assert.All(standard.Indicators, indicator => Assert.NotEmpty(indicator.Norms));
        Assert.All(standard.Items, item => Assert.NotEmpty(item.Norms));
        Assert.All(standard.Settings, setting => Assert.Contains(setting.Mark, _marks));
        Assert.All(standard.Modelled, rule => Assert.Contains(rule.Mark, _marks));
    }

    /// <summary>The reference's numbers were typed from the official tables alone.</summary>
    [Theory]
    [InlineData("cn-2017-quality-balance", 2017)]
    [InlineData("cn-2012-basic-balance", 2012)]
    public void The_numbers_are_those_of_the_official_tables(string id, int year)
    {
        var (standard, reference) = (Product.Open(id), ReferenceStandard.Of(year));
        Assert.Equal(reference.Indicators.Select(each => each.Id), standard.Indicators.Select(each => each.Id));
        foreach (var (indicator, expected) in standard.Indicators.Zip(reference.Indicators))
        {
            Assert.Equal((expected.Item, expected.Scale.ToString()), (indicator.Item, indicator.Scale.ToString()));
            foreach (var stage in standard.Stages)
            {
                Assert.Equal(expected.Norms.GetValueOrDefault(stage.Id())?.ToString(), indicator.Norms[0].Norm[stage]?.ToString());
                Assert.Equal(expected.Floors.GetValueOrDefault(stage.Id())?.ToString(), indicator.Norms[0].Floor[stage]?.ToString());
                Assert.Equal(year == 2017 ? reference.CvLimits[stage.Id()].ToString() : null, indicator.Norms[0].CvLimit[stage]?.ToString());
            }
        }

        Assert.Equal(reference.SplitItems.Order(StringComparer.Ordinal), standard.Split.Items.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_request_gives_the_same_object() => Assert.Same(Product.Open("cn-2017-quality-balance"), Product.Open("cn-2017-quality-balance"));
}
