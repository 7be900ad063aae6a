namespace Junheng.Assessment.Tests.Golden;

/// <summary>Settings that a county or place changed.</summary>
public sealed class SettingsGoldenTests
{
    public static TheoryData<string, string> Cases { get; } = GoldenCase.NamesIn("settings");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string file, string name) => GoldenCheck.Run(file, name);
}
