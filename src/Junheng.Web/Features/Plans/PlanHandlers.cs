using Junheng.Application.Counties;
using Junheng.Application.Plans;
using Junheng.Application.Plans.Certificates;
using Junheng.Planning.Resources;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Plans;

/// <summary>The cheapest plan of a county: its page, and the same plan as workbook, document and certificate.</summary>
internal static class PlanHandlers
{
    /// <summary>Enough for an answer while a slider moves; what is taken home is searched further.</summary>
    private static readonly PlannerOptions _live = PlannerOptions.Default with { NodeLimit = 200 };

    public static async Task<IResult> PlanAsync(string code, HttpContext context, AssessStoredCounty assess, PlanStoredCounty plan, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        return await assess.RunAsync(code, context.Basis(), language, cancellation) is { } county
            ? new PageResult<PlanPage>(new { County = county, Plan = plan.Run(county, PlanQuery.Read(context.Request.Query, county.County.Code), _live, language) })
            : ErrorHandlers.NotFound(context);
    }

    public static async Task<IResult> PaperAsync(
        string code, string format, HttpContext context, AssessStoredCounty assess, PlanStoredCounty plan, IPlanPapers papers, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (await assess.RunAsync(code, context.Basis(), language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var stored = plan.Run(county, PlanQuery.Read(context.Request.Query, county.County.Code), PlannerOptions.Default, language);
        if (stored.Report is not { } report)
        {
            return new PageResult<PlanPage>(new { County = county, Plan = stored }); // which says why there is no paper
        }

        using var content = new MemoryStream();
        var (mediaType, name) = format switch
        {
            "docx" => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "投入测算与实施方案.docx"),
            "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "投入测算与实施方案.xlsx"),
            "json" => ("application/json", "方案证明.json"),
            "csv" => ("text/csv; charset=utf-8", "实施明细.csv"),
            _ => ("", ""),
        };
        switch (format)
        {
            case "docx":
                papers.Document(report, content);
                break;
            case "xlsx":
                papers.Workbook(report, content);
                break;
            case "json":
                CertificateWriter.Write(report, content);
                break;
            case "csv":
                PlanCsv.Write(report, content);
                break;
            default:
                return ErrorHandlers.NotFound(context);
        }

        return TypedResults.File(content.ToArray(), mediaType, $"{county.Name}{county.Year}{name}");
    }
}
