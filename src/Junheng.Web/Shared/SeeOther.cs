namespace Junheng.Web.Shared;

/// <summary>Leads the browser elsewhere within this program, by GET.</summary>
/// <param name="location">A path of this program.</param>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>A path given by the browser, where it lies within this program; else the first page.</summary>
    public static string Local(string? path) =>
        path is { Length: > 0 and < 2000 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";
}
