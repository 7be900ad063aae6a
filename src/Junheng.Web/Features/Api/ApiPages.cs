using Junheng.Application.Access;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.Api;

/// <summary>The addresses of the HTTP API, version 1: reading only.</summary>
internal static class ApiPages
{
    /// <summary>Where it begins.</summary>
    public const string Root = "/api/v1";

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").Public("describes the API and holds nothing of anybody");
        app.MapGet("/api", ApiHandlers.Documentation).Public("describes the API and holds nothing of anybody").ExcludeFromDescription();
        Read(app, "/regions", ApiHandlers.RegionsAsync, SubjectKind.County, "The counties that the caller may see").Produces<Paged<RegionView>>();
        Read(app, "/regions/{code}", ApiHandlers.RegionAsync, SubjectKind.County, "One county with its report years").Produces<RegionView>();
        Read(app, "/regions/{code}/schools", ApiHandlers.SchoolsAsync, SubjectKind.County, "The units of a county with their verdicts, one for each school and stage").Produces<Paged<UnitView>>();
        Read(app, "/regions/{code}/schools/{school}", ApiHandlers.SchoolAsync, SubjectKind.School, "The units of one school with every indicator").Produces<SchoolView>();
        Read(app, "/regions/{code}/returns", ApiHandlers.ReturnsAsync, SubjectKind.County, "The returns on record: year, file, hash, rows").Produces<Paged<ReturnView>>();
        Read(app, "/regions/{code}/assessments", ApiHandlers.AssessmentAsync, SubjectKind.County, "The whole assessment, as the command line writes it by assess --json").Produces(StatusCodes.Status200OK, contentType: "application/json");
        Read(app, "/regions/{code}/traces/{school}/{stage}/{indicator}", ApiHandlers.TraceAsync, SubjectKind.School, "Where one figure comes from, down to the cell, as explain --json").Produces(StatusCodes.Status200OK, contentType: "application/json");
        Read(app, "/regions/{code}/packages/{year:int}", ApiHandlers.PackageAsync, SubjectKind.County, "The signed package of a frozen year", AccessAction.EnterFigures).Produces(StatusCodes.Status200OK, contentType: "application/zip");
    }

    private static RouteHandlerBuilder Read(WebApplication app, string path, Delegate handler, SubjectKind subject, string summary, AccessAction action = AccessAction.ViewFigures) =>
        app.MapGet(Root + path, handler).RequireAction(action, subject).RequireRateLimiting(RequestLimits.Api).WithSummary(summary).WithTags("v1")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
}
