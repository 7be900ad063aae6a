using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Application.Counties;
using Junheng.Application.Explain;
using Junheng.Application.Packages;
using Junheng.Assessment.Results;
using Junheng.Assessment.Traces;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Junheng.Web.Features.Api;

/// <summary>The answers of the HTTP API: what the pages and the command line say, for programs.</summary>
internal static class ApiHandlers
{
    public static IResult Documentation(IApiDescriptionGroupCollectionProvider descriptions) => new PageResult<ApiDocumentPage>(new { Endpoints = ApiEndpoint.Of(descriptions) });

    public static async Task<IResult> RegionsAsync(int? page, int? size, HttpContext context, ICountyReturns returns, AccessSubjects subjects, CancellationToken cancellation)
    {
        var seen = ImmutableArray.CreateBuilder<RegionView>();
        foreach (var region in await returns.CountiesAsync(cancellation))
        {
            if (await subjects.MaySeeAsync(context, region, cancellation) && await returns.FindAsync(region.Code, cancellation) is { } county)
            {
                seen.Add(new RegionView(region.Code, region.Name, county.Years));
            }
        }

        return ApiPaging.Of(context, page, size, seen.ToImmutable());
    }

    public static async Task<IResult> RegionAsync(string code, HttpContext context, ICountyReturns returns, CancellationToken cancellation) =>
        await returns.FindAsync(code, cancellation) is { } county ? TypedResults.Json(new RegionView(county.Region.Code, county.Region.Name, county.Years)) : ErrorHandlers.NotFound(context);

    public static Task<IResult> SchoolsAsync(string code, int? page, int? size, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        WithResultAsync(code, context, assess, county => ApiPaging.Of(context, page, size, county.County.Units.Select(Unit).ToImmutableArray()), cancellation);

    public static Task<IResult> SchoolAsync(string code, string school, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        WithResultAsync(code, context, assess, county => county.County.Units.Where(unit => unit.SchoolCode == school).ToImmutableArray() is { IsEmpty: false } units
            ? TypedResults.Json(new SchoolView(school, county.Report.ResultId, [.. units.Select(unit => new UnitFiguresView(Unit(unit), [.. Figures(county, unit)]))]))
            : ErrorHandlers.NotFound(context), cancellation);

    public static async Task<IResult> ReturnsAsync(string code, int? page, int? size, HttpContext context, ICountyReturns returns, CancellationToken cancellation) =>
        await returns.FindAsync(code, cancellation) is { } county
            ? ApiPaging.Of(context, page, size, county.Returns.Select(each => new ReturnView(each.ReportYear, each.Version, each.FileName, each.FileSha256, each.Rows, each.CreatedAt)).ToImmutableArray())
            : ErrorHandlers.NotFound(context);

    public static Task<IResult> AssessmentAsync(string code, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        WithResultAsync(code, context, assess, county => Written(stream => AssessmentJson.Write(county.Report, stream)), cancellation);

    public static Task<IResult> TraceAsync(string code, string school, string stage, string indicator, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        WithResultAsync(code, context, assess, county => ExplainFigure.Of(county.Report, school, Stages.Parse(stage), indicator) is ExplainOutcome.Explained explained
            ? Written(stream => ExplanationJson.Write(explained, stream))
            : ErrorHandlers.NotFound(context), cancellation);

    public static async Task<IResult> PackageAsync(string code, int year, HttpContext context, CollectionDesk desk, SendPackage send, CancellationToken cancellation) =>
        await PackageHandlers.SendAsync(code, year, context, desk, send, cancellation);

    private static async Task<IResult> WithResultAsync(string code, HttpContext context, AssessStoredCounty assess, Func<CountyOnFile, IResult> answer, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is not { } county ? ErrorHandlers.NotFound(context)
            : ApiPaging.IsKnown(context, county.Report.ResultId) ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : answer(county);

    private static UnitView Unit(UnitAssessment unit) => new(unit.SchoolCode, unit.SchoolName, unit.Stage.Id(), unit.Verdict.Id(), unit.EasedVerdict.Id());

    private static IEnumerable<FigureView> Figures(CountyOnFile county, UnitAssessment unit) =>
        county.Report.Result.InForce.Standard.Indicators.Select((indicator, index) => FigureTracer.Trace(county.Report.Result, unit.Unit, index))
            .Select(trace => new FigureView(trace.Indicator.Id, trace.Value?.ToDouble(), trace.Verdict.Id()));

    private static FileContentHttpResult Written(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        return TypedResults.Bytes(stream.ToArray(), "application/json; charset=utf-8");
    }
}
