using System.Globalization;
using Junheng.Assessment.Dispersion;
using Junheng.Domain.Definitions;

namespace Junheng.Assessment.Tests.Golden;

/// <summary>Published examples of the coefficient and of the composite.</summary>
public sealed class DispersionGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("dispersion");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);

    /// <summary>The same five schools through the measures of any table; the official coefficient is neither of the unweighted ones.</summary>
    [Fact]
    public void Five_schools_books_in_the_summary_of_any_table()
    {
        var golden = Assert.Single(GoldenCase.Read(Path.Combine(GoldenCase.Folder, "dispersion", "five-schools.yaml")).Cases);
        var places = ((DefinitionNode.Sequence)golden.Input["rows"]!).Items.Cast<DefinitionNode.Map>().Select(row => new Place(Cell(row, "books"), Cell(row, "enrolment"))).ToList();
        var summary = DispersionSummary.Of(places);
        Assert.Equal(0.5152566, summary.WeightedCv!.Value, 1e-7);
        Assert.Equal(0.4888, summary.UnweightedCvN!.Value, 5e-5);
        Assert.Equal(0.5465, summary.UnweightedCvNMinus1!.Value, 5e-5);
        Assert.Equal(1913.0 / 302, summary.Mean!.Value, 1e-12);
        Assert.Equal((5, 0, null), (summary.N, summary.Excluded, summary.Reason));
    }

    [Fact]
    public void Measures_of_enormous_figures_are_those_of_ordinary_ones()
    {
        var ordinary = DispersionSummary.Of([new Place(1, 1), new Place(3, 2), new Place(0, 1)]);
        var enormous = DispersionSummary.Of([new Place(1e300, 1e-200), new Place(3e300, 2e-200), new Place(0, 1e-200)]);
        Assert.Equal(ordinary.WeightedCv!.Value, enormous.WeightedCv!.Value, 1e-14);
        Assert.Equal(ordinary.UnweightedCvN!.Value, enormous.UnweightedCvN!.Value, 1e-14);
        Assert.Equal(ordinary.UnweightedCvNMinus1!.Value, enormous.UnweightedCvNMinus1!.Value, 1e-14);
        Assert.Equal(ordinary.Gini!.Value, enormous.Gini!.Value, 1e-14);
        Assert.Equal(ordinary.Theil!.Value, enormous.Theil!.Value, 1e-14);
        Assert.Equal(ordinary.P90P10!.Value, enormous.P90P10!.Value, 1e-12);
        Assert.Null(enormous.RangeRatio);
        Assert.Null(enormous.Mean);
    }

    private static double Cell(DefinitionNode.Map row, string column) => double.Parse(row[column]!.Text(), CultureInfo.InvariantCulture);
}
