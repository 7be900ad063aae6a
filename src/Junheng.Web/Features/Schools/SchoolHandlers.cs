using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Application.Tables;
using Junheng.Assessment.Structure;
using Junheng.Domain.Schools;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Junheng.Web.Features.Schools;

/// <summary>The filters of the matrix as they stand in the address.</summary>
internal sealed record MatrixAddress(
    [FromQuery] string? Stage, [FromQuery] string? Township, [FromQuery] string? Locale, [FromQuery] string? Verdict, [FromQuery] string? Sort, [FromQuery] string[]? Column)
{
    /// <summary>Blank and unknown values filter nothing; a sort beginning with a minus is descending.</summary>
    public MatrixQuery ToQuery(Stage firstStage)
    {
        var stage = Stages.Parse(Stage);
        var locale = Locales.Parse(Locale ?? "");
        var sort = string.IsNullOrEmpty(Sort) ? "code" : Sort;
        return new MatrixQuery(
            stage is Domain.Schools.Stage.None or Domain.Schools.Stage.Senior ? firstStage : stage,
            string.IsNullOrEmpty(Township) ? null : Township,
            locale == Domain.Schools.Locale.Unknown ? null : locale,
            Verdict switch
            {
                "met" => Domain.Outcomes.Verdict.Met,
                "not_met" => Domain.Outcomes.Verdict.NotMet,
                "undecided" => Domain.Outcomes.Verdict.Undecided,
                _ => null,
            },
            sort.TrimStart('-'),
            sort.StartsWith('-'),
            Column is { Length: > 0 } chosen ? [.. chosen.Where(each => each.Length > 0)] : null);
    }
}

/// <summary>School × indicator, and one school.</summary>
internal static class SchoolHandlers
{
    public static async Task<IResult> MatrixAsync(
        string code, [AsParameters] MatrixAddress address, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var query = address.ToQuery(county.Report.Result.InForce.Standard.Stages[0]);
        return new PageResult<MatrixPage>(new { County = county, Query = query, Matrix = SchoolMatrix.Of(county, query) });
    }

    /// <summary>The matrix as the page shows it, as a file: the same rows, columns and order.</summary>
    public static async Task<IResult> ExportAsync(
        string code, string format, [AsParameters] MatrixAddress address, HttpContext context, AssessStoredCounty assess, IShownTables files, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (format is not ("xlsx" or "csv") || await assess.RunAsync(code, context.Basis(), language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var query = address.ToQuery(county.Report.Result.InForce.Standard.Stages[0]);
        var table = MatrixFile.Of(county, SchoolMatrix.Of(county, query), query, new Texts(language), language);
        using var content = new MemoryStream();
        if (format == "xlsx")
        {
            files.Workbook(table, content);
        }
        else
        {
            files.Csv(table, content);
        }

        return TypedResults.File(
            content.ToArray(), format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{county.Name}{county.Year}{table.Name}.{format}");
    }

    public static async Task<IResult> SheetAsync(string code, string school, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county && Application.Reports.SchoolPage.Of(county.Report.Result, county.County, school) is { } sheet
            ? new PageResult<SchoolSheetPage>(new { County = county, Sheet = sheet })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> SchoolAsync(string code, string school, HttpContext context, AssessStoredCounty assess, WatchedFigures watched, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        return await assess.RunAsync(code, context.Basis(), language, cancellation) is { } county
            && SchoolPortrait.Of(county, await assess.YearsAsync(county.Stored, context.Basis(), language, cancellation), school) is { } portrait
                ? new PageResult<SchoolPage>(new { County = county, Portrait = portrait, Quality = QualityProfile.Of(county, watched, school) })
                : ErrorHandlers.NotFound(context);
    }
}
