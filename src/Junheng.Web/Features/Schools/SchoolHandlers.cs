using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Domain.Schools;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Junheng.Web.Features.Schools;

/// <summary>The filters of the matrix as they stand in the address.</summary>
internal sealed record MatrixAddress(
    [FromQuery] string? Stage, [FromQuery] string? Township, [FromQuery] string? Locale, [FromQuery] string? Verdict, [FromQuery] string? Sort)
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
            sort.StartsWith('-'));
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

    public static async Task<IResult> SchoolAsync(string code, string school, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        return await assess.RunAsync(code, context.Basis(), language, cancellation) is { } county
            && SchoolPortrait.Of(county, await assess.YearsAsync(county.Stored, context.Basis(), language, cancellation), school) is { } portrait
                ? new PageResult<SchoolPage>(new { County = county, Portrait = portrait })
                : ErrorHandlers.NotFound(context);
    }
}
