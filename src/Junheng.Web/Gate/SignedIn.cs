using System.Security.Claims;
using Junheng.Application.Access;
using Junheng.Application.Accounts;

namespace Junheng.Web.Gate;

/// <summary>Who asks: the session behind the cookie of a request.</summary>
internal static class SignedIn
{
    private const string Cookie = "session";

    /// <summary>Finds the session and makes it known to the rest of the request.</summary>
    public static async Task Recognise(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Cookies[Cookie] is { Length: > 0 and < 200 } token)
        {
            if (await context.RequestServices.GetRequiredService<BeginSession>().FindAsync(token, context.RequestAborted) is { } session)
            {
                context.Features.Set(session);
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Session.TokenHash)], Cookie));
            }
            else
            {
                Forget(context);
            }
        }

        await next(context);
    }

    /// <summary>The session, whether signing in is complete or not; null without one.</summary>
    public static SessionOnRecord? Session(this HttpContext context) => context.Features.Get<SessionOnRecord>();

    /// <summary>The session of somebody who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is; the gate lets such a request through to public endpoints only.</exception>
    public static SessionOnRecord OwnSession(this HttpContext context) =>
        context.Session() is { Session.Stage: SessionStage.Full } session ? session : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Who is signed in, or whose token a program uses; null when nobody is.</summary>
    public static Person? Person(this HttpContext context) => context.Features.Get<ApiCaller>() is { } caller ? caller.Holder : context.Session() is { Session.Stage: SessionStage.Full } session ? session.Person : null;

    /// <summary>From where the request comes.</summary>
    public static Visitor Visitor(this HttpContext context) => new(context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString());

    /// <summary>Gives the browser a session's token; it goes when the browser is closed.</summary>
    public static void Remember(HttpContext context, string token) => context.Response.Cookies.Append(Cookie, token, Options(context));

    /// <summary>Takes it back.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };
}
