using Junheng.Web.Features.Errors;
using Microsoft.AspNetCore.Antiforgery;

namespace Junheng.Web.Gate;

/// <summary>Only forms that this program itself gave to this browser are taken, and none that is too large.</summary>
internal static class OwnForms
{
    /// <summary>Whether a request says that it is larger than its endpoint takes; one that does not say is cut off there.</summary>
    public static bool IsTooLarge(HttpContext context, Endpoint endpoint)
    {
        var most = endpoint.Metadata.GetMetadata<LargestRequest>()?.Bytes ?? LargestRequest.Usual;
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        return context.Request.ContentLength > most;
    }

    /// <summary>The answer to any other; null for our own.</summary>
    public static async Task<IResult?> StopAsync(HttpContext context, Endpoint endpoint, IAntiforgery antiforgery)
    {
        if (IsTooLarge(context, endpoint))
        {
            return ErrorHandlers.TooLarge(context);
        }

        if (!context.Request.HasFormContentType)
        {
            return ErrorHandlers.StaleForm(context);
        }

        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return await antiforgery.IsRequestValidAsync(context) ? null : ErrorHandlers.StaleForm(context);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ErrorHandlers.TooLarge(context);
        }
        catch (Exception malformed) when (malformed is BadHttpRequestException or InvalidDataException)
        {
            return ErrorHandlers.StaleForm(context);
        }
    }
}
