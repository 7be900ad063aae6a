using Junheng.Application.Access;
using Junheng.Web.Features.Account;
using Junheng.Web.Features.Api;
using Junheng.Web.Features.Audit;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Counties;
using Junheng.Web.Features.Errors;
using Junheng.Web.Features.Explain;
using Junheng.Web.Features.Files;
using Junheng.Web.Features.Help;
using Junheng.Web.Features.Indicators;
using Junheng.Web.Features.Items;
using Junheng.Web.Features.Mapping;
using Junheng.Web.Features.Maps;
using Junheng.Web.Features.Modelled;
using Junheng.Web.Features.People;
using Junheng.Web.Features.Plans;
using Junheng.Web.Features.Recognition;
using Junheng.Web.Features.Regions;
using Junheng.Web.Features.Registers;
using Junheng.Web.Features.Schools;
using Junheng.Web.Features.Screens;
using Junheng.Web.Features.Search;
using Junheng.Web.Features.WhatIf;
using Junheng.Web.Gate;

namespace Junheng.Web.Features;

/// <summary>Every address of the program, each with the rule who may call it.</summary>
internal static class Pages
{
    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", CountyHandlers.HomeAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.FirstPage);
        app.MapGet("/counties/{code}", CountyHandlers.CountyAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/data", CountyHandlers.DataAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/compare", CountyHandlers.CompareAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/teachers", CountyHandlers.StructureAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/teachers/{school}", CountyHandlers.StructureTraceAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapGet("/counties/{code}/sizes", CountyHandlers.SizesAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/retention", CountyHandlers.RetentionAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/items/{item}", ItemHandlers.ItemAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/matrix/{format}", SchoolHandlers.ExportAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        app.MapGet("/counties/{code}/schools/{school}/sheet", SchoolHandlers.SheetAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapGet("/counties/{code}/schools", SchoolHandlers.MatrixAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/schools/{school}", SchoolHandlers.SchoolAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapGet("/counties/{code}/indicators/{id}", IndicatorHandlers.IndicatorAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/regions", RegionHandlers.Nation).Public("leads to the nation's page, which asks who may");
        app.MapGet("/regions/{region}", RegionHandlers.OverviewAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.Region);
        app.MapGet("/regions/{region}/ranking", RegionHandlers.RankingAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.Region);
        app.MapGet("/regions/{region}/gap", RegionHandlers.GapAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.Region);
        app.MapGet("/regions/{region}/roadmap", RoadHandlers.RegionAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.Region);
        app.MapGet("/regions/{region}/map", MapHandlers.RegionAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.Region);
        app.MapGet("/regions/{region}/screen", ScreenHandlers.RegionAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.Region);
        app.MapGet("/counties/{code}/map", MapHandlers.CountyAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/screen", ScreenHandlers.CountyAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/boundary", MapHandlers.BoundaryAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapPost("/counties/{code}/boundary", MapHandlers.ImportAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).WithSheet();
        app.MapGet("/counties/{code}/recognition", RoadHandlers.CountyAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapPost("/counties/{code}/recognition", RoadHandlers.EnterAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapGet("/trace", ExplainHandlers.TraceAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapGet("/items", ItemHandlers.ItemsAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/modelled", ModelledHandlers.ModelledAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/mapping", MappingHandlers.ShowAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapPost("/mapping", MappingHandlers.TryAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).MayRepeat().WithSheet();
        app.MapGet("/files/{sha}", FileHandlers.DownloadAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.File).RequireRateLimiting(RequestLimits.Export);
        app.MapGet("/files/{sha}/sheets/{sheet}", FileHandlers.SheetAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.File);
        app.MapGet("/counties/{code}/papers/{format}", PaperHandlers.PaperAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        AccountPages.Map(app);
        AuditPages.Map(app);
        CollectionPages.Map(app);
        PeoplePages.Map(app);
        PlanPages.Map(app);
        RegisterPages.Map(app);
        WhatIfPages.Map(app);
        app.MapGet("/search", SearchHandlers.ShowAsync).Public("answers only with what the visitor may see");
        app.MapGet("/search/suggestions", SearchHandlers.SuggestAsync).Public("answers only with what the visitor may see");
        HelpPages.Map(app);
        ApiPages.Map(app);
        app.MapGet("/health", () => Results.Text("ok")).Public("says only that the program runs");
        app.MapFallback(ErrorHandlers.NotFound).Public("says only that there is no such page");
    }
}
