using System.Text.Json;

namespace Junheng.Cli.Tests;

public sealed class DispersionTests : IDisposable
{
    /// <summary>The five schools of the published example in docs/method/dispersion.md.</summary>
    private const string Books = "学校,Pupils, books ,区\n1,45,279,东\n2,37,137,东\n3,89,935,西\n4,76,160,西\n5,55,402,\n6,,12,东\n7,0,5,西\n";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Gives_the_published_coefficient_of_the_worked_example()
    {
        var all = Measure(Books).GetProperty("all");

        Assert.Equal(5, all.GetProperty("n").GetInt32());
        Assert.Equal(2, all.GetProperty("excluded").GetInt32());
        Assert.Equal(0.5152566, all.GetProperty("weightedCv").GetDouble(), 7);
        Assert.Equal(1913.0 / 302, all.GetProperty("mean").GetDouble(), 12);
        Assert.False(all.TryGetProperty("reason", out _));
    }

    [Fact]
    public void Groups_are_sorted_by_key_and_rows_without_one_count_in_all_only()
    {
        var json = Measure(Books, "--by", "区");

        Assert.Equal(["东", "西"], json.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("key").GetString()));
        Assert.Equal([2, 2], json.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("n").GetInt32()));
        Assert.Equal(5, json.GetProperty("all").GetProperty("n").GetInt32());
    }

    [Fact]
    public void A_column_is_found_exactly_before_it_is_found_without_regard_to_case()
    {
        var table = _workspace.File("case.csv", "X,x,p\n1,100,1\n1,300,1\n");

        Assert.Equal(1, ProgramRun.Of("dispersion", table, "--numerator", "X", "--denominator", "P", "--json", "-").Json.GetProperty("all").GetProperty("mean").GetDouble());
        Assert.Equal(200, ProgramRun.Of("dispersion", table, "--numerator", "x", "--denominator", "p", "--json", "-").Json.GetProperty("all").GetProperty("mean").GetDouble());
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("dispersion", _workspace.File("two.csv", "Xx,xX,p\n1,2,1\n"), "--numerator", "xx", "--denominator", "p").ExitCode);
    }

    [Fact]
    public void Texts_among_the_figures_are_refused_with_every_cell()
    {
        var table = _workspace.File("texts.csv", "x,p,note\n1,2,任意\nn/a,3,文字\n4,五,都行\n6,7,\n");

        var run = ProgramRun.Of("dispersion", table, "--numerator", "x", "--denominator", "p", "--json", "-");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("texts.csv › A3  input.not-a-number", run.Error, StringComparison.Ordinal);
        Assert.Contains("texts.csv › B4  input.not-a-number", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("C2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_is_refused_with_the_columns_there_are()
    {
        var run = ProgramRun.Of("dispersion", _workspace.File("t.csv", Books), "--numerator", "图书", "--denominator", "pupils");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("学校、Pupils、books、区", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_figure_is_warned_of_and_leaves_Gini_and_Theil_null()
    {
        var json = Measure("books,pupils\n10,1\n-1,1\n5,1\n");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("all").GetProperty("gini").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("all").GetProperty("theil").ValueKind);
        Assert.Equal(JsonValueKind.Number, json.GetProperty("all").GetProperty("weightedCv").ValueKind);
        Assert.Contains("A3", Assert.Single(json.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("books,pupils\n0,1\n0,2\n", "mean_not_positive", 2)]
    [InlineData("books,pupils\n,1\n3,0\n", "no_rows", 0)]
    public void Where_all_measures_are_null_a_reason_says_why(string table, string reason, int n)
    {
        var all = Measure(table).GetProperty("all");

        Assert.Equal(reason, all.GetProperty("reason").GetString());
        Assert.Equal(n, all.GetProperty("n").GetInt32());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("weightedCv").ValueKind);
    }

    [Fact]
    public void One_row_has_no_coefficient_with_divisor_n_minus_one()
    {
        var all = Measure("books,pupils\n6,3\n").GetProperty("all");

        Assert.Equal(0, all.GetProperty("weightedCv").GetDouble());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("unweightedCvNMinus1").ValueKind);
    }

    [Theory]
    [InlineData("zh", @"差异系数（按人数加权，国家口径） +0\.5153\n")]
    [InlineData("en", @"CV weighted by the denominator \(official\) +0\.5153\n")]
    public void The_page_shows_the_official_coefficient(string language, string expected)
    {
        var run = ProgramRun.Of("dispersion", _workspace.File("t.csv", Books), "--numerator", "books", "--denominator", "pupils", "--lang", language);

        Assert.Matches(expected, run.Output);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    private JsonElement Measure(string table, params string[] more) =>
        ProgramRun.Of(["dispersion", _workspace.File("table.csv", table), "--numerator", "books", "--denominator", "pupils", "--json", "-", .. more]).Json;
}
