using Junheng.Application.Access;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.WhatIf;

/// <summary>The addresses of trying scenarios out and of those that were kept.</summary>
internal static class WhatIfPages
{
    private const string Try = "/counties/{code}/what-if";
    private const string Kept = "/counties/{code}/scenarios";

    /// <summary>Room for every cell of a county.</summary>
    private static readonly LargestRequest _wholeGrid = new(2 * 1024 * 1024);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Try, WhatIfHandlers.ShowAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapPost(Try, WhatIfHandlers.TryAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).MayRepeat().WithMetadata(_wholeGrid);
        app.MapPost(Try + "/check", WhatIfHandlers.CheckAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).MayRepeat().WithMetadata(_wholeGrid);
        app.MapPost(Try + "/keep", WhatIfHandlers.KeepAsync).RequireAction(AccessAction.KeepScenarios, SubjectKind.County).WithMetadata(_wholeGrid);
        app.MapGet(Kept, ScenarioHandlers.ListAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet(Kept + "/compare", ScenarioHandlers.CompareAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet(Kept + "/{scenario:guid}/{format}", ScenarioHandlers.ExportAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        app.MapPost(Kept + "/{scenario:guid}/delete", ScenarioHandlers.DeleteAsync).RequireAction(AccessAction.KeepScenarios, SubjectKind.County);
    }
}
