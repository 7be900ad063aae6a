using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Standards;

/// <summary>Where a rule comes from and how sure it is.</summary>
/// <param name="Tag">The source's tag in the standard's list of sources; empty when none is given.</param>
/// <param name="Mark">Confidence: <c>2+</c>, <c>1</c>, <c>1r</c>, <c>R</c>, <c>I</c> or <c>GAP</c>.</param>
public sealed record RuleSource(string Tag, string Mark);

/// <summary>A source named by a standard.</summary>
/// <param name="Tag">Short tag that rules refer to.</param>
/// <param name="Title">What it is.</param>
/// <param name="Href">Public address; null when there is none.</param>
public sealed record SourceNote(string Tag, string Title, string? Href);

/// <summary>Decimals of the official form. A verdict is never taken from a printed figure.</summary>
/// <param name="Value">Of a school's value.</param>
/// <param name="Mean">Of a county mean.</param>
/// <param name="Cv">Of a coefficient of variation.</param>
/// <param name="Percent">Of percentages.</param>
public sealed record PrintDigits(int Value, int Mean, int Cv, int Percent);

/// <summary>One named choice where the standard leaves a reading open, or a number that a place may change.</summary>
/// <param name="Id">Dotted id, as used in formulas after <c>$</c>.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="Value">The value in use, as text.</param>
/// <param name="Default">The standard's own value, as text.</param>
/// <param name="Mark">Confidence in the default.</param>
/// <param name="Title">Its name.</param>
/// <param name="Note">Why it is a setting; null when the title says it.</param>
/// <param name="IsFixed">A reading that the product takes everywhere: listed, but not to be changed.</param>
public sealed record Setting(string Id, SettingKind Kind, string Value, string Default, string Mark, LocalizedText Title, LocalizedText? Note, bool IsFixed);

/// <summary>What values a setting takes.</summary>
public enum SettingKind : byte
{
    /// <summary>A decimal number.</summary>
    Number = 0,

    /// <summary>true or false.</summary>
    Truth = 1,

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    Date = 2,

    /// <summary>A word.</summary>
    Text = 3,
}

/// <summary>Whether a rule of the standard is modelled here.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Status"><c>covered</c>, <c>partly</c> or <c>not</c>.</param>
/// <param name="Mark">Confidence in the rule's wording.</param>
/// <param name="Note">What is left out, or null.</param>
public sealed record ModelledRule(string Id, LocalizedText Rule, string Status, string Mark, LocalizedText? Note);

/// <summary>A decimal a stage; a stage without one has none.</summary>
public sealed record StageNumbers(ImmutableDictionary<Stage, Rational> Numbers)
{
    /// <summary>No stage has a number.</summary>
    public static StageNumbers None { get; } = new(ImmutableDictionary<Stage, Rational>.Empty);

    /// <summary>The number of a stage, or null.</summary>
    public Rational? this[Stage stage] => Numbers.TryGetValue(stage, out var number) ? number : null;
}

/// <summary>The norms of an indicator from a day on; a number that an entry leaves out keeps its earlier value.</summary>
/// <param name="From">First day.</param>
/// <param name="Norm">What a unit must reach (≥).</param>
/// <param name="Floor">What the one excepted indicator must still reach (≥), as printed in the standard.</param>
/// <param name="CvLimit">What the coefficient of variation must not exceed (≤).</param>
/// <param name="CvTarget">A place's own aim for the coefficient of variation: reported, never judged.</param>
/// <param name="Source">Where the numbers stand.</param>
/// <param name="Overlay">The overlay that gave them; null for the standard itself.</param>
public sealed record DatedNorm(DateOnly From, StageNumbers Norm, StageNumbers Floor, StageNumbers CvLimit, StageNumbers CvTarget, RuleSource Source, string? Overlay);

/// <summary>How combined schools' shared resources are divided between their stages.</summary>
/// <param name="Items">The items that are split.</param>
/// <param name="Weights">Per combined school type, what one pupil of a stage counts.</param>
/// <param name="Source">Where the rule stands.</param>
public sealed record SplitRule(ImmutableHashSet<string> Items, ImmutableDictionary<SchoolType, StageNumbers> Weights, RuleSource Source)
{
    /// <summary>Nothing is split.</summary>
    public static SplitRule None { get; } = new([], ImmutableDictionary<SchoolType, StageNumbers>.Empty, new RuleSource("", "R"));
}

/// <summary>室内体育用房 is taken out of the teaching area and counted as sports area.</summary>
/// <param name="Item">The raw column of the indoor sports area.</param>
/// <param name="SubtractFrom">The item it is taken from.</param>
/// <param name="AddTo">The item it is added to.</param>
/// <param name="Source">Where the rule stands.</param>
public sealed record IndoorSportsRule(string Item, string SubtractFrom, string AddTo, RuleSource Source);
