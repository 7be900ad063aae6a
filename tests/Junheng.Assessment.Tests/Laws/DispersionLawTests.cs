using Junheng.Assessment.Resources;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Laws;

/// <summary>What a mean and a coefficient weighted by pupils must do when schools are cut up or added.</summary>
public sealed class DispersionLawTests
{
    private static readonly ReferenceNumber _half = ReferenceNumber.Of(1, 2);

    [Fact]
    public void Cutting_every_school_into_two_equal_halves_leaves_mean_and_coefficient()
    {
        var rows = LawCounties.Whole(300, 21);
        var halves = rows.SelectMany(row => new[] { "a", "b" }.Select(half => (row with { SchoolCode = row.SchoolCode + half }).WithPupils(_half).WithAmounts((_, amount) => _half * amount))).ToList();
        foreach (var (whole, cut) in Spreads(rows).Zip(Spreads(halves)))
        {
            AssertClose(whole.Mean, cut.Mean);
            AssertClose(whole.Cv, cut.Cv);
            Assert.Equal(whole.Verdict, cut.Verdict);
        }
    }

    /// <summary>With P pupils before and p in the new school, S² shrinks to S²·P/(P + p).</summary>
    [Fact]
    public void An_average_school_leaves_the_mean_and_draws_the_coefficient_in()
    {
        var rows = LawCounties.Whole(300, 22).Where(row => row.Stage == "primary").ToList();
        var before = Spreads(rows).ToList();
        var counties = rows.GroupBy(row => row.CountyCode).OrderBy(county => county.Key, StringComparer.Ordinal).Select(county => county.ToList()).ToList();
        var after = Spreads([.. rows, .. counties.Select(Average)]).ToList();
        Assert.Equal(before.Count, after.Count);
        for (var at = 0; at < before.Count; at++)
        {
            AssertClose(before[at].Mean, after[at].Mean);
            AssertClose(before[at].Cv * Math.Sqrt(2.0 / 3.0), after[at].Cv);
        }
    }

    /// <summary>A school with half the county's pupils and half of everything.</summary>
    private static ReferenceUnitRow Average(List<ReferenceUnitRow> county) => county[0] with
    {
        SchoolCode = "average",
        Enrolment = CellText.Of(_half * ReferenceNumber.Sum(county.Select(row => ReferenceNumber.Parse(row.Enrolment!)))),
        Items = county[0].Items.Keys.ToDictionary(
            item => item, item => (string?)CellText.Of(_half * ReferenceNumber.Sum(county.Select(row => ReferenceNumber.Parse(row.Items[item]!)))), StringComparer.Ordinal),
    };

    private static IEnumerable<IndicatorSpread> Spreads(IReadOnlyList<ReferenceUnitRow> rows) =>
        LawCounties.Judge(rows).SelectMany(county => county.Stages).Where(stage => stage.Units > 0).SelectMany(stage => stage.Indicators).Select(each => each.Spread);

    private static void AssertClose(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, Math.Max(1e-12 * (expected ?? 0), 1e-13));
    }
}
