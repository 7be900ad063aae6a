using Junheng.Application.Access;
using Junheng.Web.Features.Account;
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
using Junheng.Web.Features.Modelled;
using Junheng.Web.Features.People;
using Junheng.Web.Features.Registers;
using Junheng.Web.Features.Schools;
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
        app.MapGet("/counties/{code}/retention", CountyHandlers.RetentionAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/items/{item}", ItemHandlers.ItemAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/matrix/{format}", SchoolHandlers.ExportAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        app.MapGet("/counties/{code}/schools/{school}/sheet", SchoolHandlers.SheetAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapGet("/counties/{code}/schools", SchoolHandlers.MatrixAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/schools/{school}", SchoolHandlers.SchoolAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapGet("/counties/{code}/indicators/{id}", IndicatorHandlers.IndicatorAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
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
        RegisterPages.Map(app);
        HelpPages.Map(app);
        app.MapGet("/health", () => Results.Text("ok")).Public("says only that the program runs");
        app.MapFallback(ErrorHandlers.NotFound).Public("says only that there is no such page");
    }
}
