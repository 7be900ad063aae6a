using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.WhatIf;
using Junheng.Domain.Schools;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Junheng.Web.Features.WhatIf;

/// <summary>What an address of the page asks for: a scenario that was kept, or one made from a shortfall.</summary>
internal sealed record WhatIfAddress([FromQuery] Guid? Scenario, [FromQuery] string? School, [FromQuery] string? Stage, [FromQuery] string? Indicator, [FromQuery] string? Said);

/// <summary>Change figures, norms and settings, and see what comes of it. Nothing on record is touched.</summary>
internal static class WhatIfHandlers
{
    public static async Task<IResult> ShowAsync(
        string code, [AsParameters] WhatIfAddress address, HttpContext context, TryScenario attempt, IScenarios scenarios, CollectionDesk desk, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        var kept = address.Scenario is { } id && await desk.CountyAsync(code, cancellation) is { } region ? await scenarios.FindAsync(region.Scope, id, cancellation) : null;
        if ((address.Scenario is not null && kept?.IsVisibleTo(context.Person()?.Id) != true)
            || await attempt.RunAsync(code, kept is null ? context.Basis() : Basis.Of(kept.ReportYear), kept?.Overlay ?? ScenarioOverlay.Nothing, language, cancellation) is not { } run)
        {
            return ErrorHandlers.NotFound(context);
        }

        var seed = kept is null && address is { School: { } school, Indicator: { } indicator } ? ScenarioSeed.Of(run.Baseline, school, Stages.Parse(address.Stage), indicator) : ScenarioOverlay.Nothing;
        if (!seed.IsEmpty)
        {
            run = (await attempt.RunAsync(code, context.Basis(), seed, language, cancellation))!;
        }

        return Page(View(context, run, kept, kept?.Overlay.Texts ?? seed.Texts, desk), Said.Of(address.Said), []);
    }

    /// <summary>The whole page with what was typed, for browsers without script.</summary>
    public static async Task<IResult> TryAsync(string code, HttpContext context, TryScenario attempt, IScenarios scenarios, CollectionDesk desk, CancellationToken cancellation)
    {
        var typed = TypedScenario.Of(context.Request.Form);
        return await attempt.RunAsync(code, context.Basis() with { Year = typed.Year }, typed.Overlay, ChosenLanguage.Of(context), cancellation) is { } run
            ? Page(View(context, run, await KeptAsync(context, run, typed, scenarios, cancellation), typed.Texts, desk), null, [])
            : ErrorHandlers.NotFound(context);
    }

    /// <summary>Only the places that moved, for the page that is already there.</summary>
    public static async Task<IResult> CheckAsync(string code, HttpContext context, TryScenario attempt, CollectionDesk desk, CancellationToken cancellation)
    {
        var typed = TypedScenario.Of(context.Request.Form);
        return await attempt.RunAsync(code, context.Basis() with { Year = typed.Year }, typed.Overlay, ChosenLanguage.Of(context), cancellation) is { } run
            ? new PageResult<WhatIfAnswer>(new { View = View(context, run, null, typed.Texts, desk), typed.Shown })
            : ErrorHandlers.NotFound(context);
    }

    public static async Task<IResult> KeepAsync(
        string code, HttpContext context, TryScenario attempt, KeepScenario keep, IScenarios scenarios, CollectionDesk desk, CancellationToken cancellation)
    {
        var typed = TypedScenario.Of(context.Request.Form);
        if (await attempt.RunAsync(code, context.Basis() with { Year = typed.Year }, typed.Overlay, ChosenLanguage.Of(context), cancellation) is not { } run)
        {
            return ErrorHandlers.NotFound(context);
        }

        var request = new KeepRequest(typed.IsCopy ? null : typed.Scenario, typed.Revision, typed.Name, typed.IsShared, context.OwnSession().Person.Id);
        var (outcome, id) = await keep.RunAsync(run, request, cancellation);
        return outcome == KeepOutcome.Done
            ? new SeeOther($"/counties/{Uri.EscapeDataString(code)}/what-if?scenario={id}&said=scenario.Done")
            : Page(View(context, run, await KeptAsync(context, run, typed, scenarios, cancellation), typed.Texts, desk), null, [new Texts(ChosenLanguage.Of(context))["scenario." + outcome]], StatusCodes.Status422UnprocessableEntity);
    }

    private static PageResult<WhatIfPage> Page(WhatIfView view, Said? said, string[] faults, int status = StatusCodes.Status200OK) => new(new { View = view, Said = said, Faults = faults }, status);

    private static WhatIfView View(HttpContext context, ScenarioRun run, Scenario? kept, ImmutableSortedDictionary<string, string> typed, CollectionDesk desk) => new(
        run,
        ScenarioDifference.Of(run),
        kept,
        typed,
        context.Person() is not null && run.Baseline.Basis.IsUsual && desk.May(context, AccessAction.KeepScenarios, run.Baseline.Stored.Region),
        kept is null || kept.Author == context.Person()?.Id);

    private static async Task<Scenario?> KeptAsync(HttpContext context, ScenarioRun run, TypedScenario typed, IScenarios scenarios, CancellationToken cancellation) =>
        typed.Scenario is { } id && await scenarios.FindAsync(run.Baseline.Stored.Region.Scope, id, cancellation) is { } kept && kept.IsVisibleTo(context.Person()?.Id) ? kept : null;
}
