using Junheng.Application.Regions;

namespace Junheng.Application.Tests.Regions;

public class RankingTests
{
    [Fact]
    public void A_printed_figure_stands_for_all_figures_that_round_to_it()
    {
        var range = FigureRange.Rounded(0.4964, 3);

        Assert.Equal((0.496m, 0.4955m, 0.4965m), (range.Printed, range.Low, range.High));
    }

    [Fact]
    public void Figures_printed_alike_are_not_told_apart_and_neighbours_are()
    {
        var (one, same, next) = (FigureRange.Rounded(0.4956, 3), FigureRange.Rounded(0.4964, 3), FigureRange.Rounded(0.4966, 3));

        Assert.False(one.IsSurelyBelow(same));
        Assert.False(same.IsSurelyBelow(one));
        Assert.True(same.IsSurelyBelow(next));
        Assert.False(next.IsSurelyBelow(same));
    }

    [Fact]
    public void An_open_share_overlaps_every_share_that_it_may_become()
    {
        var open = FigureRange.Between(70, 90, 1);

        Assert.False(open.IsSurelyBelow(FigureRange.Rounded(85, 1)));
        Assert.False(FigureRange.Rounded(85, 1).IsSurelyBelow(open));
        Assert.True(open.IsSurelyBelow(FigureRange.Rounded(90.2, 1)));
        Assert.True(FigureRange.Rounded(69.8, 1).IsSurelyBelow(open));
    }

    [Fact]
    public void Counts_that_may_be_equal_are_not_told_apart()
    {
        var (two, twoOrThree, three) = (new FigureRange(2, 2, 2, false), new FigureRange(2, 2, 3, false), new FigureRange(3, 3, 3, false));

        Assert.False(two.IsSurelyBelow(twoOrThree));
        Assert.False(twoOrThree.IsSurelyBelow(three));
        Assert.True(two.IsSurelyBelow(three));
    }
}
