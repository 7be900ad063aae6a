namespace Junheng.Assessment.Tests.Golden;

/// <summary>A place's stricter norms, limits and targets.</summary>
public sealed class OverlaysGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("overlays");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
