using Junheng.Application.Counties;
using Junheng.Application.Reports;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Counties;

/// <summary>The papers of a county: the application form in Word and Excel, the matrix as text.</summary>
internal static class PaperHandlers
{
    public static async Task<IResult> PaperAsync(string code, string format, HttpContext context, AssessStoredCounty assess, IPaperFormats formats, CancellationToken cancellation)
    {
        var (paper, mediaType, name) = format switch
        {
            "docx" => (PaperFormat.Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "申报表"),
            "xlsx" => (PaperFormat.Workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "申报表"),
            "csv" => (PaperFormat.Matrix, "text/csv; charset=utf-8", "达标矩阵"),
            _ => (default(PaperFormat?), "", ""),
        };
        if (paper is not { } wanted || await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is not { } county
            || new WritePapers(county.Report, county.County.Code, formats).Run(wanted) is not PaperOutcome.Ready ready)
        {
            return ErrorHandlers.NotFound(context);
        }

        using var content = new MemoryStream();
        ready.Write(content);
        return TypedResults.File(content.ToArray(), mediaType, $"{county.Name}{county.Year}{name}.{format}");
    }
}
