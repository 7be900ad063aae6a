using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Maps;
using Junheng.Application.Plans;
using Junheng.Application.Plans.Kept;
using Junheng.Application.WhatIf;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Junheng.Web.Features.Plans;

/// <summary>The kept plans of a county as their list shows them.</summary>
/// <param name="County">The county as judged.</param>
/// <param name="Plans">Those that the reader may look at.</param>
/// <param name="Moved">Those whose data are others by now.</param>
/// <param name="Deletable">Those that the reader may delete.</param>
public sealed record KeptPlanList(CountyOnFile County, ImmutableArray<KeptPlan> Plans, ImmutableHashSet<Guid> Moved, ImmutableHashSet<Guid> Deletable);

/// <summary>A kept plan, solved again.</summary>
/// <param name="Kept">What was kept.</param>
/// <param name="Now">What comes of the same terms today; null where they are refused by now.</param>
/// <param name="HasMoved">Whether the data have changed since.</param>
public sealed record ReopenedPlan(KeptPlan Kept, PlanReport? Now, bool HasMoved);

/// <summary>Plans that were kept: keep, list, open, compare, delete.</summary>
internal static class KeptPlanHandlers
{
    /// <summary>How many stand side by side.</summary>
    private const int MostCompared = 3;

    public static async Task<IResult> KeepAsync(
        string code, HttpContext context, AssessStoredCounty assess, ReadBasis read, PlanStoredCounty plan, KeepPlan keep, IBoundaries boundaries, CollectionDesk desk, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var query = Parse(form["asked"].ToString());
        var language = ChosenLanguage.Of(context);
        if (read.Run(BasisOfRequest.Words(query), language) is not BasisReading.Read { Basis: var basis } || await assess.RunAsync(code, basis, language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var stored = PlanHandlers.Searched(county, query, plan, language);
        var asked = PlanQuery.Write(stored.Asked, stored.Defaults, county.Basis, query[PlanQuery.Full] == "1");
        var (outcome, id) = await keep.RunAsync(county, stored, new KeepPlanRequest(asked, form["name"].ToString(), form["shared"] == "1", context.OwnSession().Person.Id), cancellation);
        return outcome == KeepPlanOutcome.Done
            ? new SeeOther($"{Address(code)}/{id}?said=plans.Done")
            : PlanHandlers.Page(
                await PlanHandlers.ViewAsync(county, null, context, plan, boundaries, desk, cancellation, query), null, [new Texts(language)["plans." + outcome]], StatusCodes.Status422UnprocessableEntity);
    }

    public static async Task<IResult> ListAsync(
        string code, string? said, HttpContext context, AssessStoredCounty assess, ReadBasis read, IKeptPlans plans, CollectionDesk desk, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, Basis.Default, ChosenLanguage.Of(context), cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var visible = await VisibleAsync(context, county, plans, cancellation);
        var moved = ImmutableHashSet.CreateBuilder<Guid>();
        foreach (var each in visible)
        {
            if (await ReopenAsync(code, each, context, assess, read, cancellation) is not { } then || ScenarioRun.HashOf(then) != each.DataSha256)
            {
                moved.Add(each.Id);
            }
        }

        return new PageResult<KeptPlansPage>(new
        {
            List = new KeptPlanList(county, visible, moved.ToImmutable(), [.. visible.Where(each => desk.MayDelete(context, county.Stored.Region, each.Author)).Select(each => each.Id)]),
            Said = Said.Of(said),
        });
    }

    /// <summary>Leads to the page of plans with the terms that were kept; there it is solved again.</summary>
    public static async Task<IResult> OpenAsync(string code, Guid plan, string? said, HttpContext context, IKeptPlans plans, CollectionDesk desk, CancellationToken cancellation) =>
        await desk.CountyAsync(code, cancellation) is { } region && await plans.FindAsync(region.Scope, plan, cancellation) is { } kept && kept.IsVisibleTo(context.Person()?.Id)
            ? new SeeOther(QueryHelpers.AddQueryString($"/counties/{Uri.EscapeDataString(code)}/plan{kept.Asked}", Further(kept.Id, said)))
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> CompareAsync(
        string code, Guid[] plan, HttpContext context, AssessStoredCounty assess, ReadBasis read, PlanStoredCounty planner, IKeptPlans plans, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (await assess.RunAsync(code, Basis.Default, language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var chosen = (await VisibleAsync(context, county, plans, cancellation)).Where(each => plan.Contains(each.Id)).OrderBy(each => Array.IndexOf(plan, each.Id)).Take(MostCompared);
        var columns = ImmutableArray.CreateBuilder<ReopenedPlan>();
        foreach (var kept in chosen)
        {
            var then = await ReopenAsync(code, kept, context, assess, read, cancellation);
            var now = then is null ? null : PlanHandlers.Searched(then, Parse(kept.Asked), planner, language).Report;
            columns.Add(new ReopenedPlan(kept, now, then is null || ScenarioRun.HashOf(then) != kept.DataSha256));
        }

        return new PageResult<ComparePlansPage>(new { County = county, Columns = columns.ToImmutable() });
    }

    public static async Task<IResult> DeleteAsync(string code, Guid plan, HttpContext context, AssessStoredCounty assess, IKeptPlans plans, CollectionDesk desk, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, Basis.Default, ChosenLanguage.Of(context), cancellation) is not { } county
            || await plans.FindAsync(county.Stored.Region.Scope, plan, cancellation) is not { } kept || !kept.IsVisibleTo(context.Person()?.Id))
        {
            return ErrorHandlers.NotFound(context);
        }

        if (!desk.MayDelete(context, county.Stored.Region, kept.Author))
        {
            return ErrorHandlers.Refused(context);
        }

        await plans.DeleteAsync(county.Stored.Region.Scope, plan, context.OwnSession().Person.Id, cancellation);
        return new SeeOther($"{Address(code)}?said=plans.Deleted");
    }

    private static string Address(string code) => $"/counties/{Uri.EscapeDataString(code)}/plans";

    private static Dictionary<string, string?> Further(Guid id, string? said)
    {
        var further = new Dictionary<string, string?> { [PlanQuery.Kept] = id.ToString() };
        if (Said.Of(said) is not null)
        {
            further["said"] = said;
        }

        return further;
    }

    private static QueryCollection Parse(string asked) => new(QueryHelpers.ParseQuery(asked));

    /// <summary>The county judged by the basis that a plan was kept with; null where that basis or year is no more.</summary>
    private static async Task<CountyOnFile?> ReopenAsync(string code, KeptPlan kept, HttpContext context, AssessStoredCounty assess, ReadBasis read, CancellationToken cancellation) =>
        read.Run(BasisOfRequest.Words(Parse(kept.Asked)), ChosenLanguage.Of(context)) is BasisReading.Read { Basis: var basis } ? await assess.RunAsync(code, basis, ChosenLanguage.Of(context), cancellation) : null;

    private static async Task<ImmutableArray<KeptPlan>> VisibleAsync(HttpContext context, CountyOnFile county, IKeptPlans plans, CancellationToken cancellation) =>
        [.. (await plans.ListAsync(county.Stored.Region.Scope, cancellation)).Where(each => each.IsVisibleTo(context.Person()?.Id))];
}
