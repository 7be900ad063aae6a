using Junheng.Application.Reports;

namespace Junheng.Documents.Tests.Reports;

public sealed class SchoolPageTests
{
    [Fact]
    public void A_nine_year_school_shows_the_amount_as_given_the_share_and_the_stage_s_amount()
    {
        var school = CountyPapers.Of(PaperSamples.Combined, 0).Schools.Single(school => school.Code == "2101010002");
        var area = school.Stages[0].Lines[3];

        Assert.Equal(2, school.Stages.Length);
        Assert.Equal("4500 − 300", area.Amounts);
        Assert.Equal("54.79%", area.Share); // 400 ÷ (400 + 1.1 × 300)
        Assert.Equal("2301.37", area.Amount!.Text);
        Assert.Equal("45.21%", school.Stages[1].Lines[3].Share);
        Assert.Equal("7000 + 300", school.Stages[0].Lines[4].Amounts);
    }

    [Fact]
    public void Teachers_are_never_divided()
    {
        var school = CountyPapers.Of(PaperSamples.Combined, 0).Schools.Single(school => school.Code == "2101010004");

        Assert.All(school.Stages.SelectMany(stage => stage.Lines.Take(3)), line => Assert.Equal("", line.Share));
        Assert.All(school.Stages.SelectMany(stage => stage.Lines.Skip(3)), line => Assert.EndsWith("%", line.Share, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_lacking_is_told_in_whole_things()
    {
        var school = CountyPapers.Of(PaperSamples.County, 0).Schools.Single(school => school.Code == "9901210004");

        Assert.Equal("1 名高于规定学历教师", school.Stages[0].Lines[0].Shortfall);
        Assert.Equal("达85%", school.Stages[0].Lines[0].Word);
        Assert.Equal("4.20", school.Stages[0].Lines[0].Value!.Text); // 4.196…: below the norm although it prints as it
    }

    [Fact]
    public void The_remark_of_a_figure_that_rounding_would_turn_says_so()
    {
        var line = CountyPapers.Of(PaperSamples.County, 0).Stages[0].Schools.Single(school => school.Code == "9901210004");

        Assert.Equal("达标：L8—L12；仅达85%：L7、L13；按未舍入的数判定：L7", line.Remark);
    }
}
