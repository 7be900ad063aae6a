namespace Junheng.Assessment.Tests.Golden;

/// <summary>Which units are judged, and why the others are not.</summary>
public sealed class ScopeGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("scope");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
