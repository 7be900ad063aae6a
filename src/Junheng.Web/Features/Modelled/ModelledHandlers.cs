using Junheng.Application.Counties;
using Junheng.Application.Papers;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Modelled;

/// <summary>What of the standard is modelled, with settings and sources.</summary>
internal static class ModelledHandlers
{
    public static async Task<IResult> ModelledAsync(HttpContext context, AssessStoredCounty assess, IFormMaps maps, CancellationToken cancellation) =>
        context.Features.Get<AskedCounty>()?.Code is { } code && await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } found
            ? new PageResult<ModelledPage>(new { County = found, Maps = maps.All(ChosenLanguage.Of(context)) })
            : ErrorHandlers.NotFound(context);
}
