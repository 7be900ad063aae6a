using Junheng.Application.Counties;
using Junheng.Application.Maps;
using Junheng.Application.Regions;
using Junheng.Web.Composition;
using Junheng.Web.Features.Errors;
using Junheng.Web.Features.Maps;
using Junheng.Web.Features.Regions;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Screens;

/// <summary>大屏: one page of 16 : 9 a level, for a wall; it comes anew by itself.</summary>
internal static class ScreenHandlers
{
    public static async Task<IResult> RegionAsync(string region, HttpContext context, AssessRegion assess, IBoundaries boundaries, CancellationToken cancellation) =>
        await RegionHandlers.FindAsync(region, context, assess, cancellation) is { } found
            ? new PageResult<RegionScreen>(new { Region = found, Overview = RegionOverview.Of(found, new ReadinessQuery()), Map = await MapHandlers.OfAsync(found, boundaries, cancellation) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> CountyAsync(string code, HttpContext context, AssessStoredCounty assess, IBoundaries boundaries, ShowCounty show, ReferencePrices prices, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county
            ? new PageResult<CountyScreen>(new
            {
                County = county,
                First = await show.RunAsync(county, prices.Yuan, ChosenLanguage.Of(context), cancellation),
                Map = CountyMap.Of(county, await MapHandlers.NewestAsync(county.Stored.Region.Scope, boundaries, cancellation)),
            })
            : ErrorHandlers.NotFound(context);
}
