namespace Junheng.Assessment.Tests.Golden;

/// <summary>Every norm and floor of R1 to R7 in both stages: below, at, above, and where print and verdict differ.</summary>
public sealed class ThresholdsGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("thresholds");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
