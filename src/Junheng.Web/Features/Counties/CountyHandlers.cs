using Junheng.Application.Compare;
using Junheng.Application.Counties;
using Junheng.Application.Retention;
using Junheng.Application.Sizes;
using Junheng.Application.Teachers;
using Junheng.Assessment.Structure;
using Junheng.Domain.Schools;
using Junheng.Web.Composition;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Counties;

/// <summary>The county's first page, and what was found in its data.</summary>
internal static class CountyHandlers
{
    public static async Task<IResult> HomeAsync(
        HttpContext context, AssessStoredCounty assess, ICountyReturns returns, ShowCounty show, ReferencePrices prices, CancellationToken cancellation) =>
        context.Features.Get<AskedCounty>()?.Code is { } first
            ? await CountyAsync(first, context, assess, returns, show, prices, cancellation)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> CountyAsync(
        string code, HttpContext context, AssessStoredCounty assess, ICountyReturns returns, ShowCounty show, ReferencePrices prices, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county
            ? new PageResult<CountyPage>(new { County = county, First = await show.RunAsync(county, prices.Yuan, ChosenLanguage.Of(context), cancellation) })
            : await returns.FindAsync(code, cancellation) is { Years.IsEmpty: true }
                ? new SeeOther($"/counties/{Uri.EscapeDataString(code)}/rounds")
                : ErrorHandlers.NotFound(context);

    public static async Task<IResult> DataAsync(string code, HttpContext context, AssessStoredCounty assess, ShowCounty show, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var (round, open) = await show.OpenAsync(county, cancellation);
        return new PageResult<DataPage>(new { County = county, Open = open, Round = round });
    }

    public static async Task<IResult> StructureAsync(
        string code, string? stage, string? sort, HttpContext context, AssessStoredCounty assess, WatchedFigures watched, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var chosen = stage is null ? county.Report.Result.InForce.Standard.Stages[0] : Stages.Parse(stage);
        var by = string.IsNullOrEmpty(sort) ? "code" : sort;
        return CountyStructure.Of(county, watched.Ratios, chosen, by.TrimStart('-'), by.StartsWith('-')) is { } structure
            ? new PageResult<StructurePage>(new { County = county, Structure = structure, SortBy = by.TrimStart('-'), Descending = by.StartsWith('-') })
            : ErrorHandlers.NotFound(context);
    }

    public static async Task<IResult> StructureTraceAsync(
        string code, string school, string? stage, string? ratio, HttpContext context, AssessStoredCounty assess, WatchedFigures watched, CancellationToken cancellation)
    {
        if (await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var chosen = stage is null ? county.Rows.FirstOrDefault(row => row.Unit.SchoolCode == school)?.Unit.Stage ?? Stage.None : Stages.Parse(stage);
        var at = ratio is null ? 0 : Array.FindIndex([.. watched.Ratios], each => each.Id == ratio);
        return at >= 0 && CountyStructure.Of(county, watched.Ratios, chosen) is { } structure && structure.Rows.FirstOrDefault(row => row.Row.Unit.SchoolCode == school) is { } found
            ? new PageResult<StructureTracePage>(new { County = county, found.Row, Spread = structure.Ratios[at], Unit = found.Units[at] })
            : ErrorHandlers.NotFound(context);
    }

    public static async Task<IResult> RetentionAsync(string code, HttpContext context, AssessStoredCounty assess, WatchedFigures watched, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county
            ? new PageResult<RetentionPage>(new { County = county, Retention = CountyRetention.Of(county, watched.Cohorts) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> SizesAsync(string code, HttpContext context, AssessStoredCounty assess, WatchedFigures watched, CancellationToken cancellation) =>
        await assess.RunAsync(code, context.Basis(), ChosenLanguage.Of(context), cancellation) is { } county
            ? new PageResult<SizesPage>(new { County = county, Sizes = CountySizes.Of(county, watched.Sizes) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> CompareAsync(string code, string? stage, string[]? with, int? on, string? school, HttpContext context, AssessStoredCounty assess, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (await assess.RunAsync(code, context.Basis() with { Year = null }, language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var standard = county.Report.Result.InForce.Standard;
        var chosen = stage is not null && standard.Stages.Contains(Stages.Parse(stage)) ? Stages.Parse(stage) : standard.Stages[0];
        CompareKey[] added = on is { } more ? [new CompareKey(more, string.IsNullOrEmpty(school) ? null : school)] : [];
        var asked = (with ?? []).Select(CompareKey.Parse).OfType<CompareKey>().Concat(added).Distinct().Take(CompareQuery.Most).ToList();
        var query = new CompareQuery(chosen, asked.Count > 0 ? [.. asked] : [.. county.Years.Take(2).Reverse().Select(each => new CompareKey(each, null))]);
        var years = await assess.YearsAsync(county.Stored, context.Basis(), language, cancellation);
        return new PageResult<ComparePage>(new { County = county, Query = query, Comparison = Comparison.Of(years, query) });
    }
}
