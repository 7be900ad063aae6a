using System.Collections.Frozen;
using Junheng.Domain.Numbers;
using Junheng.Domain.Statistics;

namespace Junheng.Domain.Tests;

public class StatisticsTableTests
{
    [Fact]
    public void Missing_is_not_zero()
    {
        var column = NumberColumn.Of([0, null, 2.5]);

        Assert.Equal([0.0, null, 2.5], Enumerable.Range(0, 3).Select(column.Value));
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(column.IsPresent));
        Assert.Null(column.Exact(1));
        Assert.Equal(Rational.ParseDecimal("2.5"), column.Exact(2));
    }

    [Fact]
    public void A_cell_of_many_digits_keeps_its_text()
    {
        const string text = "0.12345678901234567891";
        var present = new PresenceBits(1);
        present.Set(0);
        var column = new NumberColumn([0.12345678901234568], present, new Dictionary<int, string> { [0] = text }.ToFrozenDictionary());

        Assert.Equal(Rational.ParseDecimal(text), column.Exact(0));
    }

    [Fact]
    public void Presence_bits_are_set_one_by_one_across_words()
    {
        var bits = new PresenceBits(130);
        int[] set = [0, 63, 64, 127, 129];
        foreach (var row in set)
        {
            bits.Set(row);
        }

        Assert.Equal(set, Enumerable.Range(0, 130).Where(row => bits[row]));
    }

    [Fact]
    public void A_countys_rows_are_gathered_from_all_parts_and_counties_sorted_by_code()
    {
        var table = StatisticsTable.Of([Part("b.csv", "2", "2", "1"), Part("c.csv", "10", "2")]);

        Assert.Equal(["1", "10", "2"], table.Counties.Select(county => county.Code));
        Assert.Equal([new RowRef(0, 0), new RowRef(0, 1), new RowRef(1, 1)], table.Counties[2].Rows());
    }

    [Fact]
    public void A_figure_leads_back_to_its_cell()
    {
        var part = Part("b.csv", "1", "1");

        Assert.Equal("b.csv › D3", part.OriginOf(1, "enrolment").ToString());
        Assert.Equal("b.csv", part.OriginOf(1, "books").ToString());
    }

    private static StatisticsPart Part(string file, params string[] counties) => new()
    {
        Layout = TableLayout.Unit,
        CountyCode = TextColumn.Of(counties),
        SchoolCode = TextColumn.Of([.. counties.Select((_, row) => $"S{row}")]),
        Figures = FrozenDictionary<string, NumberColumn>.Empty,
        File = file,
        SourceRows = [.. Enumerable.Range(2, counties.Length)],
        SourceColumns = new Dictionary<string, int> { ["enrolment"] = 3 }.ToFrozenDictionary(),
    };
}
