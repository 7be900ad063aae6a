using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Import;

/// <summary>A table of schools before it is stored.</summary>
/// <param name="File">Its name.</param>
/// <param name="Token">Under which it is kept.</param>
/// <param name="Years">Report year and rows of each return in it.</param>
/// <param name="Findings">What was found.</param>
public sealed record TablePreview(string File, string Token, ImmutableArray<(int Year, int Rows)> Years, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether it can be stored.</summary>
    public bool IsSound => !Years.IsEmpty && Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>Figures of past years as a table of schools: upload, preview, store.</summary>
internal static class TableImportHandlers
{
    public static async Task<IResult> ShowAsync(string code, string? said, HttpContext context, CollectionDesk desk, CancellationToken cancellation) =>
        await desk.CountyAsync(code, cancellation) is { } county ? Page(county, null, Said.Of(said), [], StatusCodes.Status200OK) : ErrorHandlers.NotFound(context);

    public static async Task<IResult> PreviewAsync(
        string code, HttpContext context, CollectionDesk desk, MakeImportBatch make, ICollectionStore store, KeptUploads uploads, CancellationToken cancellation)
    {
        if (await desk.CountyAsync(code, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (await KeptUploads.ReadAsync(context.Request.Form.Files.GetFile("sheet"), cancellation) is not { } file)
        {
            return Page(county, null, null, ["import.nofile"], StatusCodes.Status422UnprocessableEntity);
        }

        var preview = await LookAsync(county, file, context, desk, make, store, cancellation);
        return preview.IsSound
            ? Page(county, preview with { Token = await uploads.KeepAsync(context.OwnSession().Person.Account, file, cancellation) }, null, [], StatusCodes.Status200OK)
            : Page(county, preview, null, [], StatusCodes.Status422UnprocessableEntity);
    }

    public static async Task<IResult> CommitAsync(
        string code, string token, HttpContext context, CollectionDesk desk, MakeImportBatch make, ImportFiles import, ICollectionStore store, KeptUploads uploads, CancellationToken cancellation)
    {
        if (await desk.CountyAsync(code, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (await uploads.LookAsync(context.OwnSession().Person.Account, token, cancellation) is not { } file)
        {
            return Page(county, null, null, ["upload.gone"], StatusCodes.Status422UnprocessableEntity);
        }

        var preview = await LookAsync(county, file, context, desk, make, store, cancellation);
        if (!preview.IsSound || await import.RunAsync(Request(file) with { Actor = context.OwnSession().Person.Id }, cancellation) is not ImportOutcome.Stored)
        {
            return Page(county, preview, null, [], StatusCodes.Status422UnprocessableEntity);
        }

        await uploads.TakeAsync(context.OwnSession().Person.Account, token, CancellationToken.None);
        return new SeeOther($"/counties/{Uri.EscapeDataString(code)}/import?said=collect.TableStored");
    }

    private static async Task<TablePreview> LookAsync(Region county, InputFile file, HttpContext context, CollectionDesk desk, MakeImportBatch make, ICollectionStore store, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (make.Run(Request(file)) is not BatchOutcome.Made { Batch: var batch })
        {
            return new TablePreview(file.Name, "", [], ((BatchOutcome.Refused)make.Run(Request(file))).Findings);
        }

        var codes = await desk.CodesAsync(county, cancellation);
        var findings = batch.Counties.SelectMany(each => each.Findings.Select(finding => finding.In(language, each.Code))).ToList();
        void Error(string rule, LocalizedText message, LocalizedText remedy) => findings.Insert(0, new Finding(rule, Severity.Error, new Origin(file.Name), message.In(language), remedy.In(language), county.Code));
        foreach (var other in batch.Counties.Where(each => !codes.Contains(each.Code)))
        {
            Error("collect.other-county", new($"文件里有县 {other.Code} 的数据，本县是 {county.Code}", $"The file holds county {other.Code}; this one is {county.Code}"), new("只导入本县的数据", "Import this county's figures only"));
        }

        var frozen = (await store.RoundsAsync(county.Scope, cancellation)).Where(round => round.Freeze is not null).Select(round => round.ReportYear).ToHashSet();
        foreach (var year in batch.Counties.SelectMany(each => each.Returns).Select(each => each.ReportYear).Distinct().Where(frozen.Contains))
        {
            Error("collect.year-frozen", new($"{year} 年的数据已经冻结", $"The figures of {year} are frozen"), new("要改动，先由两人解冻，改后再冻结", "To change them two people reopen them first and freeze them anew"));
        }

        return new TablePreview(file.Name, "", [.. batch.Counties.SelectMany(each => each.Returns).Select(each => (each.ReportYear, each.Part.Count))], [.. findings]);
    }

    private static ImportRequest Request(InputFile file) => new([file], null, 0, StandardRequest.Of(StandardRequest.DefaultId));

    private static PageResult<TableImportPage> Page(Region county, TablePreview? preview, Said? said, string[] faults, int status) =>
        new(new { County = county, Preview = preview, Said = said, Faults = faults }, status);
}
