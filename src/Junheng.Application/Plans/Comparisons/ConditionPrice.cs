using System.Globalization;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>Which condition is priced.</summary>
public enum ConditionKind
{
    /// <summary>The limit of a coefficient of variation, moved by 0.01.</summary>
    Limit = 0,

    /// <summary>The norm (and floor) of an indicator, moved by a hundredth of itself.</summary>
    Norm = 1,

    /// <summary>All norms of one school's stage, waived.</summary>
    School = 2,
}

/// <summary>What a condition costs: the cheapest plan with it moved, beside the plan shown.</summary>
/// <param name="Kind">Which condition.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Indicator">Its indicator; null for a school.</param>
/// <param name="SchoolCode">The school; null elsewhere.</param>
/// <param name="School">Its names; null elsewhere.</param>
/// <param name="Asked">The limit or norm as it stands; null for a school.</param>
/// <param name="Tighter">With the limit 0.01 lower, or the norm 1 % higher; null where it can't be, and for a school.</param>
/// <param name="Looser">With the limit 0.01 higher, the norm 1 % lower, or the school's norms waived.</param>
public sealed record ConditionPrice(
    ConditionKind Kind, Stage Stage, Indicator? Indicator, string? SchoolCode, PlannedUnit? School, Rational? Asked, CostDifference? Tighter, CostDifference Looser)
{
    /// <summary>Whether moving it changes the cost, as far as is known.</summary>
    public bool Matters => !Looser.IsNothing || Tighter is { IsNothing: false };

    /// <summary>What was moved, and what that does to the cost.</summary>
    public LocalizedText Words => Kind switch
    {
        ConditionKind.Limit => new(
            $"{Stage.Word(Language.Zh)}{Indicator!.Id}的差异系数限值{Print}：{(Tighter is { } tight ? $"收紧0.01，{tight.Words.Zh}；" : "")}放宽0.01，{Looser.Words.Zh}",
            $"{Stage.Word(Language.En)} {Indicator!.Id}, CV limit {Print}: {(Tighter is { } less ? $"0.01 lower, {less.Words.En}; " : "")}0.01 higher, {Looser.Words.En}"),
        ConditionKind.Norm => new(
            $"{Stage.Word(Language.Zh)}{Indicator!.Id}的达标值{Print}（连同底线）：{(Tighter is { } high ? $"提高1%，{high.Words.Zh}；" : "")}降低1%，{Looser.Words.Zh}",
            $"{Stage.Word(Language.En)} {Indicator!.Id}, norm {Print} (and floor): {(Tighter is { } more ? $"1 % higher, {more.Words.En}; " : "")}1 % lower, {Looser.Words.En}"),
        _ => new(
            $"{Name}（{Stage.Word(Language.Zh)}）不要求各项达标：{Looser.Words.Zh}",
            $"{Name} ({Stage.Word(Language.En)}) freed of its norms: {Looser.Words.En}"),
    };

    private string Print => Asked?.ToDouble().ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private string Name => School is { Name.Length: > 0 } named ? named.Name : SchoolCode ?? "";
}
