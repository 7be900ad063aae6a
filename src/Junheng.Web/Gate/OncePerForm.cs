using Junheng.Application.Forms;
using Junheng.Storage;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Gate;

/// <summary>A form handed in twice, by a double click or by going back, does its work once; the second answer leads where the first led.</summary>
internal sealed partial class OncePerForm(IFormTokens tokens, TimeProvider clock, ILogger<OncePerForm> log)
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
            await CloseAsync(token, isDone ? context.Response.Headers.Location.ToString() : null);
        }
    }

    /// <summary>The work is done or not, whether the browser still waits or has gone, and whether the token can be marked or the disk is full: what was stored is told as stored.</summary>
    private async Task CloseAsync(string token, string? location)
    {
        try
        {
            await (location is null ? tokens.ReleaseAsync(token, CancellationToken.None) : tokens.DoneAsync(token, location, CancellationToken.None));
        }
        catch (Exception fault) when (StorageFaults.IsFull(fault))
        {
            LogNotMarked();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "No room is left on the disk or in the database: the token of a form could not be marked")]
    private partial void LogNotMarked();
}
