using Junheng.Application.Counties;
using Junheng.Application.Items;
using Junheng.Assessment.Structure;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Items;

/// <summary>The items that are not per school.</summary>
internal static class ItemHandlers
{
    public static async Task<IResult> ItemsAsync(HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        context.Features.Get<AskedCounty>()?.Code is { } code && await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } found
            ? new PageResult<ItemsPage>(new { County = found })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> ItemAsync(
        string code, string item, HttpContext context, AssessStoredCounty assess, WatchedFigures watched, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county && ItemPortrait.Of(county, item, watched.Cohorts) is { } portrait
            ? new PageResult<ItemPage>(new { County = county, Portrait = portrait })
            : ErrorHandlers.NotFound(context);
}
