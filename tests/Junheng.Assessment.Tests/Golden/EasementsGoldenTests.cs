namespace Junheng.Assessment.Tests.Golden;

/// <summary>Transitional easements before and after they lapsed.</summary>
public sealed class EasementsGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("easements");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
