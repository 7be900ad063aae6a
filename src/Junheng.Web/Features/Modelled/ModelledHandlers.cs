using Junheng.Application.Counties;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Modelled;

/// <summary>What of the standard is modelled, with settings and sources.</summary>
internal static class ModelledHandlers
{
    public static async Task<IResult> ModelledAsync(
        string? county, int? year, HttpContext context, ICountyReturns returns, AssessStoredCounty assess, CancellationToken cancellation)
    {
        var code = county ?? (await returns.CountiesAsync(cancellation)).FirstOrDefault()?.Code;
        return code is not null && await assess.RunAsync(code, year, ChosenLanguage.Of(context), cancellation) is { } found
            ? new PageResult<ModelledPage>(new { County = found })
            : ErrorHandlers.NotFound(context);
    }
}
