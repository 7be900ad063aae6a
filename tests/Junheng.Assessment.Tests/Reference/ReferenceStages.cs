namespace Junheng.Assessment.Tests.Reference;

/// <summary>The stages, as the layouts write them.</summary>
public static class ReferenceStages
{
    public const string Primary = "primary";
    public const string Junior = "junior";
    public const string Senior = "senior";

    /// <summary>The two stages that a standard judges, in the order of every result.</summary>
    public static IReadOnlyList<string> Judged { get; } = [Primary, Junior];

    /// <summary>Every stage a school may teach.</summary>
    public static IReadOnlyList<string> All { get; } = [Primary, Junior, Senior];
}
