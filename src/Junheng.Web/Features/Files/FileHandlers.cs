using Junheng.Application.Audit;
using Junheng.Application.Files;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Files;

/// <summary>Stored files: to download, and to look at around a cell.</summary>
internal static class FileHandlers
{
    public static async Task<IResult> DownloadAsync(string sha, HttpContext context, IStoredFiles files, IAuditTrail trail, TimeProvider clock, CancellationToken cancellation)
    {
        if (await files.FindAsync(sha, cancellation) is not { } file)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (context.Person() is { } person)
        {
            await trail.AppendAsync(AuditEntries.Done(person.Id, "file.take", $"file/{sha}", clock.GetUtcNow()), cancellation);
            context.Response.Headers.CacheControl = "no-store";
        }

        return TypedResults.File(file.Content, file.MediaType, file.Name);
    }

    public static async Task<IResult> SheetAsync(string sha, string sheet, string? cell, HttpContext context, LookAtCell look, CancellationToken cancellation) =>
        await look.RunAsync(sha, sheet, cell, cancellation) is { } extract
            ? new PageResult<SheetPage>(new { Extract = extract, Cell = cell })
            : ErrorHandlers.NotFound(context);
}
