using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

public sealed class SampleNationTests
{
    private static readonly decimal[] Primary = [4.2m, 1m, 0.9m, 4.5m, 7.5m, 2000m, 2.3m];
    private static readonly decimal[] Junior = [5.3m, 1m, 0.9m, 5.8m, 10.2m, 2500m, 2.4m];

    [Fact]
    public void A_nation_has_2900_counties_and_200000_rows_in_order()
    {
        var rows = SampleNation.Units(1).ToList();
        Assert.Equal(200_000, rows.Count);
        Assert.Equal(2900, rows.Select(r => r[0]).Distinct().Count());
        Assert.All(rows, r => Assert.Equal(SampleNation.Columns.Length, r.Length));
        for (var i = 1; i < rows.Count; i++) Assert.True(Compare(rows[i - 1], rows[i]) < 0);
    }

    [Fact]
    public void About_one_item_cell_in_a_hundred_is_missing_and_no_key_cell()
    {
        var rows = SampleNation.Units(2, 300, 20_000).ToList();
        Assert.InRange(rows.Average(r => r.Skip(5).Count(c => c.Length == 0)) / 7, 0.008, 0.012);
        Assert.DoesNotContain(rows, r => r.Take(5).Any(c => c.Length == 0));
    }

    [Fact]
    public void Every_county_has_both_stages_and_units_meet_and_fail()
    {
        var rows = SampleNation.Units(3, 300, 20_000).ToList();
        Assert.All(rows.GroupBy(r => r[0]), county =>
            Assert.Equal(["junior", "primary"], county.Select(r => r[2]).Distinct().Order(StringComparer.Ordinal)));
        Assert.InRange(rows.Count(NotMet) / 20_000.0, 0.08, 0.50);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 7)]
    [InlineData(50, 1234)]
    public void Any_size_is_met_exactly(int counties, int rows)
    {
        var units = SampleNation.Units(5, counties, rows).ToList();
        Assert.Equal(rows, units.Count);
        Assert.Equal(counties, units.Select(u => u[0]).Distinct().Count());
    }

    [Fact]
    public void Sizes_out_of_range_are_refused_at_once()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleNation.Units(1, 0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleNation.Units(1, 10, 19));
    }

    private static bool NotMet(string[] row)
    {
        var norms = row[2] == "primary" ? Primary : Junior;
        var enrolment = SampleCells.Number(row[3]);
        var shares = Enumerable.Range(0, 7).Where(i => row[5 + i].Length > 0)
            .Select(i => SampleCells.Number(row[5 + i]) * (i is 0 or 1 or 2 or 6 ? 100 : 1) / enrolment / norms[i]).ToArray();
        return shares.Count(s => s < 1) > 1 || shares.Any(s => s < 0.85m);
    }

    private static int Compare(string[] left, string[] right)
    {
        for (var i = 0; i < 3; i++)
            if (string.CompareOrdinal(left[i], right[i]) is var order and not 0) return order;
        return 0;
    }
}
