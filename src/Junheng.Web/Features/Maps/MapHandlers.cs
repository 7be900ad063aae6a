using Junheng.Application.Counties;
using Junheng.Application.Maps;
using Junheng.Application.Regions;
using Junheng.Web.Features.Errors;
using Junheng.Web.Features.Regions;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Maps;

/// <summary>Maps of counties and regions, and the boundaries that they are drawn from.</summary>
internal static class MapHandlers
{
    private const long LargestFile = 8 * 1024 * 1024;

    public static async Task<IResult> CountyAsync(string code, HttpContext context, AssessStoredCounty assess, IBoundaries boundaries, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county
            ? new PageResult<CountyMapPage>(new { County = county, Map = CountyMap.Of(county, await NewestAsync(county.Stored.Region.Scope, boundaries, cancellation)) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> RegionAsync(string region, HttpContext context, AssessRegion assess, IBoundaries boundaries, CancellationToken cancellation) =>
        await RegionHandlers.FindAsync(region, context, assess, cancellation) is { } found
            ? new PageResult<RegionMapPage>(new { Region = found, Map = await OfAsync(found, boundaries, cancellation) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> BoundaryAsync(string code, string? said, ReadRegions regions, IBoundaries boundaries, HttpContext context, CancellationToken cancellation) =>
        (await regions.RunAsync(cancellation)).Counties.FirstOrDefault(county => county.Code == code) is { Scope: { } scope } county
            ? Page(county, await NewestAsync(scope, boundaries, cancellation), Said.Of(said), [], StatusCodes.Status200OK)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> ImportAsync(string code, ReadRegions regions, IBoundaries boundaries, ImportBoundaries import, HttpContext context, CancellationToken cancellation)
    {
        if ((await regions.RunAsync(cancellation)).Counties.FirstOrDefault(county => county.Code == code) is not { Scope: { } scope } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (context.Request.Form.Files.GetFile("boundary") is not { Length: > 0 and <= LargestFile } file)
        {
            return Page(county, await NewestAsync(scope, boundaries, cancellation), Said.Of("map.NoFile"), [], StatusCodes.Status422UnprocessableEntity);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var datum = context.Request.Form["datum"] == "gcj02" ? MapDatum.Gcj02 : MapDatum.Cgcs2000;
        return await import.RunAsync([county], Path.GetFileName(file.FileName), content.ToArray(), datum, context.OwnSession().Person.Name, ChosenLanguage.Of(context), cancellation) switch
        {
            BoundaryOutcome.Refused refused => Page(county, await NewestAsync(scope, boundaries, cancellation), null, refused.Findings, StatusCodes.Status422UnprocessableEntity),
            _ => new SeeOther($"/counties/{Uri.EscapeDataString(code)}/boundary?said=map.Stored"),
        };
    }

    /// <summary>The map of a region's counties.</summary>
    internal static async Task<RegionMap> OfAsync(RegionOnFile region, IBoundaries boundaries, CancellationToken cancellation) =>
        RegionMap.Of(region, await boundaries.NewestAsync([.. region.Counties.Select(county => county.Node.Scope).OfType<ScopeId>()], cancellation));

    internal static async Task<CountyBoundary?> NewestAsync(ScopeId county, IBoundaries boundaries, CancellationToken cancellation) =>
        (await boundaries.NewestAsync([county], cancellation)).FirstOrDefault();

    private static PageResult<BoundaryPage> Page(RegionNode county, CountyBoundary? boundary, Said? said, System.Collections.Immutable.ImmutableArray<Domain.Findings.Finding> findings, int status) =>
        new(new { County = county, Boundary = boundary, Said = said, Findings = findings }, status);
}
