using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Structure;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Tests.Structure;

/// <summary>Teacher ratios between schools (师资三比例, S007).</summary>
public sealed class RatioSpreadTests
{
    private static readonly TeacherRatio _degree = new("T1", new("高学历", "degree"), new("高学历", "degree"), "above_degree_teachers", "full_time_teachers", new RuleSource("S007", "1"));

    [Fact]
    public void The_county_share_is_that_of_all_teachers_together()
    {
        var spread = Of(("A", "12", "20"), ("B", "5", "20"), ("C", "3", "10"));

        Assert.Equal(Rational.FromFraction(20, 50), spread.Share);
        Assert.Equal(Rational.FromFraction(3, 10), spread.Units[2].Share);
        Assert.True(spread.IsWhole);
    }

    [Fact]
    public void The_coefficient_is_weighted_by_teachers()
    {
        var spread = Of(("A", "12", "20"), ("B", "5", "20"), ("C", "3", "10"));

        // Mean 0.4; Σt(share − mean)² = 20·0.2² + 20·0.15² + 10·0.1² = 1.35.
        Assert.Equal(Math.Sqrt(1.35 / 50) / 0.4, spread.Cv!.Value, 1e-15);
    }

    [Fact]
    public void A_school_lacks_and_spares_whole_persons_to_the_county_share()
    {
        var spread = Of(("A", "12", "20"), ("B", "5", "20"), ("C", "3", "10"));

        Assert.Equal([0, 3, 1], spread.Units.Select(unit => (int)unit.Lacking!.Value.Numerator));
        Assert.Equal([4, 0, 0], spread.Units.Select(unit => (int)unit.Spare!.Value.Numerator));
        Assert.Equal(Rational.FromInteger(4), spread.Exchanges);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_exchanges_can_be_made_and_fewer_do_not_suffice(int seed)
    {
        var random = new Random(seed);
        var schools = Enumerable.Range(0, 25).Select(each => random.Next(3, 60)).Select(all => (All: all, Has: random.Next(0, all + 1))).ToList();
        var spread = Of([.. schools.Select((school, at) => ($"S{at:00}", school.Has.ToString(System.Globalization.CultureInfo.InvariantCulture), school.All.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);
        var has = schools.Select(school => school.Has).ToArray();
        var share = (double)schools.Sum(school => school.Has) / schools.Sum(school => school.All);
        int Target(int at) => (int)Math.Floor((share * schools[at].All) + 1e-9);

        // One exchange lifts one school by one person, taken from whoever has most above its share.
        var exchanges = 0;
        while (Enumerable.Range(0, has.Length).Any(at => has[at] < Target(at)))
        {
            has[Enumerable.Range(0, has.Length).First(at => has[at] < Target(at))]++;
            has[Enumerable.Range(0, has.Length).MaxBy(at => has[at] - (share * schools[at].All))]--;
            exchanges++;
        }

        Assert.Equal(Rational.FromInteger(exchanges), spread.Exchanges);
    }

    [Fact]
    public void A_blank_cell_is_missing_and_not_zero()
    {
        var spread = Of(("A", "12", "20"), ("B", null, "20"), ("C", "3", "10"));

        Assert.Null(spread.Units[1].Share);
        Assert.Null(spread.Exchanges);
        Assert.False(spread.IsWhole);
        Assert.Equal(Rational.FromFraction(15, 30), spread.Share);
        Assert.Equal(["above_degree_teachers"], spread.Units[1].CountedCells.Where(cell => cell.Cell is null).Select(cell => cell.Column));
    }

    private static RatioSpread Of(params (string Code, string? Has, string? All)[] schools)
    {
        var rows = schools.Select(school => new ReferenceUnitRow(
            "1", school.Code, "primary", "300", new Dictionary<string, string?>(StringComparer.Ordinal) { ["above_degree_teachers"] = school.Has, ["full_time_teachers"] = school.All }, "primary")).ToList();
        return RatioSpread.Of(AssessmentResult.Of(ProductTable.OfUnits(rows), Product.QualityBalance2017), 0, _degree);
    }
}
