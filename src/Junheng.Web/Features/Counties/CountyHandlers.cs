using Junheng.Application.Counties;
using Junheng.Web.Composition;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Counties;

/// <summary>The county's first page, and what was found in its data.</summary>
internal static class CountyHandlers
{
    public static async Task<IResult> HomeAsync(
        HttpContext context, AssessStoredCounty assess, ICountyReturns returns, ReferencePrices prices, CancellationToken cancellation) =>
        context.Features.Get<AskedCounty>()?.Code is { } first
            ? await CountyAsync(first, context, assess, returns, prices, cancellation)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> CountyAsync(
        string code, HttpContext context, AssessStoredCounty assess, ICountyReturns returns, ReferencePrices prices, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county
            ? new PageResult<CountyPage>(new { County = county, Overview = CountyOverview.Of(county, prices.Yuan) })
            : await returns.FindAsync(code, cancellation) is { Years.IsEmpty: true }
                ? new SeeOther($"/counties/{Uri.EscapeDataString(code)}/rounds")
                : ErrorHandlers.NotFound(context);

    public static async Task<IResult> DataAsync(string code, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county
            ? new PageResult<DataPage>(new { County = county })
            : ErrorHandlers.NotFound(context);
}
