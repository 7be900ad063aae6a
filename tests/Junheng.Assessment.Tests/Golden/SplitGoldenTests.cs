namespace Junheng.Assessment.Tests.Golden;

/// <summary>Shared resources divided between the stages of a school, campuses and indoor sports area.</summary>
public sealed class SplitGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("split");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
