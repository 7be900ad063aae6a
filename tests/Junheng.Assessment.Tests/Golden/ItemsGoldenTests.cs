namespace Junheng.Assessment.Tests.Golden;

/// <summary>Every evaluation item: met, at its edge, missing, contradicted.</summary>
public sealed class ItemsGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("items");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
