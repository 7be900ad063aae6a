using Junheng.Application.Counties;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Items;

/// <summary>The items that are not per school.</summary>
internal static class ItemHandlers
{
    public static async Task<IResult> ItemsAsync(
        string? county, int? year, HttpContext context, ICountyReturns returns, AssessStoredCounty assess, CancellationToken cancellation)
    {
        var code = county ?? (await returns.CountiesAsync(cancellation)).FirstOrDefault()?.Code;
        return code is not null && await assess.RunAsync(code, year, ChosenLanguage.Of(context), cancellation) is { } found
            ? new PageResult<ItemsPage>(new { County = found })
            : ErrorHandlers.NotFound(context);
    }
}
