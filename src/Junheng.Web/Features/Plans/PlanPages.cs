using Junheng.Application.Access;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.Plans;

/// <summary>The addresses of plans and of those that were kept.</summary>
internal static class PlanPages
{
    private const string Plan = "/counties/{code}/plan";
    private const string Kept = "/counties/{code}/plans";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Plan, PlanHandlers.PlanAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet(Plan + "/{format}", PlanHandlers.PaperAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        app.MapPost(Plan + "/keep", KeptPlanHandlers.KeepAsync).RequireAction(AccessAction.KeepScenarios, SubjectKind.County);
        app.MapGet(Kept, KeptPlanHandlers.ListAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet(Kept + "/compare", KeptPlanHandlers.CompareAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet(Kept + "/{plan:guid}", KeptPlanHandlers.OpenAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapPost(Kept + "/{plan:guid}/delete", KeptPlanHandlers.DeleteAsync).RequireAction(AccessAction.KeepScenarios, SubjectKind.County);
    }
}
