using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Grants;
using Junheng.Application.Proposals;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Proposals;

/// <summary>A proposal with what it would do, in words.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Lines">The grants with their holders' names.</param>
public sealed record ProposalView(Proposal Proposal, ImmutableArray<(string Holder, Grant Grant)> Lines);

/// <summary>What waits for a second person.</summary>
internal static class ProposalHandlers
{
    public static Task<IResult> ListAsync(string? said, HttpContext context, IProposals proposals, IAccounts accounts, Places places, CancellationToken cancellation) =>
        PageAsync(Said.Of(said), StatusCodes.Status200OK, context, proposals, accounts, places, cancellation);

    public static async Task<IResult> ApproveAsync(Guid id, HttpContext context, DecideGrants decide, IProposals proposals, IAccounts accounts, Places places, CancellationToken cancellation) => await AnswerAsync(
        await decide.ApproveAsync(context.OwnSession().Person, id, context.Request.Form["hash"].ToString(), cancellation), context, proposals, accounts, places, cancellation);

    public static async Task<IResult> RejectAsync(Guid id, HttpContext context, DecideGrants decide, IProposals proposals, IAccounts accounts, Places places, CancellationToken cancellation) => await AnswerAsync(
        await decide.RejectAsync(context.OwnSession().Person, id, cancellation), context, proposals, accounts, places, cancellation);

    private static async Task<IResult> AnswerAsync(GrantOutcome outcome, HttpContext context, IProposals proposals, IAccounts accounts, Places places, CancellationToken cancellation) => outcome switch
    {
        GrantOutcome.Done => new SeeOther("/proposals?said=grant.Done"),
        GrantOutcome.Absent => ErrorHandlers.NotFound(context),
        _ => await PageAsync(Said.Of($"grant.{outcome}"), outcome == GrantOutcome.NotYours ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity, context, proposals, accounts, places, cancellation),
    };

    private static async Task<IResult> PageAsync(Said? said, int status, HttpContext context, IProposals proposals, IAccounts accounts, Places places, CancellationToken cancellation)
    {
        var names = (await accounts.AllAsync(cancellation)).ToDictionary(account => account.Id, account => $"{account.FullName}（{account.Name}）");
        var views = (await proposals.OpenAsync(cancellation)).Where(DecideGrants.IsAboutGrants).Select(proposal => new ProposalView(
            proposal, [.. Held(proposal).Select(held => (names.GetValueOrDefault(held.Account, "?"), held.Grant))])).ToList();
        var placeNames = await PlaceNames.OfAsync(places, views.SelectMany(view => view.Lines.Select(line => line.Grant)), cancellation);
        return new PageResult<ProposalsPage>(new { Views = views, Names = placeNames, Own = context.OwnSession(), Said = said }, status);
    }

    private static ImmutableArray<HeldGrant> Held(Proposal proposal) => proposal.Kind switch
    {
        GrantPayload.Kind => GrantPayload.Read(proposal.Payload),
        AccountSheetPayload.Kind => GrantPayload.Read(AccountSheetPayload.Read(proposal.Payload).Grants),
        _ => [],
    };
}
