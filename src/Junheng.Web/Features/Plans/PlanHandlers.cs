using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.Maps;
using Junheng.Application.Plans;
using Junheng.Application.Plans.Certificates;
using Junheng.Application.Plans.Kept;
using Junheng.Planning.Resources;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Errors;
using Junheng.Web.Features.Maps;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Plans;

/// <summary>The cheapest plan of a county: its page, and the same plan as workbook, document and certificate.</summary>
internal static class PlanHandlers
{
    /// <summary>A page that is already there asks with this header for the part that answers alone.</summary>
    public const string PartHeader = "X-Junheng-Part";

    /// <summary>Enough for an answer while a slider moves; what is taken home or kept is searched further.</summary>
    private static readonly PlannerOptions _live = PlannerOptions.Default with { NodeLimit = 200 };

    public static async Task<IResult> PlanAsync(
        string code, Guid? kept, string? said, HttpContext context, AssessStoredCounty assess, PlanStoredCounty plan, IBoundaries boundaries, IKeptPlans plans, CollectionDesk desk, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var opened = kept is { } id ? await plans.FindAsync(county.Stored.Region.Scope, id, cancellation) : null;
        if (kept is not null && opened?.IsVisibleTo(context.Person()?.Id) != true)
        {
            return ErrorHandlers.NotFound(context);
        }

        var view = await ViewAsync(county, opened, context, plan, boundaries, desk, cancellation);
        context.Response.Headers.Vary = PartHeader;
        return context.Request.Headers.ContainsKey(PartHeader) ? new PageResult<PlanResult>(new { View = view }) : Page(view, Said.Of(said), []);
    }

    public static async Task<IResult> PaperAsync(
        string code,
        string format,
        HttpContext context,
        AssessStoredCounty assess,
        PlanStoredCounty plan,
        IPlanPapers papers,
        IBoundaries boundaries,
        CollectionDesk desk,
        CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (await assess.RunAsync(code, context.Basis(), language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var stored = Searched(county, context.Request.Query, plan, language);
        if (stored.Report is not { } report)
        {
            // The page says why there is no paper.
            return Page(await ViewAsync(county, null, context, plan, boundaries, desk, cancellation), null, []);
        }

        using var content = new MemoryStream();
        switch (format)
        {
            case "docx":
                papers.Document(report, content);
                return File("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "投入测算与实施方案.docx");
            case "xlsx":
                papers.Workbook(report, content);
                return File("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "投入测算与实施方案.xlsx");
            case "json":
                CertificateWriter.Write(report, content);
                return File("application/json", "方案证明.json");
            case "plan":
                PlanJson.Write(report, content);
                return File("application/json", "方案.json");
            case "csv":
                PlanCsv.Write(report, content);
                return File("text/csv; charset=utf-8", "实施明细.csv");
            default:
                return ErrorHandlers.NotFound(context);
        }

        IResult File(string mediaType, string name) => TypedResults.File(content.ToArray(), mediaType, $"{county.Name}{county.Year}{name}");
    }

    /// <summary>The plan of an address, searched as far as what leaves the page is.</summary>
    internal static StoredPlan Searched(CountyOnFile county, IQueryCollection query, PlanStoredCounty plan, Domain.Text.Language language) =>
        plan.Run(county, PlanQuery.Read(query, county.County.Code), PlannerOptions.Default, language);

    /// <summary>The plan of an address as pages show it: searched briefly, or as far as what leaves the page where that is asked.</summary>
    internal static (StoredPlan Plan, bool IsFull) Shown(CountyOnFile county, IQueryCollection query, PlanStoredCounty plan, Domain.Text.Language language)
    {
        var isFull = query[PlanQuery.Full] == "1";
        return (plan.Run(county, PlanQuery.Read(query, county.County.Code), isFull ? PlannerOptions.Default : _live, language), isFull);
    }

    internal static PageResult<PlanPage> Page(PlanView view, Said? said, string[] faults, int status = StatusCodes.Status200OK) => new(new { View = view, Said = said, Faults = faults }, status);

    internal static async Task<PlanView> ViewAsync(
        CountyOnFile county, KeptPlan? kept, HttpContext context, PlanStoredCounty plan, IBoundaries boundaries, CollectionDesk desk, CancellationToken cancellation, IQueryCollection? query = null)
    {
        var (stored, isFull) = Shown(county, query ?? context.Request.Query, plan, ChosenLanguage.Of(context));
        return new PlanView(
            county,
            stored,
            CountyMap.Of(county, await MapHandlers.NewestAsync(county.Stored.Region.Scope, boundaries, cancellation)),
            isFull,
            kept,
            context.Person() is not null && desk.May(context, AccessAction.KeepScenarios, county.Stored.Region));
    }
}
