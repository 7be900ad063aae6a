namespace Junheng.Assessment.Tests.Golden;

/// <summary>What is missing, what is zero, what is not there.</summary>
public sealed class UndecidedGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("undecided");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
