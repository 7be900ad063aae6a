using Junheng.Web.Features.Counties;
using Junheng.Web.Features.Errors;
using Junheng.Web.Features.Explain;
using Junheng.Web.Features.Files;
using Junheng.Web.Features.Indicators;
using Junheng.Web.Features.Items;
using Junheng.Web.Features.Modelled;
using Junheng.Web.Features.Registers;
using Junheng.Web.Features.Schools;

namespace Junheng.Web.Features;

/// <summary>Every address of the program.</summary>
internal static class Pages
{
    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", CountyHandlers.HomeAsync);
        app.MapGet("/counties/{code}", CountyHandlers.CountyAsync);
        app.MapGet("/counties/{code}/data", CountyHandlers.DataAsync);
        app.MapGet("/counties/{code}/schools", SchoolHandlers.MatrixAsync);
        app.MapGet("/counties/{code}/schools/{school}", SchoolHandlers.SchoolAsync);
        app.MapGet("/counties/{code}/indicators/{id}", IndicatorHandlers.IndicatorAsync);
        app.MapGet("/trace", ExplainHandlers.TraceAsync);
        app.MapGet("/items", ItemHandlers.ItemsAsync);
        app.MapGet("/modelled", ModelledHandlers.ModelledAsync);
        app.MapGet("/files/{sha}", FileHandlers.DownloadAsync);
        app.MapGet("/files/{sha}/sheets/{sheet}", FileHandlers.SheetAsync);
        app.MapGet("/registers", RegisterHandlers.RegisterAsync);
        app.MapGet("/registers/{kind}/{number:long}", RegisterHandlers.HistoryAsync);
        app.MapGet("/health", () => Results.Text("ok"));
        app.MapFallback(ErrorHandlers.NotFound);
    }
}
