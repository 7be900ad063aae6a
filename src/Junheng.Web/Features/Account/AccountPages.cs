using Junheng.Application.Access;
using Junheng.Web.Features.SetUp;
using Junheng.Web.Features.SignIn;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.Account;

/// <summary>The addresses of setting up, signing in and one's own account.</summary>
internal static class AccountPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        const string knocking = "whoever wants to sign in is not signed in yet";
        app.MapGet("/set-up/{token}", SetUpHandlers.ShowAsync).Public("there is no account yet; the token in the link decides");
        app.MapPost("/set-up/{token}", SetUpHandlers.MakeAsync).Public("there is no account yet; the token in the link decides").RequireRateLimiting(RequestLimits.SignIn);
        app.MapGet("/sign-in", SignInHandlers.Show).Public(knocking);
        app.MapPost("/sign-in", SignInHandlers.EnterAsync).Public(knocking).MayRepeat().RequireRateLimiting(RequestLimits.SignIn);
        app.MapGet("/sign-in/code", SignInHandlers.ShowCode).Public(knocking);
        app.MapPost("/sign-in/code", SignInHandlers.EnterCodeAsync).Public(knocking).MayRepeat().RequireRateLimiting(RequestLimits.SignIn);
        app.MapPost("/sign-out", SignInHandlers.LeaveAsync).RequireAction(AccessAction.OwnAccount).EvenWithFirstPassword().MayRepeat();
        app.MapGet("/account", AccountHandlers.ShowAsync).RequireAction(AccessAction.OwnAccount);
        app.MapGet("/account/password", AccountHandlers.ShowPassword).RequireAction(AccessAction.OwnAccount).EvenWithFirstPassword();
        app.MapPost("/account/password", AccountHandlers.ChangePasswordAsync).RequireAction(AccessAction.OwnAccount).EvenWithFirstPassword();
        app.MapGet("/account/second-factor", AccountHandlers.ShowSecondFactorAsync).RequireAction(AccessAction.OwnAccount);
        app.MapPost("/account/second-factor", AccountHandlers.ConfirmSecondFactorAsync).RequireAction(AccessAction.OwnAccount);
        app.MapPost("/account/second-factor/remove", AccountHandlers.RemoveSecondFactorAsync).RequireAction(AccessAction.OwnAccount);
        app.MapPost("/account/sessions/end", AccountHandlers.EndSessionsAsync).RequireAction(AccessAction.OwnAccount);
        app.MapGet("/account/tokens", TokenHandlers.ShowAsync).RequireAction(AccessAction.OwnAccount);
        app.MapPost("/account/tokens", TokenHandlers.MakeAsync).RequireAction(AccessAction.OwnAccount);
        app.MapPost("/account/tokens/{token}/revoke", TokenHandlers.RevokeAsync).RequireAction(AccessAction.OwnAccount);
        app.MapGet("/hand-out/{token}", AccountHandlers.ShowHandOut).RequireAction(AccessAction.ManageAccounts);
        app.MapPost("/hand-out/{token}", AccountHandlers.TakeHandOutAsync).RequireAction(AccessAction.ManageAccounts).MayRepeat().RequireRateLimiting(RequestLimits.Export);
    }
}
