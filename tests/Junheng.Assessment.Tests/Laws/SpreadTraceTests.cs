using Junheng.Assessment.Resources;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;
using Junheng.Assessment.Traces;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Tests.Laws;

/// <summary>Each school's part in a coefficient of variation.</summary>
public sealed class SpreadTraceTests
{
    [Fact]
    public void The_parts_of_all_schools_are_the_whole()
    {
        var result = Product.Assess(ProductTable.OfUnits(LawCounties.Whole(60, 31)), Product.QualityBalance2017);
        for (var block = 0; block < result.Units.Blocks.Length; block++)
        {
            for (var k = 0; k < result.InForce.Standard.Indicators.Length; k++)
            {
                var trace = SpreadTrace.Of(result, block, k);
                if (trace.CvSquared is { } squared && squared.ToDouble() > 1e-12)
                {
                    // Below that, schools differ by no more than a hair, and so do their parts.
                    Assert.Equal(1, trace.Units.Sum(unit => unit.Share!.Value), 1e-9);
                }

                Assert.Equal(result.Figures.Spread(block, k).Cv ?? 0, Math.Sqrt(trace.CvSquared?.ToDouble() ?? 0), 1e-12);
            }
        }
    }

    [Fact]
    public void The_coefficient_without_a_school_is_that_of_the_county_without_it()
    {
        List<ReferenceUnitRow> rows = [.. LawCounties.Whole(1, 32).Where(row => row.Stage == "primary")];
        var result = Product.Assess(ProductTable.OfUnits(rows), Product.QualityBalance2017);
        for (var k = 0; k < result.InForce.Standard.Indicators.Length; k++)
        {
            foreach (var share in SpreadTrace.Of(result, 0, k).Units)
            {
                var code = result.County(0).Units.Single(unit => unit.Unit == share.Unit && unit.Stage == Stage.Primary).SchoolCode;
                var without = LawCounties.Judge(rows.Where(row => row.SchoolCode != code).ToList())[0].Stages[0].Indicators[k].Spread;
                Assert.Equal(without.Cv!.Value, share.CvWithout!.Value, 1e-13);
                Assert.Equal(without.Verdict == Verdict.Met, share.IsWithinLimitWithout);
            }
        }
    }

    /// <summary>Three schools of 100 pupils with 1, 2 and 3 rooms: without the last, ratios 1 and 2, CV² = 1/9, and 1/3 lies at the limit of exactly 1/3.</summary>
    [Fact]
    public void Taking_a_school_out_is_exact()
    {
        var whole = ExactSpread.Of([(100, 1), (100, 2), (100, 3)]);

        Assert.Equal(Rational.FromFraction(1, 6), whole.CvSquared);
        Assert.Equal(Rational.FromFraction(1, 9), whole.Without(100, 3).CvSquared);
        Assert.True(whole.Without(100, 3).IsAtMost(Rational.FromFraction(1, 3)));
        Assert.Equal(2, whole.Without(100, 3).Units);
    }
}
