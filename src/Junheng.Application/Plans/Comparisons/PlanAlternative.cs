using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>What an alternative does without.</summary>
public enum AlternativeKind
{
    /// <summary>Without an addition altogether, but for what is locked.</summary>
    Without = 0,

    /// <summary>Without it there is no plan: with a step less of it.</summary>
    Less = 1,

    /// <summary>With the norm reached where the plan uses an exception.</summary>
    OtherException = 2,
}

/// <summary>The next best plan that does without one addition or one exception.</summary>
/// <param name="Kind">What is done without.</param>
/// <param name="SchoolCode">The school.</param>
/// <param name="School">Its names.</param>
/// <param name="Stage">The stage; none for what stages share.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Item">The item; null for an exception.</param>
/// <param name="Purchase">Position of the purchase in the problem; null for an exception.</param>
/// <param name="Difference">What it costs beside the plan shown.</param>
/// <param name="Changes">What is bought otherwise, the dearest change first.</param>
/// <param name="Ended">Exceptions that are given up.</param>
/// <param name="Begun">Exceptions that are used instead.</param>
public sealed record PlanAlternative(
    AlternativeKind Kind,
    string SchoolCode,
    PlannedUnit School,
    Stage Stage,
    Indicator Indicator,
    ColumnDefinition? Item,
    int? Purchase,
    CostDifference Difference,
    ImmutableArray<PlanChange> Changes,
    ImmutableArray<PlanExemption> Ended,
    ImmutableArray<PlanExemption> Begun)
{
    private const int MostNamed = 3;

    /// <summary>One sentence: what it costs to do without, and what is done instead.</summary>
    public LocalizedText Words => new(Sentence(Language.Zh), Sentence(Language.En));

    private string Sentence(Language language)
    {
        var isZh = language == Language.Zh;
        var cost = Difference.Words.In(language);
        var start = Kind switch
        {
            AlternativeKind.Without => isZh ? $"不做这一项：{cost}" : $"Without it: {cost}",
            AlternativeKind.Less when !Difference.IsPossible => isZh ? "没有这一项就没有达标方案，少一点也不行" : "There is no plan without it, nor with any less of it",
            AlternativeKind.Less => isZh ? $"没有这一项就没有达标方案；少一点：{cost}" : $"There is no plan without it; with a little less: {cost}",
            _ when !Difference.IsPossible => isZh ? $"{Indicator.Id} 必须是余项，否则没有达标方案" : $"{Indicator.Id} has to be the exception, else there is no plan",
            _ => isZh ? $"{Indicator.Id} 不作余项：{cost}" : $"Without the exception at {Indicator.Id}: {cost}",
        };
        var instead = Instead(language);
        return instead.Length == 0 ? start : isZh ? $"{start}；改为{instead}" : $"{start}; instead {instead}";
    }

    private string Instead(Language language)
    {
        var isZh = language == Language.Zh;
        var own = Begun.Where(each => each.SchoolCode == SchoolCode).Select(each => isZh ? $"余项放在{each.Indicator.Id}" : $"the exception at {each.Indicator.Id}");
        var others = Begun.Where(each => each.SchoolCode != SchoolCode).Take(MostNamed).Select(each => isZh ? $"{Name(each.School, each.SchoolCode)}以{each.Indicator.Id}为余项" : $"{Name(each.School, each.SchoolCode)} excepted at {each.Indicator.Id}");
        var changes = Changes.Where(change => change.Purchase != Purchase).Take(MostNamed).Select(change => (change.SchoolCode == SchoolCode ? change.HereWords : change.Words).In(language));
        return string.Join(isZh ? "，" : ", ", own.Concat(others).Concat(changes));
    }

    private static string Name(PlannedUnit school, string code) => school.Name.Length > 0 ? school.Name : code;
}

/// <summary>What is bought otherwise in another plan.</summary>
/// <param name="Purchase">Position in the problem.</param>
/// <param name="SchoolCode">The school.</param>
/// <param name="School">Its names.</param>
/// <param name="Stage">The stage; none for what stages share.</param>
/// <param name="Item">The item.</param>
/// <param name="Before">What the plan shown adds.</param>
/// <param name="After">What the other plan adds.</param>
/// <param name="Cost">Yuan more (negative: less).</param>
public sealed record PlanChange(int Purchase, string SchoolCode, PlannedUnit School, Stage Stage, ColumnDefinition Item, Rational Before, Rational After, Rational Cost)
{
    /// <summary>The change in words.</summary>
    public LocalizedText Words => School.Name.Length > 0 ? At(new(School.Name, School.Name)) : At(new(SchoolCode, SchoolCode));

    /// <summary>The change in words where the school is spoken of anyway.</summary>
    public LocalizedText HereWords => At(new("本校", "here"));

    private LocalizedText At(LocalizedText place)
    {
        var more = After - Before;
        var amount = PlanWords.Amount(more.Sign < 0 ? -more : more);
        return new(
            $"{place.Zh}{Item.Short.Zh}{(more.Sign < 0 ? "少" : "多")}{amount}{Item.Measure.Zh}",
            $"{place.En} {amount} {Item.Measure.En} {(more.Sign < 0 ? "less" : "more")} of {Item.Short.En}".Replace("  ", " ", StringComparison.Ordinal));
    }
}
