using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Registers;
using Junheng.Application.Statistics;
using Junheng.Domain.Registers;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Registers;

/// <summary>A workbook of a register between upload and commit.</summary>
/// <param name="File">Its name.</param>
/// <param name="Token">The token of its commit.</param>
/// <param name="Import">What it would do.</param>
public sealed record RegisterPreview(string File, string Token, RegisterImport Import);

/// <summary>Registers by Excel: take, change, bring back; what would change is shown first.</summary>
internal static class RegisterSheetHandlers
{
    public static async Task<IResult> ExportAsync(
        string? kind, string? day, HttpContext context, RegisterDesk desk, ExportRegister export, IAuditTrail trail, TimeProvider clock, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, kind, day, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        var entry = AuditEntries.Done(context.OwnSession().Person.Id, $"register.{SubjectId.NameOf(view.Kind)}.export", $"register/{SubjectId.NameOf(view.Kind)}", clock.GetUtcNow(), null, Printed.Day(view.Day)) with { Scope = view.County.Scope };
        await trail.AppendAsync(entry, cancellation);
        var file = await export.RunAsync(view.County.Scope, view.Kind, view.Day, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file.Content!, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Name);
    }

    public static async Task<IResult> ShowAsync(string? kind, HttpContext context, RegisterDesk desk, CancellationToken cancellation) =>
        await desk.FindAsync(context, kind, null, cancellation) is { } view ? Page(view, null, [], StatusCodes.Status200OK) : ErrorHandlers.NotFound(context);

    public static async Task<IResult> PreviewAsync(string? kind, HttpContext context, RegisterDesk desk, ImportRegister import, KeptUploads kept, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, kind, context.Request.Form["day"], cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (await KeptUploads.ReadAsync(context.Request.Form.Files["sheet"], cancellation) is not { } file)
        {
            return Page(view, null, ["import.nofile"], StatusCodes.Status422UnprocessableEntity);
        }

        var result = await import.RunAsync(await RequestAsync(view, file, context, desk, cancellation), isTrial: true, cancellation);
        var token = result.IsRefused ? "" : await kept.KeepAsync(context.OwnSession().Account.Id, file, cancellation);
        return Page(view, new RegisterPreview(file.Name, token, result), [], result.IsRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public static async Task<IResult> CommitAsync(string token, string? kind, HttpContext context, RegisterDesk desk, ImportRegister import, KeptUploads kept, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        if (await desk.FindAsync(context, kind, form["day"], cancellation) is not { } view || await kept.TakeAsync(context.OwnSession().Account.Id, token, cancellation) is not { } file)
        {
            return ErrorHandlers.NotFound(context);
        }

        // Somebody may have changed the register since: the number of changes seen must be the number entered.
        var request = await RequestAsync(view, file, context, desk, cancellation);
        var trial = await import.RunAsync(request, isTrial: true, cancellation);
        if (trial.IsRefused || trial.Entered.Length.ToString(CultureInfo.InvariantCulture) != form["changes"])
        {
            return Page(view, new RegisterPreview(file.Name, await kept.KeepAsync(context.OwnSession().Account.Id, file, cancellation), trial), ["register.stale"], StatusCodes.Status409Conflict);
        }

        var result = await import.RunAsync(request, isTrial: false, cancellation);
        return result.IsRefused
            ? Page(view, new RegisterPreview(file.Name, "", result), [], StatusCodes.Status422UnprocessableEntity)
            : new SeeOther($"{view.Address(view.Kind)}&said=register.Imported");
    }

    private static async Task<RegisterImportRequest> RequestAsync(RegisterView view, InputFile file, HttpContext context, RegisterDesk desk, CancellationToken cancellation) => new(
        context.OwnSession().Person.Id, view.County, file, view.Kind, view.Day, await desk.MayKeepAsync(context, cancellation), ChosenLanguage.Of(context));

    private static PageResult<RegisterImportPage> Page(RegisterView view, RegisterPreview? preview, string[] faults, int status) => new(new { View = view, Preview = preview, Faults = faults }, status);
}
