using Junheng.Application.Access;
using Junheng.Application.ApiTokens;
using Junheng.Web.Features.Api;

namespace Junheng.Web.Gate;

/// <summary>A program that reads with a token: whose grant it carries.</summary>
/// <param name="Token">The token.</param>
internal sealed record ApiCaller(ApiTokenOnRecord Token)
{
    private const string Scheme = "Bearer ";

    /// <summary>The holder with the one grant that the token carries.</summary>
    public Person Holder => Token.Holder;

    /// <summary>Finds the token of a request to the API. A wrong one is answered at once: it never falls back on what visitors may see.</summary>
    public static async Task Recognise(HttpContext context, RequestDelegate next)
    {
        if (ApiProblem.IsFor(context) && context.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            if (header.Length > 300 || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                || await context.RequestServices.GetRequiredService<UseApiTokens>().FindAsync(header[Scheme.Length..].Trim(), context.RequestAborted) is not { } found)
            {
                await Features.Errors.ErrorHandlers.UnknownCaller(context).ExecuteAsync(context);
                return;
            }

            context.Features.Set(new ApiCaller(found));
        }

        await next(context);
    }
}
