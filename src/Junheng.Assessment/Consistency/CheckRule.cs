using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;
using Junheng.Formulas;

namespace Junheng.Assessment.Consistency;

/// <summary>Whether a rule must hold or may be explained. <c>default</c> is <see cref="Hard"/>.</summary>
public enum CheckKind : byte
{
    /// <summary>逻辑校验: what breaks it is wrong and must be mended.</summary>
    Hard = 0,

    /// <summary>经验校验: what breaks it is a question that an explanation answers.</summary>
    Soft = 1,
}

/// <summary>What a rule is about.</summary>
public enum CheckGroup : byte
{
    /// <summary>Codes, sites, types.</summary>
    Identity = 0,

    /// <summary>Sums and parts within one year.</summary>
    Accounting = 1,

    /// <summary>One year beside the one before.</summary>
    Time = 2,

    /// <summary>Figures that gather just above a norm.</summary>
    Threshold = 3,

    /// <summary>Last digits, repeated values, copies.</summary>
    Pattern = 4,

    /// <summary>The same fact in two registers.</summary>
    CrossSource = 5,
}

/// <summary>What a rule is asked of.</summary>
public enum CheckLevel : byte
{
    /// <summary>A school-stage.</summary>
    Unit = 0,

    /// <summary>A school.</summary>
    School = 1,

    /// <summary>A county.</summary>
    County = 2,
}

/// <summary>A rule that returns are checked by: data, with its words, its source and its dates.</summary>
public sealed record CheckRule
{
    /// <summary>Stable public id, e.g. <c>check.grades-sum-primary</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Hard or soft.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required CheckGroup Group { get; init; }

    /// <summary>What it is asked of.</summary>
    public required CheckLevel Level { get; init; }

    /// <summary>Where it applies; null = everywhere. Where it is not true, nothing is asked.</summary>
    public BoundFormula? When { get; init; }

    /// <summary>What must be true; a missing or undefined value asks nothing. Null for a rule that a test in code carries out.</summary>
    public BoundFormula? Holds { get; init; }

    /// <summary>The test in code with its parameters; null for a formula.</summary>
    public CheckTestCall? Test { get; init; }

    /// <summary>The columns whose cells are named, in order; of the formula's own when the definition names none.</summary>
    public required ImmutableArray<string> Cells { get; init; }

    /// <summary>The two columns that give one fact from two sources; empty for other rules.</summary>
    public ImmutableArray<string> Compares { get; init; } = [];

    /// <summary>A short name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What is asked, with <c>{…}</c> for values.</summary>
    public required CheckMessage Message { get; init; }

    /// <summary>Why it is asked.</summary>
    public required LocalizedText Why { get; init; }

    /// <summary>How to mend or answer it.</summary>
    public required LocalizedText Remedy { get; init; }

    /// <summary>Where it comes from and how sure that is.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>First day it is asked.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day it is asked; null = until further notice.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A hard rule finds errors, a soft one questions.</summary>
    public Severity Severity => Kind == CheckKind.Hard ? Severity.Error : Severity.Warning;

    /// <summary><c>hard</c> or <c>soft</c>.</summary>
    public string KindId => Kind == CheckKind.Hard ? "hard" : "soft";

    /// <summary>Public id of the group, as in the definition.</summary>
    public string GroupId => CheckWords.Groups[(int)Group];

    /// <summary>Whether it is asked on a day.</summary>
    public bool HoldsOn(DateOnly date) => date >= From && (Until is null || date <= Until);
}

/// <summary>A test that formulas can't express, with all of its parameters.</summary>
/// <param name="Name">The test, e.g. <c>bunching</c>.</param>
/// <param name="Numbers">Its numbers by name.</param>
/// <param name="Columns">The columns that it looks at, in order.</param>
/// <param name="Words">Its words by name, e.g. <c>scope: county</c>.</param>
public sealed record CheckTestCall(
    string Name, FrozenDictionary<string, Rational> Numbers, ImmutableArray<string> Columns, FrozenDictionary<string, string> Words);

/// <summary>A message with blanks.</summary>
/// <param name="Text">With <c>{…}</c> in both languages.</param>
/// <param name="Formulas">For a rule that is a formula: what stands in the braces → the formula that it is.</param>
public sealed record CheckMessage(LocalizedText Text, FrozenDictionary<string, BoundFormula> Formulas);

/// <summary>Public ids of the words of a rule.</summary>
internal static class CheckWords
{
    public static readonly string[] Kinds = ["hard", "soft"];

    public static readonly string[] Groups = ["identity", "accounting", "time", "threshold", "pattern", "cross-source"];

    public static readonly string[] Levels = ["unit", "school", "county"];
}
