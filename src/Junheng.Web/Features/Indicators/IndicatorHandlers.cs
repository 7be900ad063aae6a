using Junheng.Application.Counties;
using Junheng.Application.Indicators;
using Junheng.Domain.Schools;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Indicators;

/// <summary>One indicator.</summary>
internal static class IndicatorHandlers
{
    public static async Task<IResult> IndicatorAsync(
        string code, string id, string? stage, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (await assess.RunAsync(code, context.Basis(), language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var chosen = stage is null ? county.Report.Result.InForce.Standard.Stages[0] : Stages.Parse(stage);
        var years = await assess.YearsAsync(county.Stored, context.Basis(), language, cancellation);
        return IndicatorPicture.Of(county, years, id, chosen) is { } picture
            ? new PageResult<IndicatorPage>(new { County = county, Picture = picture })
            : ErrorHandlers.NotFound(context);
    }
}
