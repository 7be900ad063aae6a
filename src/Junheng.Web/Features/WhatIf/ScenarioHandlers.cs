using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.WhatIf;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.WhatIf;

/// <summary>The scenarios of a county as their list shows them.</summary>
/// <param name="County">The county as judged.</param>
/// <param name="Scenarios">Those that the reader may look at.</param>
/// <param name="Moved">Those whose baseline is another by now.</param>
/// <param name="Deletable">Those that the reader may delete.</param>
public sealed record ScenarioList(CountyOnFile County, ImmutableArray<Scenario> Scenarios, ImmutableHashSet<Guid> Moved, ImmutableHashSet<Guid> Deletable);

/// <summary>Scenarios that were kept: list, compare, take away, delete.</summary>
internal static class ScenarioHandlers
{
    /// <summary>How many stand side by side.</summary>
    private const int MostCompared = 3;

    public static async Task<IResult> ListAsync(
        string code, string? said, HttpContext context, AssessStoredCounty assess, IScenarios scenarios, CollectionDesk desk, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, Basis.Default, ChosenLanguage.Of(context), cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var visible = await VisibleAsync(context, county, scenarios, cancellation);
        var hashes = new Dictionary<int, string>();
        foreach (var year in visible.Select(each => each.ReportYear).Distinct())
        {
            hashes[year] = await assess.RunAsync(code, Basis.Of(year), ChosenLanguage.Of(context), cancellation) is { } then ? ScenarioRun.HashOf(then) : "";
        }

        return new PageResult<ScenariosPage>(new
        {
            List = new ScenarioList(
                county,
                visible,
                [.. visible.Where(each => each.BaselineSha256 != hashes[each.ReportYear]).Select(each => each.Id)],
                [.. visible.Where(each => desk.MayDelete(context, county.Stored.Region, each.Author)).Select(each => each.Id)]),
            Said = Said.Of(said),
        });
    }

    public static async Task<IResult> CompareAsync(string code, Guid[] scenario, HttpContext context, AssessStoredCounty assess, TryScenario attempt, IScenarios scenarios, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (await assess.RunAsync(code, Basis.Default, language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var chosen = (await VisibleAsync(context, county, scenarios, cancellation)).Where(each => scenario.Contains(each.Id)).OrderBy(each => Array.IndexOf(scenario, each.Id)).Take(MostCompared).ToList();
        var columns = new List<(Scenario Scenario, ScenarioRun Run)>();
        foreach (var each in chosen)
        {
            if (await attempt.RunAsync(code, Basis.Of(each.ReportYear), each.Overlay, language, cancellation) is { } run)
            {
                columns.Add((each, run));
            }
        }

        return new PageResult<ComparePage>(new { County = columns.Count > 0 ? columns[0].Run.Baseline : county, Columns = columns });
    }

    public static async Task<IResult> ExportAsync(
        string code, Guid scenario, string format, HttpContext context, TryScenario attempt, IScenarios scenarios, IScenarioBooks books, CollectionDesk desk, CancellationToken cancellation)
    {
        if (await desk.CountyAsync(code, cancellation) is not { } region
            || await scenarios.FindAsync(region.Scope, scenario, cancellation) is not { } kept || !kept.IsVisibleTo(context.Person()?.Id)
            || await attempt.RunAsync(code, Basis.Of(kept.ReportYear), kept.Overlay, ChosenLanguage.Of(context), cancellation) is not { } run)
        {
            return ErrorHandlers.NotFound(context);
        }

        switch (format)
        {
            case "json":
                var file = new ScenarioFile(run.Baseline.County.Code, kept.ReportYear, kept.Name, kept.BaselineSha256, kept.Overlay);
                return TypedResults.File(ScenarioJson.Write(file), "application/json", $"{kept.Name}.json");
            case "xlsx":
                using (var content = new MemoryStream())
                {
                    books.Write(run, kept, content);
                    return TypedResults.File(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{kept.Name}.xlsx");
                }

            default:
                return ErrorHandlers.NotFound(context);
        }
    }

    public static async Task<IResult> DeleteAsync(
        string code, Guid scenario, HttpContext context, AssessStoredCounty assess, IScenarios scenarios, CollectionDesk desk, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, Basis.Default, ChosenLanguage.Of(context), cancellation) is not { } county
            || await scenarios.FindAsync(county.Stored.Region.Scope, scenario, cancellation) is not { } kept || !kept.IsVisibleTo(context.Person()?.Id))
        {
            return ErrorHandlers.NotFound(context);
        }

        if (!desk.MayDelete(context, county.Stored.Region, kept.Author))
        {
            return ErrorHandlers.Refused(context);
        }

        await scenarios.DeleteAsync(county.Stored.Region.Scope, scenario, context.OwnSession().Person.Id, cancellation);
        return new SeeOther($"/counties/{Uri.EscapeDataString(code)}/scenarios?said=scenario.Deleted");
    }

    private static async Task<ImmutableArray<Scenario>> VisibleAsync(HttpContext context, CountyOnFile county, IScenarios scenarios, CancellationToken cancellation) =>
        [.. (await scenarios.ListAsync(county.Stored.Region.Scope, cancellation)).Where(each => each.IsVisibleTo(context.Person()?.Id))];
}
