using System.Text.Json;
using Junheng.Domain.Findings;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Junheng.Web.Features.Api;

/// <summary>What went wrong, for a program: problem+json with the id under which it stands in the log.</summary>
internal sealed class ApiProblem(int status, string kind, string title, string detail, string id, object? findings = null) : IResult
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a request is for the API.</summary>
    public static bool IsFor(HttpContext context) => context.Request.Path.StartsWithSegments(ApiPages.Root, StringComparison.Ordinal);

    /// <summary>A basis that cannot be judged by, with everything that is wrong with it.</summary>
    public static ApiProblem Of(HttpContext context, IEnumerable<Finding> findings)
    {
        var texts = new Texts(ChosenLanguage.Of(context));
        return new ApiProblem(
            StatusCodes.Status400BadRequest, "basis", texts["error.malformed.title"], texts["error.malformed.text"], ErrorHandlers.IdOf(context),
            findings.Select(finding => new { rule = finding.Rule, message = finding.Message, remedy = finding.Remedy }));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        }

        var problem = new ProblemDetails { Status = status, Type = "urn:junheng:" + kind, Title = title, Detail = detail, Instance = httpContext.Request.Path };
        problem.Extensions["id"] = id;
        if (findings is not null)
        {
            problem.Extensions["findings"] = findings;
        }

        return httpContext.Response.WriteAsJsonAsync(problem, _options, "application/problem+json", httpContext.RequestAborted);
    }
}
