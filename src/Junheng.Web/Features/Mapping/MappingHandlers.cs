using System.Text;
using Junheng.Application.Counties;
using Junheng.Application.Papers;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Mapping;

/// <summary>How annual forms are read: the maps, and a dry run of one file with a map that can be corrected. Nothing is stored.</summary>
internal static class MappingHandlers
{
    private const int LongestMap = 100_000;

    public static async Task<IResult> ShowAsync(HttpContext context, AssessStoredCounty assess, IFormMaps maps, CancellationToken cancellation) =>
        await CountyAsync(context, assess, cancellation) is { } county ? Page(context, county, maps, null, "", StatusCodes.Status200OK) : ErrorHandlers.NotFound(context);

    public static async Task<IResult> TryAsync(HttpContext context, AssessStoredCounty assess, IFormMaps maps, ReadPapers papers, CancellationToken cancellation)
    {
        if (await CountyAsync(context, assess, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var map = context.Request.Form["map"].ToString();
        if (context.Request.Form.Files.GetFile("sheet") is not { Length: > 0 } file || map.Length > LongestMap)
        {
            return Page(context, county, maps, null, map, StatusCodes.Status422UnprocessableEntity);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var options = new PaperOptions
        {
            WantsDrafts = true,
            Maps = string.IsNullOrWhiteSpace(map) ? [] : [new InputFile("map.yaml", Encoding.UTF8.GetBytes(map))],
            CountyCode = county.County.Code,
        };
        var outcome = papers.Run(new PapersRequest(
            [new InputFile(Path.GetFileName(file.FileName), content.ToArray())], StandardRequest.Of(StandardRequest.DefaultId), options, AllowMissing: true, ChosenLanguage.Of(context)));
        return outcome is PapersOutcome.Looked { Reading: var reading }
            ? Page(context, county, maps, reading, map.Length > 0 ? map : reading.Mappings.Select(mapping => mapping.Draft).FirstOrDefault(draft => draft is not null) ?? "", StatusCodes.Status200OK)
            : Page(context, county, maps, null, map, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<CountyOnFile?> CountyAsync(HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        context.Features.Get<AskedCounty>()?.Code is { } code ? await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) : null;

    private static PageResult<MappingPage> Page(HttpContext context, CountyOnFile county, IFormMaps maps, StatisticsReading? reading, string map, int status) =>
        new(new { County = county, Maps = maps.All(ChosenLanguage.Of(context)), Reading = reading, Map = map, IsRefused = status != StatusCodes.Status200OK }, status);
}
