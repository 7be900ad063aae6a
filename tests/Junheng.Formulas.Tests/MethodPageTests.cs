namespace Junheng.Formulas.Tests;

/// <summary>The worked examples of the method page, run as they stand there.</summary>
public sealed class MethodPageTests
{
    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Page()).SkipWhile(line => !line.StartsWith("| formula of a unit", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')))
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            examples.Add(cells[0].Trim('`'), cells[1], cells[2]);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_worked_example_holds(string text, string unit, string value)
    {
        var formula = SchoolWorld.Compile(text);
        Assert.Equal(unit, formula.Unit?.ToString() ?? "");
        Assert.Equal(value, formula.Evaluate(PrimaryStage()).ToString());
    }

    private static TestEntity PrimaryStage()
    {
        var unit = SchoolWorld.Unit(("enrolment", 138), ("above_degree_teachers", 9), ("teaching_area", 621))
            .With("classes", SchoolWorld.Class("1", 50), SchoolWorld.Class("2", 45), SchoolWorld.Class("3", 43));
        _ = new TestEntity("school", "S", ("school_type", "nine_year")).With("units", unit);
        return unit;
    }

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Junheng.slnx")))
        {
            folder = folder.Parent ?? throw new FileNotFoundException("The repository's root.");
        }

        return Path.Combine(folder.FullName, "docs", "method", "formulas.md");
    }
}
