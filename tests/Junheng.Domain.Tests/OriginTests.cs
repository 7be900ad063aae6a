using Junheng.Domain.Findings;

namespace Junheng.Domain.Tests;

public class OriginTests
{
    [Theory]
    [InlineData(1, 0, "A1")]
    [InlineData(5, 2, "C5")]
    [InlineData(7, 25, "Z7")]
    [InlineData(7, 26, "AA7")]
    [InlineData(1048576, 16383, "XFD1048576")]
    public void A_cell_is_named_as_Excel_names_it(int row, int column, string name) => Assert.Equal(name, Origin.CellName(row, column));

    [Fact]
    public void A_place_leaves_out_what_is_absent()
    {
        Assert.Equal("a.xlsx › 学校 › C5", new Origin("a.xlsx", "学校", "C5").ToString());
        Assert.Equal("a.csv › C5", new Origin("a.csv", null, "C5").ToString());
        Assert.Equal("", Origin.None.ToString());
    }
}
