using Junheng.Application.Access;
using Junheng.Web.Features.Grants;
using Junheng.Web.Features.Proposals;
using Junheng.Web.Features.Settings;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.People;

/// <summary>The addresses of people, grants, proposals and settings.</summary>
internal static class PeoplePages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/people", PeopleHandlers.ListAsync).RequireAction(AccessAction.ViewPeople).RequireRateLimiting(RequestLimits.Export);
        app.MapPost("/people", PeopleHandlers.AddAsync).RequireAction(AccessAction.ManageAccounts);
        app.MapGet("/people/import", ImportHandlers.Show).RequireAction(AccessAction.ManageAccounts);
        app.MapGet("/people/import/template", ImportHandlers.Template).RequireAction(AccessAction.ManageAccounts).RequireRateLimiting(RequestLimits.Export);
        app.MapPost("/people/import", ImportHandlers.PreviewAsync).RequireAction(AccessAction.ManageAccounts).MayRepeat().WithSheet();
        app.MapPost("/people/import/{draft:guid}", ImportHandlers.CommitAsync).RequireAction(AccessAction.ManageAccounts);
        app.MapGet("/people/{id:guid}", PeopleHandlers.ShowAsync).RequireAction(AccessAction.ViewPeople);
        app.MapPost("/people/{id:guid}/reset", PeopleHandlers.ResetAsync).RequireAction(AccessAction.ManageAccounts);
        app.MapPost("/people/{id:guid}/active", PeopleHandlers.SetActiveAsync).RequireAction(AccessAction.ManageAccounts);
        app.MapPost("/people/{id:guid}/second-factor/remove", PeopleHandlers.RemoveSecondFactorAsync).RequireAction(AccessAction.ManageAccounts);
        app.MapPost("/people/{id:guid}/grants", GrantHandlers.GiveAsync).RequireAction(AccessAction.ManageGrants);
        app.MapPost("/people/{id:guid}/grants/{grant:guid}/end", GrantHandlers.EndAsync).RequireAction(AccessAction.ManageGrants);
        app.MapPost("/people/{id:guid}/deputy", GrantHandlers.DeputyAsync).RequireAction(AccessAction.ManageGrants);
        app.MapPost("/people/{id:guid}/hand-over", GrantHandlers.HandOverAsync).RequireAction(AccessAction.ManageGrants);
        app.MapGet("/proposals", ProposalHandlers.ListAsync).RequireAction(AccessAction.CountersignGrants);
        app.MapPost("/proposals/{id:guid}/approve", ProposalHandlers.ApproveAsync).RequireAction(AccessAction.CountersignGrants);
        app.MapPost("/proposals/{id:guid}/reject", ProposalHandlers.RejectAsync).RequireAction(AccessAction.CountersignGrants);
        app.MapGet("/settings", SettingsHandlers.ShowAsync).RequireAction(AccessAction.ManageSettings);
        app.MapGet("/settings/counties", CountyRegisterHandlers.ShowAsync).RequireAction(AccessAction.ManageSettings);
        app.MapPost("/settings/counties", CountyRegisterHandlers.AddAsync).RequireAction(AccessAction.ManageSettings);
        app.MapPost("/settings/counties/keys", CountyRegisterHandlers.TrustAsync).RequireAction(AccessAction.ManageSettings);
        app.MapPost("/settings", SettingsHandlers.SaveAsync).RequireAction(AccessAction.ManageSettings);
    }
}
