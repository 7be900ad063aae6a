using Junheng.Application.Accounts;
using Junheng.Application.Statistics;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.People;

/// <summary>Accounts in batches.</summary>
internal static class ImportHandlers
{
    public static IResult Show() => Page(null, StatusCodes.Status200OK);

    public static IResult Template(IAccountSheets sheets)
    {
        var template = sheets.Template();
        return TypedResults.File(template.Content!, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", template.Name);
    }

    public static async Task<IResult> PreviewAsync(HttpContext context, ImportAccounts import, CancellationToken cancellation)
    {
        if (context.Request.Form.Files.GetFile("sheet") is not { Length: > 0 } file)
        {
            return Page(null, StatusCodes.Status422UnprocessableEntity);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var preview = await import.PreviewAsync(context.OwnSession().Person, new InputFile(Path.GetFileName(file.FileName), content.ToArray()), ChosenLanguage.Of(context), cancellation);
        return Page(preview, preview.Draft is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public static async Task<IResult> CommitAsync(Guid draft, HttpContext context, ImportAccounts import, CancellationToken cancellation) =>
        await import.CommitAsync(context.OwnSession().Person, draft, cancellation) is { } handOut ? new SeeOther($"/hand-out/{handOut}") : ErrorHandlers.StaleForm(context);

    private static PageResult<ImportPage> Page(SheetPreview? preview, int status) => new(new { Preview = preview, NoFile = preview is null && status != StatusCodes.Status200OK }, status);
}
