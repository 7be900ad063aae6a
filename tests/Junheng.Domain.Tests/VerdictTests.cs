using Junheng.Domain.Outcomes;

namespace Junheng.Domain.Tests;

public class VerdictTests
{
    [Theory]
    [InlineData("met", Verdict.Met, Verdict.Met)]
    [InlineData("not_met", Verdict.Met, Verdict.NotMet)]
    [InlineData("not_met", Verdict.Undecided, Verdict.NotMet)]
    [InlineData("undecided", Verdict.Met, Verdict.Undecided)]
    [InlineData("met", Verdict.Met, Verdict.NotApplicable)]
    [InlineData("undecided", Verdict.NotApplicable, Verdict.Undecided)]
    [InlineData("not_applicable", Verdict.NotApplicable, Verdict.NotApplicable)]
    public void Not_met_outweighs_undecided_outweighs_met_and_not_applicable_is_ignored(string combined, Verdict left, Verdict right)
    {
        Assert.Equal(combined, Verdicts.Combine(left, right).Id());
        Assert.Equal(combined, Verdicts.Combine(right, left).Id());
        Assert.Equal(combined, Verdicts.Combine([left, right]).Id());
    }

    [Fact]
    public void Nothing_to_combine_does_not_apply() => Assert.Equal(Verdict.NotApplicable, Verdicts.Combine([]));

    [Fact]
    public void A_forgotten_verdict_is_undecided() => Assert.Equal(Verdict.Undecided, default);

    [Theory]
    [InlineData(Verdict.Met, Verdict.Met, Verdict.NotMet)]
    [InlineData(Verdict.Undecided, Verdict.Undecided, Verdict.NotMet)]
    [InlineData(Verdict.Met, Verdict.Undecided, Verdict.Met)]
    [InlineData(Verdict.NotApplicable, Verdict.NotApplicable, Verdict.Undecided)]
    public void An_easement_keeps_the_more_favourable_verdict(Verdict kept, Verdict strict, Verdict eased)
    {
        Assert.Equal(kept, Verdicts.MoreFavourable(strict, eased));
        Assert.Equal(kept, Verdicts.MoreFavourable(eased, strict));
    }
}
