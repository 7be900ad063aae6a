using Junheng.Application.Samples;

namespace Junheng.Benchmarks.SideBySide;

/// <summary>The generated nation as a CSV file: 2,900 counties, 200,000 rows, one item cell in a hundred blank.</summary>
public static class NationFile
{
    public static void Write(string path)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(string.Join(',', SampleNation.Columns));
        foreach (var row in SampleNation.Units(seed: 1))
        {
            file.WriteLine(string.Join(',', row));
        }
    }
}
