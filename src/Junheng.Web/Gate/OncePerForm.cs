using Junheng.Application.Forms;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Gate;

/// <summary>A form handed in twice, by a double click or by going back, does its work once; the second answer leads where the first led.</summary>
internal sealed class OncePerForm(IFormTokens tokens, TimeProvider clock)
{
    /// <summary>The field of the token.</summary>
    public const string Field = "form";

    private const int LongestToken = 100;

    public async Task RunAsync(HttpContext context, Endpoint endpoint, RequestDelegate next)
    {
        if (endpoint.Metadata.GetMetadata<MayRepeat>() is not null)
        {
            await next(context);
            return;
        }

        var token = context.Request.Form[Field].ToString();
        if (token.Length is 0 or > LongestToken)
        {
            await ErrorHandlers.StaleForm(context).ExecuteAsync(context);
            return;
        }

        if (await tokens.ClaimAsync(token, clock.GetUtcNow(), context.RequestAborted) is { IsFirst: false } earlier)
        {
            var answer = earlier.Location is { } location ? new SeeOther(location) : ErrorHandlers.Twice(context);
            await answer.ExecuteAsync(context);
            return;
        }

        var isDone = false;
        try
        {
            await next(context);
            isDone = context.Response.StatusCode == StatusCodes.Status303SeeOther;
        }
        finally
        {
            // The work is done or not, whether the browser still waits or has gone.
            await (isDone ? tokens.DoneAsync(token, context.Response.Headers.Location.ToString(), CancellationToken.None) : tokens.ReleaseAsync(token, CancellationToken.None));
        }
    }
}
