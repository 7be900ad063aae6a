using System.Globalization;

namespace Junheng.Assessment.Tests.Reference;

/// <summary>The reference against published figures and against every norm, floor and limit of the standards.</summary>
public sealed class ReferenceGoldenTests
{
    private static readonly ReferenceStandard Standard2017 = ReferenceStandard.QualityBalance2017;

    private static readonly ReferenceShare[] FiveSchoolsBooks =
    [
        Share("279", "45"), Share("137", "37"), Share("935", "89"), Share("160", "76"), Share("402", "55"),
    ];

    /// <summary>Item, stage, norm and floor of every indicator; true where the value is per hundred pupils.</summary>
    public static TheoryData<string, string, string, decimal, decimal, bool> Thresholds { get; } = new()
    {
        { "R1", "above_degree_teachers", "primary", 4.2m, 3.57m, true },
        { "R1", "above_degree_teachers", "junior", 5.3m, 4.505m, true },
        { "R2", "backbone_teachers", "primary", 1m, 0.85m, true },
        { "R2", "backbone_teachers", "junior", 1m, 0.85m, true },
        { "R3", "pe_art_teachers", "primary", 0.9m, 0.765m, true },
        { "R3", "pe_art_teachers", "junior", 0.9m, 0.765m, true },
        { "R4", "teaching_area_m2", "primary", 4.5m, 3.825m, false },
        { "R4", "teaching_area_m2", "junior", 5.8m, 4.93m, false },
        { "R5", "sports_area_m2", "primary", 7.5m, 6.375m, false },
        { "R5", "sports_area_m2", "junior", 10.2m, 8.67m, false },
        { "R6", "equipment_yuan", "primary", 2000m, 1700m, false },
        { "R6", "equipment_yuan", "junior", 2500m, 2125m, false },
        { "R7", "multimedia_rooms", "primary", 2.3m, 1.955m, true },
        { "R7", "multimedia_rooms", "junior", 2.4m, 2.04m, true },
    };

    [Fact]
    public void Books_of_five_schools_have_the_published_weighted_cv()
    {
        var cv = ReferenceSquareRoot.ToDouble(ReferenceDispersion.WeightedCvSquared(FiveSchoolsBooks)!);
        Assert.Equal(0.5152566, cv, 1e-7);
        Assert.NotEqual(0.4888, cv, 1e-3);
        Assert.NotEqual(0.5465, cv, 1e-3);
        Assert.Equal(ReferenceTable.Number("0.515"), ReferenceSquareRoot.Printed(ReferenceDispersion.WeightedCvSquared(FiveSchoolsBooks)!, 3));
        Assert.Equal(ReferenceNumber.Of(1913, 302), ReferenceDispersion.Mean(FiveSchoolsBooks));
    }

    [Fact]
    public void Books_of_five_schools_have_the_known_unweighted_cv() =>
        Assert.Equal(0.488771, ReferenceSquareRoot.ToDouble(ReferenceDispersion.UnweightedCvSquared(FiveSchoolsBooks)!), 1e-6);

    [Fact]
    public void Books_of_a_nine_year_school_split_exactly()
    {
        var items = new Dictionary<string, string?>(StringComparer.Ordinal) { ["books"] = "23226" };
        var units = ReferenceSplit.ToUnits([new ReferenceSchoolRow("C1", "S1", "166", "210", null, items, "nine_year")], 2012);
        Assert.Equal(["primary", "junior"], units.Select(unit => unit.Stage));
        Assert.Equal(ReferenceNumber.Of(3855516, 397), units[0].Amount("books"));
        Assert.Equal(ReferenceNumber.Of(5365206, 397), units[1].Amount("books"));
    }

