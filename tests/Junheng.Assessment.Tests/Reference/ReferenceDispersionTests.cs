namespace Junheng.Assessment.Tests.Reference;

/// <summary>Gini, Theil and CVs on numbers that can be checked by hand, and their independence of order and unit.</summary>
public sealed class ReferenceDispersionTests
{
    private static readonly ReferenceShare[] OneAndThree = [Share("1", "1"), Share("3", "1")];

    [Fact]
    public void Gini_and_theil_of_one_and_three()
    {
        Assert.Equal(ReferenceNumber.Of(1, 4), ReferenceDispersion.Gini(OneAndThree));
        Assert.Equal(0.25 * Math.Log(0.5) + 0.75 * Math.Log(1.5), ReferenceDispersion.Theil(OneAndThree)!.Value, 1e-15);
        Assert.Equal(ReferenceNumber.Of(1, 4), ReferenceDispersion.WeightedCvSquared(OneAndThree));
    }

    [Fact]
    public void A_zero_counts_and_contributes_nothing_to_theil()
    {
        ReferenceShare[] shares = [Share("0", "1"), Share("4", "1")];
        Assert.Equal(ReferenceNumber.Of(1, 2), ReferenceDispersion.Gini(shares));
        Assert.Equal(Math.Log(2), ReferenceDispersion.Theil(shares)!.Value, 1e-15);
    }

    [Fact]
    public void Pupils_weigh_the_cv_but_not_the_unweighted_one()
    {
        ReferenceShare[] shares = [Share("3", "3"), Share("3", "1")]; // 1 and 3 per pupil
        Assert.Equal(ReferenceNumber.Of(1, 3), ReferenceDispersion.WeightedCvSquared(shares));
        Assert.Equal(ReferenceNumber.Of(1, 4), ReferenceDispersion.UnweightedCvSquared(shares));
    }

    [Fact]
    public void Splitting_a_school_evenly_changes_no_weighted_measure()
    {
        ReferenceShare[] whole = [Share("30", "12"), Share("7", "5")];
        ReferenceShare[] split = [Share("7", "5"), Share("10", "4"), Share("20", "8")];
        Assert.Equal(ReferenceDispersion.WeightedCvSquared(whole), ReferenceDispersion.WeightedCvSquared(split));
        Assert.Equal(ReferenceDispersion.Gini(whole), ReferenceDispersion.Gini(split));
        Assert.Equal(ReferenceDispersion.Theil(whole)!.Value, ReferenceDispersion.Theil(split)!.Value, 1e-15);
    }

    [Fact]
    public void Nothing_is_measured_about_a_mean_of_zero()
    {
        ReferenceShare[] shares = [Share("0", "1"), Share("0", "2")];
        Assert.Null(ReferenceDispersion.WeightedCvSquared(shares));
        Assert.Null(ReferenceDispersion.UnweightedCvSquared(shares));
        Assert.Null(ReferenceDispersion.Gini(shares));
        Assert.Null(ReferenceDispersion.Theil(shares));
    }

    private static ReferenceShare Share(string amount, string pupils) => new(ReferenceTable.Number(amount), ReferenceTable.Number(pupils));
}
