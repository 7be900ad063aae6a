using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;
using Junheng.Assessment.Traces;
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
                var without = LawCounties.Judge(rows.Where(row => row.SchoolCode != code).ToList())[0].Stages[0].Indicators[k].Spread.Cv;
                Assert.Equal(without!.Value, share.CvWithout!.Value, 1e-9);
            }
        }
    }
}
