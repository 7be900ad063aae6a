namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public class CompareTests(WebProgram program)
{
    [Fact]
    public async Task Without_columns_the_last_two_years_stand_beside_each_other_with_the_differences_in_words()
    {
        var page = await program.PageAsync("/counties/990121/compare");

        Assert.Equal(["2025", "2026"], page.QuerySelectorAll("table.compare thead th:not(:first-child) .detail:nth-of-type(1)").Select(each => each.TextContent[..4]));
        var sports = page.QuerySelectorAll("table.compare tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains("R5 体育场馆 差异系数", StringComparison.Ordinal));
        Assert.Contains("多 0.013 · 由达标变为未达标", sports.QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("turn-not-met", sports.QuerySelectorAll("td")[1].ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schools_and_years_stand_side_by_side_and_the_first_column_is_the_base()
    {
        var page = await program.PageAsync("/counties/990121/compare?stage=junior&with=2022~9901210108&with=2026~9901210108&with=2026~9901210202");

        Assert.Equal(3, page.QuerySelectorAll("table.compare thead th").Length - 1);
        Assert.DoesNotContain(page.QuerySelectorAll("tbody th"), head => head.TextContent.Contains("差异系数", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Null(row.QuerySelectorAll("td")[0].QuerySelector(".difference")));
    }

    [Fact]
    public async Task The_difference_is_that_of_the_printed_figures()
    {
        var page = await program.PageAsync("/counties/990121/compare?stage=primary&with=2025~9901210001&with=2026~9901210001");

        foreach (var row in page.QuerySelectorAll("tbody tr"))
        {
            var cells = row.QuerySelectorAll("td").Select(cell => cell.ChildNodes[0].TextContent.Trim()).ToList();
            var words = row.QuerySelector(".difference")!.TextContent;
            var (before, after) = (Number(cells[0]), Number(cells[1]));
            Assert.Equal(after == before ? "相同" : $"{(after > before ? "多" : "少")} {Math.Abs(after - before):0.00##}".TrimEnd('0').TrimEnd('.'), words.Split(" · ")[0].Contains('.', StringComparison.Ordinal) ? words.Split(" · ")[0].Replace(",", "", StringComparison.Ordinal).TrimEnd('0').TrimEnd('.') : words.Split(" · ")[0].Replace(",", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_column_is_added_by_choosing_year_and_school()
    {
        var page = await program.PageAsync("/counties/990121/compare?stage=primary&with=2025&with=2026&on=2024&school=9901210001");

        Assert.Equal(3, page.QuerySelectorAll("table.compare thead th").Length - 1);
        Assert.Equal(["2025", "2026", "2024~9901210001"], page.QuerySelectorAll("form.filters input[name=with]").Select(each => each.GetAttribute("value")!));
    }

    [Fact]
    public async Task More_than_six_columns_are_not_shown()
    {
        var page = await program.PageAsync("/counties/990121/compare?" + string.Join('&', Enumerable.Range(2021, 6).Select(year => $"with={year}")) + "&with=2026~9901210001");

        Assert.Equal(6, page.QuerySelectorAll("table.compare thead th").Length - 1);
        Assert.Contains("最多并列 6 列", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schools_whose_verdict_changed_are_named()
    {
        var page = await program.PageAsync("/counties/990121/compare?with=2021&with=2026");

        Assert.NotEmpty(page.QuerySelectorAll(".changes li"));
        Assert.Contains(page.QuerySelectorAll(".changes li"), change => change.TextContent.Contains("石桥镇李家湾村小学", StringComparison.Ordinal) && change.TextContent.Contains("当年未评估", StringComparison.Ordinal));
    }

    private static decimal Number(string text) => decimal.Parse(text.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
