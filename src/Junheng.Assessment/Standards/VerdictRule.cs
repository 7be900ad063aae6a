using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Standards;

/// <summary>
/// The closed algebra in which a standard writes its verdict. Seven forms; a new standard combines them, it never adds code.
/// (<c>atLeast</c> with its floor is the body of <c>eachUnit</c>.)
/// </summary>
public abstract record VerdictRule
{
    private VerdictRule()
    {
    }

    /// <summary>Every rule must be met.</summary>
    public sealed record All(ImmutableArray<VerdictRule> Rules) : VerdictRule;

    /// <summary>Every unit must meet the inner rule.</summary>
    public sealed record EachUnit(AtLeast Rule) : VerdictRule;

    /// <summary>The coefficient of variation of each indicator must not exceed its own limit, stage by stage.</summary>
    /// <param name="Indicators">Indicator ids.</param>
    public sealed record Dispersion(ImmutableArray<string> Indicators) : VerdictRule;

    /// <summary>The mean of the indicators' coefficients of variation must not exceed a limit, stage by stage.</summary>
    /// <param name="Indicators">Indicator ids.</param>
    /// <param name="Limit">Limit a stage.</param>
    public sealed record Composite(ImmutableArray<string> Indicators, StageNumbers Limit) : VerdictRule;

    /// <summary>Every evaluation item must be met.</summary>
    /// <param name="Ids">Item ids.</param>
    public sealed record Items(ImmutableArray<string> Ids) : VerdictRule;

    /// <summary>None of these may have happened (一票否决).</summary>
    /// <param name="Ids">Item ids.</param>
    public sealed record Veto(ImmutableArray<string> Ids) : VerdictRule;

    /// <summary>A person's conclusion decides.</summary>
    /// <param name="Id">Item id.</param>
    public sealed record Manual(string Id) : VerdictRule;
}

/// <summary>At least <paramref name="Count"/> of the indicators reach their norm, and the rest, if asked, their floor.</summary>
/// <param name="Count">How many must reach the norm, 1 to the number of indicators.</param>
/// <param name="Indicators">Indicator ids.</param>
/// <param name="RestAtFloor">Whether those below the norm must reach the floor.</param>
public sealed record AtLeast(int Count, ImmutableArray<string> Indicators, bool RestAtFloor);

/// <summary>A named part of the county verdict.</summary>
/// <param name="Id">Public id, e.g. <c>resourceAllocation</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Rule">What it asks.</param>
/// <param name="Source">Where it stands.</param>
public sealed record StandardPart(string Id, LocalizedText Title, VerdictRule Rule, RuleSource Source);
