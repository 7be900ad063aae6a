using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Junheng.Architecture.Tests.Sources;

/// <summary>A pattern that a set of files must not contain, with the reason.</summary>
public sealed record ForbiddenText(string Name, Regex Pattern, string Reason)
{
    /// <summary>The places where a text breaks the rule, as <c>line: text</c>.</summary>
    public IEnumerable<string> In(string content) =>
        content.Split('\n').Index().Where(line => Pattern.IsMatch(line.Item)).Select(line => $"{line.Index + 1}: {line.Item.Trim()} ({Reason})");
}

/// <summary>The rules on the text of sources. The patterns are written so that they don't find themselves.</summary>
public static partial class SourceRules
{
    /// <summary>Longest source file, in lines.</summary>
    public const int LongestFile = 400;

    /// <summary>What no source of src contains.</summary>
    public static ImmutableArray<ForbiddenText> InEverySource { get; } =
    [
        new("to do", ToDo(), "finished work only"),
    ];

    /// <summary>What the core and the use cases don't contain: they give the same answer wherever and whenever they are run.</summary>
    public static ImmutableArray<ForbiddenText> InCore { get; } =
    [
        new("clock", Clock(), "the day comes from outside, by parameter or TimeProvider"),
        new("chance", Chance(), "ids and seeds come from outside"),
        new("sleep", Sleep(), "nothing waits in the core"),
    ];

    /// <summary>What no file of the repository contains.</summary>
    public static ImmutableArray<ForbiddenText> InEveryFile { get; } =
    [
        new("machine path", MachinePath(), "a path of one machine"),
    ];

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex ToDo();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\s*\.\s*(Now|UtcNow|Today)\b|\bEnvironment\.TickCount")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bGuid\s*\.\s*(NewGuid|CreateVersion7)\b|\bRandom\s*\.\s*Shared\b|\bnew\s+Random\s*\(\s*\)")]
    private static partial Regex Chance();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b|\bTask\s*\.\s*Delay\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"(?<![\w.$}*)-])/(work|root|tmp|home)/\w|[A-Z]:\\Users\\\w")]
    private static partial Regex MachinePath();
}
