using Junheng.Application.Counties;
using Junheng.Application.Maps;
using Junheng.Application.Plans;
using Junheng.Application.Plans.Kept;
using Junheng.Application.WhatIf;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Plans;

/// <summary>A plan as its page shows it.</summary>
/// <param name="County">The county as judged.</param>
/// <param name="Plan">What came of the terms.</param>
/// <param name="Map">Where the schools lie.</param>
/// <param name="IsFull">Whether the long search was asked for.</param>
/// <param name="Kept">The kept plan that the page was opened from; null for none.</param>
/// <param name="MayKeep">Whether the reader may keep plans of this county.</param>
public sealed record PlanView(CountyOnFile County, StoredPlan Plan, CountyMap Map, bool IsFull, KeptPlan? Kept, bool MayKeep)
{
    private readonly Lazy<string> _query = new(() => PlanQuery.Write(Plan.Asked, Plan.Defaults, County.Basis, IsFull));
    private readonly Lazy<PlanMoney> _money = new(() => PlanMoney.Of(Plan.Report?.Plans ?? []));

    /// <summary>Amounts that were assumed where a cell is blank.</summary>
    public IEnumerable<PlanAssumption> Assumptions => Plan.Report?.Plans.SelectMany(plan => plan.Problem.Assumptions) ?? [];

    /// <summary>The money in whole cents.</summary>
    public PlanMoney Money => _money.Value;

    /// <summary>Cost and bound of all plans together; null when refused.</summary>
    public PlanTotals? Totals => Plan.Report is { } report ? PlanTotals.Of(report.Plans) : null;

    /// <summary>What the cheapest of the plans made without a planner would cost more; null where none of them complies, or none is dearer, or caps and locks hold, which those plans would not know.</summary>
    public (LocalizedText Way, Rational Extra)? Saved => Plan.Report is { Plans: [var only] } && only.Problem.Problem.Purchases.All(purchase => purchase.MaxAdd is null && purchase.MinAdd.Sign == 0)
        ? ComparedPlans.Of(only).Where(each => each.Extra is { Sign: > 0 }).OrderBy(each => each.Extra).Select(each => ((LocalizedText, Rational)?)(each.Title, each.Extra!.Value)).FirstOrDefault()
        : null;

    /// <summary>Whether no complying plan is known to be cheaper.</summary>
    public bool IsProven => Plan.Report is { } report && report.Plans.All(plan => plan.Plan.Status == PlanStatus.Optimal);

    /// <summary>The address without what is asked.</summary>
    public string Address => $"/counties/{Uri.EscapeDataString(County.County.Code)}/plan";

    /// <summary>The list of kept plans.</summary>
    public string KeptAddress => $"/counties/{Uri.EscapeDataString(County.County.Code)}/plans";

    /// <summary>Terms and basis as they stand behind the address.</summary>
    public string Query => _query.Value;

    /// <summary>The same with the long search.</summary>
    public string FullQuery => PlanQuery.Write(Plan.Asked, Plan.Defaults, County.Basis, isFull: true);

    /// <summary>The basis alone: the usual terms.</summary>
    public string UsualQuery => Links.Query(County.Basis);

    /// <summary>The year in which the plan begins: the one after the evaluation date.</summary>
    public int FirstYear => County.Report.Result.InForce.Date.Year + 1;

    /// <summary>The year of purchase of an action, or the years in which it is paid.</summary>
    public string YearOf(PlanAction action) => action.Price.Years > 1 ? $"{FirstYear}–{FirstYear + action.Price.Years - 1}" : $"{FirstYear}";

    /// <summary>Whether the terms still are those that were kept.</summary>
    public bool IsAsKept => Kept is { } kept && kept.Asked == Query;

    /// <summary>Whether the data have changed since the plan was kept.</summary>
    public bool HasMoved => Kept is { } kept && kept.DataSha256 != ScenarioRun.HashOf(County);

    /// <summary>The unread text of a field; null where it could be read.</summary>
    public string? Unread(string field) => Plan.Asked.Unread.FirstOrDefault(each => each.Field == field)?.Text;

    /// <summary>The lock of an action, or null.</summary>
    public AddBound? LockOn(PlanAction action) => Plan.Asked.Locks.FirstOrDefault(each => each.SchoolCode == action.SchoolCode && each.Stage == action.Stage && each.Item == action.Item.Id);

    /// <summary>Locks that no shown action carries: where there is no plan.</summary>
    public IEnumerable<AddBound> OtherLocks => Plan.Asked.Locks.Where(each => !Money.Lines.Any(line => LockOn(line.Action) == each));

    /// <summary>The name of a school; its code where there is none.</summary>
    public string SchoolName(string code) => Map.Schools.FirstOrDefault(school => school.Code == code)?.Name ?? code;

    /// <summary>An item's name; its id where it has none.</summary>
    internal string ItemName(PageContext page, string item) => County.Report.Result.InForce.Standard.Columns[item] is { } column ? page.Of(column.Short) : item;

    /// <summary>A lock or cap in words.</summary>
    internal string Words(PageContext page, AddBound bound) =>
        $"{SchoolName(bound.SchoolCode)} {(bound.Stage == Stage.None ? page.Text["plan.shared"] : page.Printed.Stage(bound.Stage))} {ItemName(page, bound.Item)}";

    /// <summary>Yuan to the cent.</summary>
    internal static string Yuan(Rational yuan) => Printed.Fixed(yuan, 2);
}
