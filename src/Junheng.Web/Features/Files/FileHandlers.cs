using Junheng.Application.Files;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Files;

/// <summary>Stored files: to download, and to look at around a cell.</summary>
internal static class FileHandlers
{
    public static async Task<IResult> DownloadAsync(string sha, HttpContext context, IStoredFiles files, CancellationToken cancellation) =>
        await files.FindAsync(sha, cancellation) is { } file
            ? TypedResults.File(file.Content, file.MediaType, file.Name)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> SheetAsync(string sha, string sheet, string? cell, HttpContext context, LookAtCell look, CancellationToken cancellation) =>
        await look.RunAsync(sha, sheet, cell, cancellation) is { } extract
            ? new PageResult<SheetPage>(new { Extract = extract, Cell = cell })
            : ErrorHandlers.NotFound(context);
}
