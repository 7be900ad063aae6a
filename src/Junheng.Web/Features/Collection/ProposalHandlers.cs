using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Domain.Findings;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Collection;

/// <summary>Freezing a year and reopening returns, by two people.</summary>
internal static class ProposalHandlers
{
    public static async Task<IResult> ProposeAsync(
        string code, int year, HttpContext context, CollectionDesk desk, RoundProposals proposals, ICollectionStore store, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var isReopening = form["kind"] == RoundPayload.Reopen;
        var schools = isReopening ? form["school"].OfType<string>().ToImmutableArray() : [];
        return await AnswerAsync(code, year, "collect.Proposed", context, desk, proposals, store, calendar, clock, isReopening && schools.IsEmpty
            ? (_, _) => Task.FromResult(ProposalAnswer.No("请先勾选要解冻的学校", "Choose the schools to reopen first"))
            : (round, by) => proposals.ProposeAsync(round.Round, by, schools, form["reason"].ToString(), cancellation), cancellation);
    }

    public static Task<IResult> ApproveAsync(
        string code, int year, Guid proposal, HttpContext context, CollectionDesk desk, RoundProposals proposals, ICollectionStore store, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation) =>
        AnswerAsync(code, year, "collect.Decided", context, desk, proposals, store, calendar, clock, (round, by) => proposals.ApproveAsync(
            round.Round, round.County, proposal, context.Request.Form["hash"].ToString(), by, round.Standard, ChosenLanguage.Of(context), cancellation), cancellation);

    public static Task<IResult> RejectAsync(
        string code, int year, Guid proposal, HttpContext context, CollectionDesk desk, RoundProposals proposals, ICollectionStore store, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation) =>
        AnswerAsync(code, year, "collect.Rejected", context, desk, proposals, store, calendar, clock, (round, by) => proposals.RejectAsync(round.Round, proposal, by, cancellation), cancellation);

    public static Task<IResult> WithdrawAsync(
        string code, int year, Guid proposal, HttpContext context, CollectionDesk desk, RoundProposals proposals, ICollectionStore store, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation) =>
        AnswerAsync(code, year, "collect.Rejected", context, desk, proposals, store, calendar, clock, async (round, by) =>
            (await proposals.OpenAsync(round.Round, cancellation)).Any(each => each.Id == proposal && each.ProposedBy == by.Account)
                ? await proposals.RejectAsync(round.Round, proposal, by, cancellation)
                : ProposalAnswer.No("只有提议人可以撤回", "Only who proposed it can withdraw it"), cancellation);

    private static async Task<IResult> AnswerAsync(
        string code,
        int year,
        string done,
        HttpContext context,
        CollectionDesk desk,
        RoundProposals proposals,
        ICollectionStore store,
        WorkingDays calendar,
        TimeProvider clock,
        Func<RoundOnDesk, Person, Task<ProposalAnswer>> work,
        CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round)
        {
            return ErrorHandlers.NotFound(context);
        }

        var answer = await work(round, context.OwnSession().Person);
        return answer.IsDone
            ? new SeeOther($"{round.Address}?said={done}")
            : await RoundHandlers.PageAsync(round, null, [.. answer.Schools, .. answer.Findings.Where(finding => finding.Severity == Severity.Error).Select(Refused)], StatusCodes.Status422UnprocessableEntity, store, proposals, calendar, clock, cancellation);
    }

    private static RefusedStep Refused(Finding finding) => new("", new LocalizedText($"{finding.Message}；{finding.Remedy}", $"{finding.Message}; {finding.Remedy}"));
}
