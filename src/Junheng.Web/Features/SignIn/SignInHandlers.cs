using Junheng.Application.Accounts;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.SignIn;

/// <summary>Signing in and out.</summary>
internal static class SignInHandlers
{
    public static IResult Show(string? @return, HttpContext context) => context.Person() is null
        ? new PageResult<SignInPage>(new { Return = SeeOther.Local(@return), Name = "", Failed = false })
        : new SeeOther(SeeOther.Local(@return));

    public static async Task<IResult> EnterAsync(HttpContext context, Application.Accounts.SignIn signIn, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var (name, wanted) = (form["name"].ToString().Trim(), SeeOther.Local(form["return"]));
        var outcome = await signIn.RunAsync(name, form["password"].ToString(), context.Visitor(), cancellation);
        if (outcome is not SignInOutcome.Entered entered)
        {
            return new PageResult<SignInPage>(new { Return = wanted, Name = name.Length > UserName.Longest ? "" : name, Failed = true }, StatusCodes.Status422UnprocessableEntity);
        }

        SignedIn.Remember(context, entered.Token);
        return new SeeOther(entered.Stage == SessionStage.AwaitingCode ? $"/sign-in/code{QueryString.Create("return", wanted)}" : wanted);
    }

    public static IResult ShowCode(string? @return, HttpContext context) => context.Session() is { Session.Stage: SessionStage.AwaitingCode }
        ? new PageResult<CodePage>(new { Return = SeeOther.Local(@return), Failed = false })
        : new SeeOther("/sign-in");

    public static async Task<IResult> EnterCodeAsync(HttpContext context, Application.Accounts.SignIn signIn, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var wanted = SeeOther.Local(form["return"]);
        if (context.Session() is not { } waiting)
        {
            return new SeeOther("/sign-in");
        }

        if (await signIn.EnterCodeAsync(waiting, form["code"].ToString(), context.Visitor(), cancellation) is not SignInOutcome.Entered entered)
        {
            return new PageResult<CodePage>(new { Return = wanted, Failed = true }, StatusCodes.Status422UnprocessableEntity);
        }

        SignedIn.Remember(context, entered.Token);
        return new SeeOther(wanted);
    }

    public static async Task<IResult> LeaveAsync(HttpContext context, ISessions sessions, CancellationToken cancellation)
    {
        await sessions.EndAsync(context.OwnSession().Session.TokenHash, cancellation);
        SignedIn.Forget(context);
        return new SeeOther("/sign-in");
    }
}
