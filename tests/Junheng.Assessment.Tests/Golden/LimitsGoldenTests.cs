namespace Junheng.Assessment.Tests.Golden;

/// <summary>Every limit of the coefficients: below, at, above, and where print and verdict differ.</summary>
public sealed class LimitsGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("limits");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
