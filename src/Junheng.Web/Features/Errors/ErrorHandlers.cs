using System.Diagnostics;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Errors;

/// <summary>Pages for what went wrong; they name an id, never a stack.</summary>
internal static class ErrorHandlers
{
    public static IResult NotFound(HttpContext context) => Page(context, "absent", StatusCodes.Status404NotFound);

    public static IResult Fault(HttpContext context) => Page(context, "fault", StatusCodes.Status500InternalServerError);

    public static IResult Refused(HttpContext context) => Page(context, "refused", StatusCodes.Status403Forbidden);

    public static IResult StaleForm(HttpContext context) => Page(context, "stale", StatusCodes.Status400BadRequest);

    public static IResult TooLarge(HttpContext context) => Page(context, "large", StatusCodes.Status413PayloadTooLarge);

    public static IResult Full(HttpContext context) => Page(context, "full", StatusCodes.Status507InsufficientStorage);

    public static IResult Twice(HttpContext context) => Page(context, "twice", StatusCodes.Status409Conflict);

    public static IResult TooOften(HttpContext context) => Page(context, "often", StatusCodes.Status429TooManyRequests);

    /// <summary>The id under which the request stands in the log.</summary>
    public static string IdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private static PageResult<ErrorPage> Page(HttpContext context, string kind, int status) => new(new { Kind = kind, Id = IdOf(context), Status = status }, status);
}
