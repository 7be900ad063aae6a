namespace Junheng.Documents.Tests.Forms;

/// <summary>The tables of teachers by course and education that both generations have.</summary>
internal static class CourseTable
{
    /// <summary>Rows of one stage: the stage itself, women, minorities, the educations.</summary>
    /// <param name="columns">Headings of the figures.</param>
    /// <param name="stage">The stage; null for one that the school lacks: blank rows.</param>
    /// <param name="name">What the first row is called.</param>
    /// <param name="code">Its code.</param>
    /// <param name="educations">Printed names of the educations from the top down, with the positions in <see cref="StageFacts.ByEducation"/>.</param>
    /// <param name="indent">Printed before the names below the first.</param>
    /// <param name="withMinorities">Whether there is a row of minorities.</param>
    public static IEnumerable<FormRow> Rows(
        IReadOnlyList<string> columns, StageFacts? stage, string name, int code, IEnumerable<(string Name, int[] Positions)> educations, string indent = "　", bool withMinorities = true)
    {
        yield return Row(name, code++, columns, course => Count(stage, course), stage is null);
        yield return Row(indent + "#女", code++, columns, course => Count(stage, course) / 2, stage is null, crossed: true);
        if (withMinorities)
        {
            yield return Row(indent + "#少数民族", code++, columns, _ => 0, stage is null);
        }

        foreach (var (education, positions) in educations)
        {
            yield return Row(indent + education, code++, columns, course => positions.Sum(position => Count(stage, course, position)), stage is null);
        }
    }

    /// <summary>A row over several stages.</summary>
    public static FormRow Total(IReadOnlyList<string> columns, string name, int code, params IReadOnlyList<StageFacts?> stages) =>
        Row(name, code, columns, course => stages.Sum(stage => Count(stage, course)), stages.All(stage => stage is null));

    private static FormRow Row(string label, int code, IReadOnlyList<string> columns, Func<string, int> count, bool isBlank, bool crossed = false) =>
        new(label, $"{code:D2}", [.. columns.Select(column => crossed && column == "#女" ? "-" : isBlank ? null : (object?)Value(column, count))]);

    private static int Value(string column, Func<string, int> count) => column switch
    {
        "合计" => count(""),
        "#女" => count("") / 2,
        "外语" or "外语/计" or "外语/英语" or "英语" => count("外语"),
        "艺术" => count("艺术"),
        "艺术/计" or "艺术合" => count("艺术") + count("音乐") + count("美术"),
        "艺术/音乐" => count("音乐"),
        "艺术/美术" => count("美术"),
        "体育" or "体育与健康" => count("体育与健康"),
        _ => StageFacts.Courses.Contains(column) ? count(column) : 0,
    };

    private static int Count(StageFacts? stage, string course, int? education = null) => (stage, course, education) switch
    {
        (null, _, _) => 0,
        (_, "", null) => stage.Teachers,
        (_, "", { } position) => stage.ByEducation[position],
        (_, _, null) => stage.ByCourse[course],
        (_, _, { } position) => stage.Teaching(position, course),
    };
}
