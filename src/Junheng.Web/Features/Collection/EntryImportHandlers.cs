using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Returned;
using Junheng.Application.Statistics;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Collection;

/// <summary>An upload as its page shows it.</summary>
/// <param name="Desk">The round.</param>
/// <param name="School">The only school that it may be about; null for all.</param>
/// <param name="File">The file's name; null before one is chosen.</param>
/// <param name="Token">Under which it is kept.</param>
/// <param name="Preview">What it would change.</param>
/// <param name="Names">What schools are called.</param>
public sealed record UploadView(RoundOnDesk Desk, AskedSchool? School, string? File, string? Token, ImportPreview? Preview, ImmutableDictionary<string, string> Names)
{
    /// <summary>Where imports of this county or school are made.</summary>
    public string Address => School is null ? Desk.Address : Desk.SchoolAddress(School.Code);
}

/// <summary>Workbooks of all schools or of one: template, preview, commit, undo, and the workbook back with its errors marked.</summary>
internal static class EntryImportHandlers
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> ShowAsync(string code, int year, string? school, HttpContext context, CollectionDesk desk, ICollectionStore store, CancellationToken cancellation) =>
        await ViewAsync(code, year, school, context, desk, store, cancellation) is { } view ? Page(view, [], StatusCodes.Status200OK) : ErrorHandlers.NotFound(context);

    public static async Task<IResult> TemplateAsync(string code, int year, string? school, HttpContext context, CollectionDesk desk, RoundTemplate template, CancellationToken cancellation) =>
        await desk.FindAsync(context, code, year, cancellation) is { } round && await template.RunAsync(round.Round, round.County, school, cancellation) is { } file
            ? TypedResults.File(file.Content!, Workbook, file.Name)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> PreviewAsync(
        string code, int year, string? school, HttpContext context, CollectionDesk desk, ICollectionStore store, ImportEntries import, KeptUploads uploads, CancellationToken cancellation)
    {
        if (await ViewAsync(code, year, school, context, desk, store, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (await KeptUploads.ReadAsync(context.Request.Form.Files.GetFile("sheet"), cancellation) is not { } file)
        {
            return Page(view, ["import.nofile"], StatusCodes.Status422UnprocessableEntity);
        }

        return await PreviewAsync(view, file, [], context, import, uploads, cancellation);
    }

    public static async Task<IResult> CommitAsync(
        string code, int year, string? school, string token, HttpContext context, CollectionDesk desk, ICollectionStore store, ImportEntries import, KeptUploads uploads, CancellationToken cancellation)
    {
        var person = context.OwnSession().Person;
        if (await ViewAsync(code, year, school, context, desk, store, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (await uploads.LookAsync(person.Account, token, cancellation) is not { } file)
        {
            return Page(view, ["upload.gone"], StatusCodes.Status422UnprocessableEntity);
        }

        var batch = context.Request.Form["batch"].ToString();
        if (await import.CommitAsync(view.Desk.Round, code, view.Desk.CountyName, [file], view.Desk.Standard, school, batch, person.Id, ChosenLanguage.Of(context), cancellation))
        {
            await uploads.TakeAsync(person.Account, token, CancellationToken.None);
            return new SeeOther($"{view.Address}/imports/{batch}?said=collect.Imported");
        }

        return await PreviewAsync(view, file, ["upload.stale"], context, import, uploads, cancellation);
    }

    public static async Task<IResult> MarkedAsync(
        string code, int year, string? school, string token, HttpContext context, CollectionDesk desk, ImportEntries import, KeptUploads uploads, IReturnedWorkbooks workbooks, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round || await uploads.LookAsync(context.OwnSession().Person.Account, token, cancellation) is not { } file)
        {
            return ErrorHandlers.NotFound(context);
        }

        var preview = await import.PreviewAsync(round.Round, code, [file], round.Standard, school, ChosenLanguage.Of(context), cancellation);
        using var marked = new MemoryStream();
        workbooks.Write(file, preview.Findings, marked);
        return TypedResults.File(marked.ToArray(), Workbook, $"{Path.GetFileNameWithoutExtension(file.Name)}（标错）.xlsx");
    }

    public static async Task<IResult> ImportedAsync(string code, int year, string? school, string batch, string? said, HttpContext context, CollectionDesk desk, ICollectionStore store, CancellationToken cancellation) =>
        await ViewAsync(code, year, school, context, desk, store, cancellation) is { } view
            ? await ImportedAsync(view, batch, Said.Of(said), [], StatusCodes.Status200OK, context, store, cancellation)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> UndoAsync(string code, int year, string? school, string batch, HttpContext context, CollectionDesk desk, ICollectionStore store, ImportEntries import, CancellationToken cancellation)
    {
        if (await ViewAsync(code, year, school, context, desk, store, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        // A school undoes its own import only: one that names other schools is the county's.
        if (school is not null && (await SchoolsAsync(view, batch, store, cancellation)).Any(each => each.Head.School.Code != school))
        {
            return ErrorHandlers.Refused(context);
        }

        var kept = await import.UndoAsync(view.Desk.Round, code, view.Desk.CountyName, view.Desk.Standard, batch, context.OwnSession().Person.Id, ChosenLanguage.Of(context), cancellation);
        return kept.IsEmpty
            ? new SeeOther($"{view.Address}/imports/{batch}?said=collect.Undone")
            : await ImportedAsync(view, batch, null, kept, StatusCodes.Status200OK, context, store, cancellation);
    }

    private static async Task<IResult> PreviewAsync(
        UploadView view, InputFile file, string[] faults, HttpContext context, ImportEntries import, KeptUploads uploads, CancellationToken cancellation)
    {
        var preview = await import.PreviewAsync(view.Desk.Round, view.Desk.County.Code, [file], view.Desk.Standard, view.School?.Code, ChosenLanguage.Of(context), cancellation);
        var token = await uploads.KeepAsync(context.OwnSession().Person.Account, file, cancellation);
        return Page(view with { File = file.Name, Token = token, Preview = preview }, faults, preview.CanCommit && faults.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ImportedAsync(UploadView view, string batch, Said? said, ImmutableArray<string> kept, int status, HttpContext context, ICollectionStore store, CancellationToken cancellation)
    {
        var schools = await SchoolsAsync(view, batch, store, cancellation);
        return schools.IsEmpty || (view.School is { } own && schools.Any(each => each.Head.School.Code != own.Code))
            ? ErrorHandlers.NotFound(context)
            : new PageResult<ImportedPage>(new { View = view, Batch = batch, Schools = schools, Said = said, Kept = kept }, status);
    }

    /// <summary>The schools that an import changed.</summary>
    private static async Task<ImmutableArray<ReturnFile>> SchoolsAsync(UploadView view, string batch, ICollectionStore store, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<ReturnFile>();
        foreach (var head in await store.ReturnsAsync(view.Desk.Round.Scope, view.Desk.Round.ReportYear, cancellation))
        {
            if (head.Version > 0 && await store.FindAsync(head.Scope, head.ReportYear, head.School.Code, cancellation) is { } file && file.Versions.Any(version => version.Batch == batch && batch.Length > 0))
            {
                files.Add(file);
            }
        }

        return files.ToImmutable();
    }

    private static async Task<UploadView?> ViewAsync(string code, int year, string? school, HttpContext context, CollectionDesk desk, ICollectionStore store, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round)
        {
            return null;
        }

        var asked = school is null ? null : (await store.FindAsync(round.Round.Scope, year, school, cancellation))?.Head.School;
        var names = (await store.ReturnsAsync(round.Round.Scope, year, cancellation)).ToImmutableDictionary(each => each.School.Code, each => each.School.Name);
        return school is not null && asked is null ? null : new UploadView(round, asked, null, null, null, names);
    }

    private static PageResult<EntryImportPage> Page(UploadView view, string[] faults, int status) => new(new { View = view, Faults = faults }, status);
}
