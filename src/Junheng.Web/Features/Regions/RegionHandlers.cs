using Junheng.Application.Regions;
using Junheng.Domain.Outcomes;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Regions;

/// <summary>City, province and nation: how their counties stand, rank and differ.</summary>
internal static class RegionHandlers
{
    public static IResult Nation(HttpContext context) => new SeeOther($"/regions/{RegionTree.Nation}{context.Request.QueryString}");

    public static async Task<IResult> OverviewAsync(string region, string? verdict, string? within, string? sort, int? page, HttpContext context, AssessRegion assess, CancellationToken cancellation)
    {
        var query = new ReadinessQuery(
            verdict switch { "met" => Verdict.Met, "not_met" => Verdict.NotMet, "undecided" => Verdict.Undecided, _ => null },
            verdict == "not_reported",
            string.IsNullOrEmpty(within) ? null : within,
            (sort ?? "readiness").TrimStart('-'),
            sort?.StartsWith('-') == true,
            Math.Max(1, page ?? 1));
        return await FindAsync(region, context, assess, cancellation) is { } found
            ? new PageResult<RegionPage>(new { Region = found, Query = query, Overview = RegionOverview.Of(found, query) })
            : ErrorHandlers.NotFound(context);
    }

    public static async Task<IResult> RankingAsync(string region, string? by, HttpContext context, AssessRegion assess, CancellationToken cancellation)
    {
        if (await FindAsync(region, context, assess, cancellation) is not { } found)
        {
            return ErrorHandlers.NotFound(context);
        }

        var measures = RankMeasure.All(found.InForce);
        var measure = measures.FirstOrDefault(each => each.Id == by) ?? measures[0];
        return new PageResult<RankingPage>(new { Region = found, Measures = measures, Ranking = CountyRanking.Of(found, measure) });
    }

    public static async Task<IResult> GapAsync(string region, HttpContext context, AssessRegion assess, CancellationToken cancellation) =>
        await FindAsync(region, context, assess, cancellation) is { } found
            ? new PageResult<GapPage>(new { Region = found, Gap = RegionGap.Of(found) })
            : ErrorHandlers.NotFound(context);

    /// <summary>The region as far as the reader may see it.</summary>
    internal static Task<RegionOnFile?> FindAsync(string region, HttpContext context, AssessRegion assess, CancellationToken cancellation) =>
        assess.RunAsync(region, context.Basis(), SeenCounties.Of(context), ChosenLanguage.Of(context), cancellation);
}
