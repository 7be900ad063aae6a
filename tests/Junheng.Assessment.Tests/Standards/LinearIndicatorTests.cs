namespace Junheng.Assessment.Tests.Standards;

/// <summary>An indicator is a sum of items over the enrolment: only such a formula can be judged, split and planned for.</summary>
public sealed class LinearIndicatorTests
{
    private const string Formula = "100 * above_degree_teachers / enrolment";

    [Theory]
    [InlineData("100 * above_degree_teachers * backbone_teachers / enrolment / enrolment")]
    [InlineData("round(100 * above_degree_teachers / enrolment, 2)")]
    [InlineData("100 * max(above_degree_teachers, backbone_teachers) / enrolment")]
    [InlineData("if(enrolment > 50, 100 * above_degree_teachers / enrolment, 5)")]
    [InlineData("100 * above_degree_teachers / classes")]
    [InlineData("100 * (above_degree_teachers + 1) / enrolment")]
    [InlineData("100 * above_degree_teachers / enrolment + 1")]
    [InlineData("100 * above_degree_teachers")]
    [InlineData("100 * enrolment / above_degree_teachers")]
    [InlineData("-100 * above_degree_teachers / enrolment")]
    [InlineData("100 * above_degree_teachers / school_enrolment")]
    public void A_formula_of_another_form_is_refused(string formula)
    {
        using var folder = new StandardFolder();
        folder.Rewrite(text => text.Replace(Formula, formula, StringComparison.Ordinal));
        var finding = Assert.Single(folder.Findings("cn-2017-quality-balance"), finding => finding.Place.File == "indicators.yaml");
        Assert.True(finding.Rule == "standard.not-linear" || finding.Rule.StartsWith("formula.", StringComparison.Ordinal), finding.Rule);
    }

    [Theory]
    [InlineData("100 * (above_degree_teachers + backbone_teachers) / enrolment")]
    [InlineData("above_degree_teachers / enrolment * 100")]
    [InlineData("(200 * above_degree_teachers - 100 * above_degree_teachers) / enrolment")]
    public void A_linear_formula_may_be_written_in_any_way(string formula)
    {
        using var folder = new StandardFolder();
        folder.Rewrite(text => text.Replace(Formula, formula, StringComparison.Ordinal));
        Assert.Equal("R1", folder.Open("cn-2017-quality-balance").Indicators[0].Id);
    }
}