    [Theory]
    [InlineData("庐阳区 小学", "0.881 1.299 0.977 0.379 0.170 0.334 0.286 0.408", "0.592", "0.65")]
    [InlineData("庐阳区 初中", "0.353 0.784 0.146 0.491 0.037 0.226 0.223 0.253", "0.314", "0.55")]
    [InlineData("蜀山区 小学", "0.711 0.649 0.472 0.338 0.235 0.274 0.260 0.396", "0.417", "0.65")]
    [InlineData("蜀山区 初中", "0.505 0.484 0.325 0.275 0.199 0.715 0.421 1.021", "0.493", "0.55")]
    public void Published_composites_are_means_of_their_single_cvs(string district, string singleCvs, string printed, string limit)
    {
        var squares = singleCvs.Split(' ').Select(cv => ReferenceTable.Number(cv) * ReferenceTable.Number(cv)).ToList();
        var composite = ReferenceCompositeJudge.Judge(squares, ReferenceTable.Number(limit));
        Assert.True(ReferenceTable.Number(printed) == composite.CvPrinted, district);
        Assert.Equal(composite.Lower, composite.Upper);
        Assert.Equal(ReferenceVerdict.Met, composite.CvVerdict);
    }

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void A_value_at_the_norm_is_met_and_just_below_is_not(string id, string item, string stage, decimal norm, decimal floor, bool perHundred)
    {
        var atNorm = Judge(id, item, stage, AmountFor(norm, perHundred));
        Assert.Equal((ReferenceVerdict.Met, false), (atNorm.Verdict, atNorm.WithinFloor));
        Assert.Equal(ReferenceVerdict.Met, Judge(id, item, stage, AmountFor(norm, perHundred) + 0.000000001m).Verdict);
        var below = Judge(id, item, stage, AmountFor(norm, perHundred) - 0.000000001m);
        Assert.Equal((ReferenceVerdict.NotMet, true), (below.Verdict, below.WithinFloor));
        Assert.True(below.RoundingSensitive);
        Assert.False(atNorm.RoundingSensitive);
        Assert.Equal((Exact(norm), Exact(floor)), (below.Norm, below.Floor));
    }

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void A_value_at_the_floor_is_within_it_and_just_below_is_not(
        string id, string item, string stage, decimal norm, decimal floor, bool perHundred)
    {
        var amount = AmountFor(floor, perHundred);
        Assert.True(Judge(id, item, stage, amount).WithinFloor);
        Assert.True(Judge(id, item, stage, amount + 0.000000001m).WithinFloor);
        Assert.False(Judge(id, item, stage, amount - 0.000000001m).WithinFloor);

        var whole = item is "above_degree_teachers" or "backbone_teachers" or "pe_art_teachers" or "multimedia_rooms";
        var lacking = AmountFor(norm, perHundred) - amount + 0.000000001m;
        var below = Judge(id, item, stage, amount - 0.000000001m);
        Assert.Equal(Exact(whole ? decimal.Ceiling(lacking) : lacking), below.ShortfallToNorm);
        Assert.Equal(Exact(whole ? 1m : 0.000000001m), below.ShortfallToFloor);
        Assert.Equal(ReferenceNumber.Zero, Judge(id, item, stage, amount).ShortfallToFloor);
    }

    [Theory]
    [InlineData("primary", "500", "1500", ReferenceVerdict.Met, false)]
    [InlineData("primary", "500.000000001", "1499.999999999", ReferenceVerdict.Met, false)]
    [InlineData("primary", "499.999999999", "1500.000000001", ReferenceVerdict.NotMet, true)]
    [InlineData("primary", "499.6", "1500.4", ReferenceVerdict.NotMet, true)]
    [InlineData("primary", "499.5", "1500.5", ReferenceVerdict.NotMet, false)]
    [InlineData("junior", "550", "1450", ReferenceVerdict.Met, false)]
    [InlineData("junior", "550.000000001", "1449.999999999", ReferenceVerdict.Met, false)]
    [InlineData("junior", "549.999999999", "1450.000000001", ReferenceVerdict.NotMet, true)]
    public void Two_equal_schools_at_the_cv_limit(string stage, string first, string second, ReferenceVerdict verdict, bool roundingSensitive)
    {
        foreach (var indicator in Standard2017.Indicators)
        {
            var county = ReferenceTable.County(
                Standard2017, ReferenceTable.Unit("S1", stage, (indicator.Item, first)), ReferenceTable.Unit("S2", stage, (indicator.Item, second)));
            var spread = county.Stage(stage)[indicator.Id];
            Assert.Equal((verdict, roundingSensitive), (spread.CvVerdict!.Value, spread.RoundingSensitive));
        }
    }

    private static ReferenceShare Share(string amount, string pupils) => new(ReferenceTable.Number(amount), ReferenceTable.Number(pupils));

    private static ReferenceNumber Exact(decimal number) => ReferenceTable.Number(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The amount that gives a unit of 2,000 pupils that value, exactly.</summary>
    private static decimal AmountFor(decimal value, bool perHundred) => perHundred ? value * 20m : value * 2000m;

    private static ReferenceFinding Judge(string id, string item, string stage, decimal amount)
    {
        var row = ReferenceTable.Unit("S1", stage, (item, amount.ToString(CultureInfo.InvariantCulture)));
        return ReferenceTable.County(Standard2017, row).Unit("S1", stage)[id];
    }
}
