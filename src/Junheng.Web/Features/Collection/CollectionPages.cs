using Junheng.Application.Access;
using Junheng.Web.Features.Import;
using Junheng.Web.Features.Packages;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.Collection;

/// <summary>The addresses of rounds, returns and imports.</summary>
internal static class CollectionPages
{
    private const string Rounds = "/counties/{code}/rounds";
    private const string Round = Rounds + "/{year:int}";
    private const string School = Round + "/schools/{school}";

    /// <summary>Room for every field and explanation at its longest.</summary>
    private static readonly LargestRequest _wholeForm = new(1024 * 1024);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/returns", OwnReturnsHandlers.ShowAsync).RequireAction(AccessAction.OwnAccount);
        app.MapGet("/counties/{code}/import", TableImportHandlers.ShowAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapPost("/counties/{code}/import", TableImportHandlers.PreviewAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).MayRepeat().WithSheet();
        app.MapPost("/counties/{code}/import/{token}", TableImportHandlers.CommitAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapGet("/counties/{code}/package", PackageHandlers.ShowAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapPost("/counties/{code}/package", PackageHandlers.TakeOverAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).WithSheet();
        app.MapPost("/packages", NodeHandlers.TakeOverAsync).Public("a package proves itself by the signature of its county's registered key").ProvesItself().WithSheet().RequireRateLimiting(RequestLimits.Export);
        MapRounds(app);
        MapSchools(app);
        MapImports(app, Round, SubjectKind.County);
        MapImports(app, School, SubjectKind.School);
    }

    private static void MapRounds(IEndpointRouteBuilder app)
    {
        app.MapGet(Rounds, RoundHandlers.ListAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapPost(Rounds, RoundHandlers.OpenAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapGet(Round, RoundHandlers.ShowAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapPost(Round + "/steps", RoundHandlers.StepAsync).RequireAction(AccessAction.ReviewFigures, SubjectKind.County).WithMetadata(_wholeForm);
        app.MapGet(Round + "/reminders", RoundHandlers.RemindersAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet(Round + "/reminders.csv", RoundHandlers.RemindersFileAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        app.MapGet(Round + "/package", PackageHandlers.SendAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        app.MapPost(Round + "/report", PackageHandlers.ReportAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapPost(Round + "/proposals", ProposalHandlers.ProposeAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).WithMetadata(_wholeForm);
        app.MapPost(Round + "/proposals/{proposal:guid}/approve", ProposalHandlers.ApproveAsync).RequireAction(AccessAction.ReviewFigures, SubjectKind.County);
        app.MapPost(Round + "/proposals/{proposal:guid}/reject", ProposalHandlers.RejectAsync).RequireAction(AccessAction.ReviewFigures, SubjectKind.County);
        app.MapPost(Round + "/proposals/{proposal:guid}/withdraw", ProposalHandlers.WithdrawAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
    }

    private static void MapSchools(IEndpointRouteBuilder app)
    {
        app.MapGet(School, FormHandlers.ShowAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapPost(School, FormHandlers.SaveAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.School).WithMetadata(_wholeForm);
        app.MapPost(School + "/check", FormHandlers.CheckAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.School).MayRepeat().WithMetadata(_wholeForm);
        app.MapPost(School + "/draft", FormHandlers.KeepDraftAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.School).MayRepeat().WithMetadata(_wholeForm);
        app.MapPost(School + "/submit", ReturnHandlers.SubmitAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.School);
        app.MapPost(School + "/withdraw", ReturnHandlers.WithdrawAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.School);
        app.MapGet(School + "/history", ReturnHandlers.HistoryAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapGet(School + "/print", ReturnHandlers.PrintAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.School);
        app.MapPost(School + "/confirm", ReturnHandlers.ConfirmAsync).RequireAction(AccessAction.ConfirmFigures, SubjectKind.School);
        app.MapPost(School + "/objections", ReturnHandlers.ObjectAsync).RequireAction(AccessAction.ConfirmFigures, SubjectKind.School);
        app.MapPost(School + "/objections/{number:int}", ReturnHandlers.AnswerAsync).RequireAction(AccessAction.ReviewFigures, SubjectKind.School);
    }

    private static void MapImports(IEndpointRouteBuilder app, string below, SubjectKind subject)
    {
        app.MapGet(below + "/import", EntryImportHandlers.ShowAsync).RequireAction(AccessAction.EnterFigures, subject);
        app.MapPost(below + "/import", EntryImportHandlers.PreviewAsync).RequireAction(AccessAction.EnterFigures, subject).MayRepeat().WithSheet();
        app.MapGet(below + "/import/template", EntryImportHandlers.TemplateAsync).RequireAction(AccessAction.EnterFigures, subject).RequireRateLimiting(RequestLimits.Export);
        app.MapPost(below + "/import/{token}", EntryImportHandlers.CommitAsync).RequireAction(AccessAction.EnterFigures, subject);
        app.MapGet(below + "/import/{token}/marked", EntryImportHandlers.MarkedAsync).RequireAction(AccessAction.EnterFigures, subject).RequireRateLimiting(RequestLimits.Export);
        app.MapGet(below + "/imports/{batch}", EntryImportHandlers.ImportedAsync).RequireAction(AccessAction.EnterFigures, subject);
        app.MapPost(below + "/imports/{batch}/undo", EntryImportHandlers.UndoAsync).RequireAction(AccessAction.EnterFigures, subject);
    }
}
