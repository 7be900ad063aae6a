using System.Globalization;
using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.Recognition;
using Junheng.Application.Regions;
using Junheng.Web.Features.Errors;
using Junheng.Web.Features.Regions;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Recognition;

/// <summary>The road map to recognition: a region's, and where a county enters its own part of it.</summary>
internal static class RoadHandlers
{
    public static async Task<IResult> RegionAsync(string region, HttpContext context, AssessRegion assess, IRecognitions recognitions, IRecognitionTargets targets, CancellationToken cancellation) =>
        await RegionHandlers.FindAsync(region, context, assess, cancellation) is { } found
            ? new PageResult<RoadPage>(new { Region = found, Road = RecognitionRoad.Of(found, await recognitions.LatestAsync(cancellation), targets.All) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> CountyAsync(string code, string? said, HttpContext context, ICountyReturns returns, IRecognitions recognitions, CancellationToken cancellation) =>
        await returns.FindAsync(code, cancellation) is { } county
            ? Page(county.Region, await recognitions.OfAsync(county.Region.Scope, cancellation), MayEnter(context, county.Region), Said.Of(said), null, StatusCodes.Status200OK)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> EnterAsync(string code, HttpContext context, ICountyReturns returns, IRecognitions recognitions, EnterRecognition enter, CancellationToken cancellation)
    {
        if (await returns.FindAsync(code, cancellation) is not { Region: var county })
        {
            return ErrorHandlers.NotFound(context);
        }

        var fields = context.Request.Form;
        var form = new RecognitionForm(
            fields["planned"].ToString().Trim(),
            Enum.TryParse<RecognitionState>(fields["state"], out var state) && Enum.IsDefined(state) ? state : RecognitionState.NotStarted,
            fields["day"].ToString().Trim(),
            fields["note"].ToString().Trim(),
            int.TryParse(fields["based"], NumberStyles.None, CultureInfo.InvariantCulture, out var based) ? based : 0);
        var outcome = await enter.RunAsync(county, form, context.OwnSession().Person.Name, cancellation);
        return outcome == RecognitionOutcome.Done
            ? new SeeOther($"/counties/{Uri.EscapeDataString(code)}/recognition?said=recognition.Done")
            : Page(county, await recognitions.OfAsync(county.Scope, cancellation), true, Said.Of($"recognition.{outcome}"), form, StatusCodes.Status422UnprocessableEntity);
    }

    private static bool MayEnter(HttpContext context, Region county) =>
        context.RequestServices.GetRequiredService<AccessSubjects>().Decide(context, AccessAction.EnterFigures, new AccessSubject([county.Scope])) == AccessDecision.Allowed;

    private static PageResult<RecognitionPage> Page(Region county, System.Collections.Immutable.ImmutableArray<RecognitionEntry> entries, bool mayEnter, Said? said, RecognitionForm? form, int status) =>
        new(new { County = county, Entries = entries, MayEnter = mayEnter, Said = said, Form = form }, status);
}
