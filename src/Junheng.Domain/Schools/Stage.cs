namespace Junheng.Domain.Schools;

/// <summary>A stage of schooling (学段). <c>default</c> is none.</summary>
public enum Stage : byte
{
    /// <summary>No stage: a row that speaks of a whole school.</summary>
    None = 0,

    /// <summary>小学.</summary>
    Primary = 1,

    /// <summary>初中.</summary>
    Junior = 2,

    /// <summary>高中; never judged here, but it shares a combined school's resources.</summary>
    Senior = 3,
}

/// <summary>Public ids of the stages.</summary>
public static class Stages
{
    /// <summary>All three, from the youngest.</summary>
    public static IReadOnlyList<Stage> All { get; } = [Stage.Primary, Stage.Junior, Stage.Senior];

    /// <summary><c>primary | junior | senior</c>; empty for none.</summary>
    public static string Id(this Stage stage) => stage switch
    {
        Stage.Primary => "primary",
        Stage.Junior => "junior",
        Stage.Senior => "senior",
        _ => "",
    };

    /// <summary>Reads an id or the Chinese word; <see cref="Stage.None"/> for anything else.</summary>
    public static Stage Parse(ReadOnlySpan<char> text) => text switch
    {
        "primary" or "小学" => Stage.Primary,
        "junior" or "初中" => Stage.Junior,
        "senior" or "高中" => Stage.Senior,
        _ => Stage.None,
    };
}
