using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Grants;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Account;

/// <summary>One's own account.</summary>
internal static class AccountHandlers
{
    public static async Task<IResult> ShowAsync(HttpContext context, ISessions sessions, Places places, CancellationToken cancellation)
    {
        var own = context.OwnSession();
        return new PageResult<AccountPage>(new { Own = own, Sessions = await sessions.OfAsync(own.Account.Id, cancellation), Names = await PlaceNames.OfAsync(places, own.Grants, cancellation) });
    }

    public static IResult ShowPassword(HttpContext context) => new PageResult<PasswordPage>(new { Own = context.OwnSession(), Messages = Array.Empty<string>() });

    public static async Task<IResult> ChangePasswordAsync(HttpContext context, ChangePassword change, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var own = context.OwnSession();
        var outcome = await change.RunAsync(own, form["present"].ToString(), form["password"].ToString(), form["again"].ToString(), context.Visitor(), cancellation);
        if (outcome is PasswordOutcome.Changed changed)
        {
            SignedIn.Remember(context, changed.Token);
            return new SeeOther("/account");
        }

        var texts = new Texts(ChosenLanguage.Of(context));
        var messages = outcome is PasswordOutcome.NotAccepted notAccepted ? notAccepted.Faults.Select(fault => texts["password.fault." + fault]).ToArray() : [texts["password.wrong"]];
        return new PageResult<PasswordPage>(new { Own = own, Messages = messages }, StatusCodes.Status422UnprocessableEntity);
    }

    public static async Task<IResult> ShowSecondFactorAsync(HttpContext context, SecondFactor factor, CancellationToken cancellation) => SecondFactorPage(
        context, await factor.BeginAsync(context.OwnSession().Account.Id, cancellation), failed: false);

    public static async Task<IResult> ConfirmSecondFactorAsync(HttpContext context, SecondFactor factor, BeginSession begin, CancellationToken cancellation)
    {
        var own = context.OwnSession();
        if (await factor.ConfirmAsync(own.Account.Id, context.Request.Form["code"].ToString(), cancellation) is not { } codes)
        {
            return SecondFactorPage(context, await factor.BeginAsync(own.Account.Id, cancellation), failed: true);
        }

        var session = await begin.RunAsync(own.Account, SessionStage.Full, context.Visitor(), null, null, cancellation);
        SignedIn.Remember(context, session.Token);
        context.Response.Headers.CacheControl = "no-store";
        return new PageResult<RecoveryCodesPage>(new { Codes = codes });
    }

    public static async Task<IResult> RemoveSecondFactorAsync(HttpContext context, SecondFactor factor, BeginSession begin, CancellationToken cancellation)
    {
        var own = context.OwnSession();
        if (!await factor.RemoveAsync(own.Account.Id, context.Request.Form["present"].ToString(), cancellation))
        {
            return SecondFactorPage(context, null, failed: true);
        }

        SignedIn.Remember(context, (await begin.RunAsync(own.Account, SessionStage.Full, context.Visitor(), null, null, cancellation)).Token);
        return new SeeOther("/account");
    }

    public static async Task<IResult> EndSessionsAsync(HttpContext context, ISessions sessions, TimeProvider clock, CancellationToken cancellation)
    {
        var own = context.OwnSession();
        await sessions.EndAllAsync(own.Account.Id, AuditEntries.Done(own.Account.Id.Id, "session.end-all", own.Account.Id.Id, clock.GetUtcNow()), cancellation);
        SignedIn.Forget(context);
        return new SeeOther("/sign-in");
    }

    public static IResult ShowHandOut(string token) => new PageResult<HandOutPage>(new { Token = token });

    public static async Task<IResult> TakeHandOutAsync(string token, HttpContext context, HandOut handOut, IAuditTrail trail, TimeProvider clock, CancellationToken cancellation)
    {
        var own = context.OwnSession().Account;
        if (await handOut.TakeAsync(own.Id, token, cancellation) is not var (name, content))
        {
            return ErrorHandlers.NotFound(context);
        }

        await trail.AppendAsync(AuditEntries.Done(own.Id.Id, "hand-out.take", "hand-out", clock.GetUtcNow()), cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }

    private static PageResult<SecondFactorPage> SecondFactorPage(HttpContext context, byte[]? secret, bool failed) => new(
        new { Own = context.OwnSession(), Secret = secret, Failed = failed }, failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
