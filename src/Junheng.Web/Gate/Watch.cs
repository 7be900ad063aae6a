using Junheng.Application.Audit;
using Microsoft.AspNetCore.RateLimiting;

namespace Junheng.Web.Gate;

/// <summary>Notes in the audit who takes lists and files, and raises an alarm in audit and log when somebody is refused, or takes them, unusually often.</summary>
internal sealed partial class Watch(RequestDelegate next, ILogger<Watch> log)
{
    private const int LongestAddress = 200;

    public async Task InvokeAsync(HttpContext context, Alarms alarms, IAuditTrail trail, TimeProvider clock)
    {
        await next(context);
        if (context.Person() is not { } person)
        {
            return;
        }

        if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
        {
            await RaiseAsync(Alarms.Denials);
        }
        else if (context.Response.StatusCode == StatusCodes.Status200OK && context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == RequestLimits.Export)
        {
            var address = (context.Request.Path + context.Request.QueryString).ToString();
            await trail.AppendAsync(AuditEntries.Done(person.Id, "export", address.Length > LongestAddress ? address[..LongestAddress] : address, clock.GetUtcNow()), CancellationToken.None);
            await RaiseAsync(Alarms.Exports);
        }

        async Task RaiseAsync(string kind)
        {
            if (alarms.Raises(kind, person.Id))
            {
                LogAlarm(kind, person.Id);
                await trail.AppendAsync(AuditEntries.Done(person.Id, "alarm." + kind, "10 min", clock.GetUtcNow()), CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Alarm: {Kind} of {Person} within ten minutes are unusually many")]
    private partial void LogAlarm(string kind, string person);
}
