using System.Globalization;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Grants;
using Junheng.Web.Features.Errors;
using Junheng.Web.Features.People;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Grants;

/// <summary>Giving and ending grants, deputies, and hand-over.</summary>
internal static class GrantHandlers
{
    public static async Task<IResult> GiveAsync(Guid id, HttpContext context, GiveGrants give, Places places, IAccounts accounts, IGrants grants, TimeProvider clock, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var outcome = GrantOutcome.RoleDoesNotFit;
        if (!Day(form["from"].ToString(), out var from) || !Day(form["to"].ToString(), out var to))
        {
            outcome = GrantOutcome.WrongDays;
        }
        else if (Roles.Parse(form["role"].ToString()) is { } role && await ScopeAsync(role, form["code"].ToString().Trim(), places, cancellation) is { } scope)
        {
            var wanted = new WantedGrant(new AccountId(id), role, scope, from ?? GiveGrants.Today(clock), to);
            outcome = await give.RunAsync(context.OwnSession().Person, wanted, cancellation);
        }

        return await AnswerAsync(id, outcome, context, accounts, grants, places, cancellation);
    }

    public static async Task<IResult> EndAsync(Guid id, Guid grant, HttpContext context, EndGrant end, IAccounts accounts, IGrants grants, Places places, CancellationToken cancellation) =>
        await AnswerAsync(id, await end.RunAsync(context.OwnSession().Person, new AccountId(id), grant, cancellation), context, accounts, grants, places, cancellation);

    public static async Task<IResult> DeputyAsync(Guid id, HttpContext context, StandIn standIn, IAccounts accounts, IGrants grants, Places places, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var outcome = Day(form["from"].ToString(), out var from) && from is not null && Day(form["to"].ToString(), out var to) && to is not null
            ? await standIn.DeputyAsync(context.OwnSession().Person, new AccountId(id), Account(form["deputy"].ToString()), from.Value, to.Value, cancellation)
            : GrantOutcome.WrongDays;
        return await AnswerAsync(id, outcome, context, accounts, grants, places, cancellation);
    }

    public static async Task<IResult> HandOverAsync(Guid id, HttpContext context, StandIn standIn, IAccounts accounts, IGrants grants, Places places, CancellationToken cancellation)
    {
        var outcome = await standIn.HandOverAsync(context.OwnSession().Person, new AccountId(id), Account(context.Request.Form["successor"].ToString()), cancellation);
        return await AnswerAsync(id, outcome, context, accounts, grants, places, cancellation);
    }

    private static async Task<IResult> AnswerAsync(Guid id, GrantOutcome outcome, HttpContext context, IAccounts accounts, IGrants grants, Places places, CancellationToken cancellation)
    {
        var said = Said.Of($"grant.{outcome}");
        return said is { IsDone: true }
            ? new SeeOther($"/people/{id}?said={said.Key}")
            : await PeopleHandlers.PersonAsync(new AccountId(id), said, StatusCodes.Status422UnprocessableEntity, accounts, grants, places, cancellation) ?? ErrorHandlers.NotFound(context);
    }

    /// <summary>The place of a code that the role can be given for; null when there is none, or more than one.</summary>
    private static async Task<GrantScope?> ScopeAsync(Role role, string code, Places places, CancellationToken cancellation)
    {
        if (SeparatedPowers.Contains(role))
        {
            return code.Length == 0 ? GrantScope.Installation : null;
        }

        var fitting = (await places.AllAsync(cancellation))[code].Where(place => Roles.Of(role).Kinds.Contains(place.Scope.Kind)).ToList();
        return fitting.Count == 1 ? fitting[0].Scope : null;
    }

    private static AccountId Account(string text) => new(Guid.TryParse(text, out var id) ? id : Guid.Empty);

    /// <summary>A day; null for a blank. False when it is neither.</summary>
    private static bool Day(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        return day is not null || text.Length == 0;
    }
}
