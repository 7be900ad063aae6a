using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;

namespace Junheng.Web.Gate;

/// <summary>Every request passes here between being matched and being answered: who may, is the form ours, is it handed in for the first time.</summary>
internal sealed partial class AccessGate(RequestDelegate next, ILogger<AccessGate> log)
{
    public async Task InvokeAsync(HttpContext context, AccessSubjects subjects, OwnPlace ownPlace, IAuditTrail trail, IAntiforgery antiforgery, OncePerForm once, TimeProvider clock)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await ErrorHandlers.NotFound(context).ExecuteAsync(context);
            return;
        }

        switch (endpoint.Metadata.GetMetadata<EndpointRule>())
        {
            case EndpointRule.Public:
                break;
            case EndpointRule.Requires rule:
                if (await StopAsync(context, endpoint, rule, subjects, ownPlace, trail, clock) is { } stop)
                {
                    await stop.ExecuteAsync(context);
                    return;
                }

                break;
            default:
                LogNoRule(endpoint.DisplayName);
                await ErrorHandlers.Refused(context).ExecuteAsync(context);
                return;
        }

        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
        }
        else if (endpoint.Metadata.GetMetadata<ProvesItself>() is not null)
        {
            if (OwnForms.IsTooLarge(context, endpoint))
            {
                await ErrorHandlers.TooLarge(context).ExecuteAsync(context);
                return;
            }

            await next(context);
        }
        else if (await OwnForms.StopAsync(context, endpoint, antiforgery) is { } stop)
        {
            await stop.ExecuteAsync(context);
        }
        else
        {
            await once.RunAsync(context, endpoint, next);
        }
    }

    /// <summary>The answer to whoever may not; null for whoever may.</summary>
    private async Task<IResult?> StopAsync(
        HttpContext context, Endpoint endpoint, EndpointRule.Requires rule, AccessSubjects subjects, OwnPlace ownPlace, IAuditTrail trail, TimeProvider clock)
    {
        var named = await subjects.OfAsync(context, rule, context.RequestAborted);
        if (named.IsEmpty)
        {
            return context.Person() is not null || await subjects.IsDemoAsync(context.RequestAborted) ? ErrorHandlers.NotFound(context) : ToSignIn(context);
        }

        if (named.Any(subject => subjects.Decide(context, rule.Action, subject) == AccessDecision.Allowed))
        {
            return context.Session() is { Account.MustChangePassword: true } && endpoint.Metadata.GetMetadata<EvenWithFirstPassword>() is null
                ? new SeeOther("/account/password")
                : null;
        }

        if (context.Person() is not { } person)
        {
            return ToSignIn(context);
        }

        if (rule.Subject == SubjectKind.FirstPage)
        {
            return new SeeOther(await ownPlace.OfAsync(person, context.RequestAborted));
        }

        LogRefused(person.Id, rule.Action, context.Request.Path);
        await trail.AppendAsync(AuditEntries.Denied(person.Id, "access." + rule.Action, Shortened(context.Request.Path), clock.GetUtcNow()), context.RequestAborted);
        return ErrorHandlers.Refused(context);
    }

    /// <summary>To sign in and then back; what was to be handed in is not kept.</summary>
    private static SeeOther ToSignIn(HttpContext context) => new(HttpMethods.IsGet(context.Request.Method)
        ? $"/sign-in{QueryString.Create("return", context.Request.Path + context.Request.QueryString)}"
        : "/sign-in");

    private static string Shortened(string path) => path.Length > 200 ? path[..200] : path;

    [LoggerMessage(Level = LogLevel.Error, Message = "The endpoint {Endpoint} has no rule of access and is refused to everybody")]
    private partial void LogNoRule(string? endpoint);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused: {Person} may not {Action} at {Path}")]
    private partial void LogRefused(string person, AccessAction action, string path);
}
