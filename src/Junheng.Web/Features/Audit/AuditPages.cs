using Junheng.Application.Access;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.Audit;

/// <summary>The addresses of the auditor.</summary>
internal static class AuditPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/audit", AuditHandlers.ListAsync).RequireAction(AccessAction.ReadAudit).RequireRateLimiting(RequestLimits.Export);
        app.MapGet("/audit/export.csv", AuditExport.RunAsync).RequireAction(AccessAction.ReadAudit).RequireRateLimiting(RequestLimits.Export);
        app.MapGet("/audit/anchors.txt", AuditHandlers.AnchorsAsync).RequireAction(AccessAction.ReadAudit).RequireRateLimiting(RequestLimits.Export);
        app.MapPost("/audit/verify", AuditHandlers.VerifyAsync).RequireAction(AccessAction.ReadAudit).MayRepeat();
        app.MapGet("/audit/{scope:long}/{number:long}", AuditHandlers.EntryAsync).RequireAction(AccessAction.ReadAudit);
        app.MapPost("/audit/{scope:long}/{number:long}/personal", AuditHandlers.PersonalAsync).RequireAction(AccessAction.ReadAudit).MayRepeat();
    }
}
