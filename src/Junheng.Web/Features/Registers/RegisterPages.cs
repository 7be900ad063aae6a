using Junheng.Application.Access;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.Registers;

/// <summary>The addresses of the registers.</summary>
internal static class RegisterPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/registers", RegisterHandlers.RegisterAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapGet("/registers/{kind}/{number:long}", RegisterHandlers.HistoryAsync).RequireAction(AccessAction.ViewFigures, SubjectKind.County);
        app.MapPost("/registers/{kind}/{number:long}/changes", ChangeHandlers.ChangeAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapGet("/registers/export", RegisterSheetHandlers.ExportAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).RequireRateLimiting(RequestLimits.Export);
        app.MapGet("/registers/import", RegisterSheetHandlers.ShowAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapPost("/registers/import", RegisterSheetHandlers.PreviewAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County).MayRepeat().WithSheet();
        app.MapPost("/registers/import/{token}", RegisterSheetHandlers.CommitAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
        app.MapPost("/registers/from-figures", ChangeHandlers.FromFiguresAsync).RequireAction(AccessAction.EnterFigures, SubjectKind.County);
    }
}
