using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Grants;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.People;

/// <summary>Who has an account.</summary>
internal static class PeopleHandlers
{
    public static Task<IResult> ListAsync(string? q, string? said, HttpContext context, IAccounts accounts, IGrants grants, CancellationToken cancellation) =>
        ListAsync(q, said, StatusCodes.Status200OK, accounts, grants, cancellation);

    public static async Task<IResult> AddAsync(HttpContext context, ManageAccounts manage, IAccounts accounts, IGrants grants, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var (outcome, handOut) = await manage.AddAsync(context.OwnSession().Person, form["name"].ToString(), form["full"].ToString(), form["phone"].ToString(), cancellation);
        return outcome == AccountOutcome.Done ? new SeeOther($"/hand-out/{handOut}") : await ListAsync(null, "account." + outcome, StatusCodes.Status422UnprocessableEntity, accounts, grants, cancellation);
    }

    public static async Task<IResult> ShowAsync(Guid id, string? said, HttpContext context, IAccounts accounts, IGrants grants, Places places, CancellationToken cancellation) =>
        await PersonAsync(new AccountId(id), Said.Of(said), StatusCodes.Status200OK, accounts, grants, places, cancellation) ?? ErrorHandlers.NotFound(context);

    public static async Task<IResult> ResetAsync(Guid id, HttpContext context, ManageAccounts manage, CancellationToken cancellation)
    {
        var (outcome, handOut) = await manage.ResetAsync(context.OwnSession().Person, new AccountId(id), cancellation);
        return outcome == AccountOutcome.Done ? new SeeOther($"/hand-out/{handOut}") : Back(id, outcome, context);
    }

    public static async Task<IResult> SetActiveAsync(Guid id, HttpContext context, ManageAccounts manage, CancellationToken cancellation) =>
        Back(id, await manage.SetActiveAsync(context.OwnSession().Person, new AccountId(id), context.Request.Form["active"] == "yes", cancellation), context);

    public static async Task<IResult> RemoveSecondFactorAsync(Guid id, HttpContext context, ManageAccounts manage, CancellationToken cancellation) =>
        Back(id, await manage.RemoveSecondFactorAsync(context.OwnSession().Person, new AccountId(id), cancellation), context);

    /// <summary>The page of one person; null when there is no such account.</summary>
    public static async Task<IResult?> PersonAsync(AccountId id, Said? said, int status, IAccounts accounts, IGrants grants, Places places, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is not { } account)
        {
            return null;
        }

        var held = await grants.OfAsync(id, cancellation);
        return new PageResult<PersonPage>(
            new { Account = account.Account, Grants = held, Names = await PlaceNames.OfAsync(places, held, cancellation), Others = await accounts.AllAsync(cancellation), Said = said }, status);
    }

    private static async Task<IResult> ListAsync(string? q, string? said, int status, IAccounts accounts, IGrants grants, CancellationToken cancellation)
    {
        const int most = 500;
        var all = await accounts.AllAsync(cancellation);
        var found = all.Where(account => string.IsNullOrWhiteSpace(q) || account.Name.Contains(q.Trim(), StringComparison.OrdinalIgnoreCase) || account.FullName.Contains(q.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        var held = (await grants.AllAsync(cancellation)).ToLookup(each => each.Account, each => each.Grant);
        return new PageResult<PeoplePage>(new { People = found.Take(most).ToList(), Total = found.Count, Held = held, Query = q ?? "", Said = Said.Of(said) }, status);
    }

    private static IResult Back(Guid id, AccountOutcome outcome, HttpContext context) =>
        outcome == AccountOutcome.Absent ? ErrorHandlers.NotFound(context) : new SeeOther($"/people/{id}?said=account.{outcome}");
}
