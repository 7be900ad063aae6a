using Junheng.Application.Collection;
using Junheng.Application.Grants;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Collection;

/// <summary>What is done with a school's return as a whole.</summary>
internal static class ReturnHandlers
{
    private const int LongestText = 500;

    public static Task<IResult> SubmitAsync(string code, int year, string school, HttpContext context, FormReading reading, TakeReturnStep take, CancellationToken cancellation) =>
        StepAsync(code, year, school, ReturnStep.Submit, "collect.Submitted", context, reading, take, cancellation);

    public static Task<IResult> WithdrawAsync(string code, int year, string school, HttpContext context, FormReading reading, TakeReturnStep take, CancellationToken cancellation) =>
        StepAsync(code, year, school, ReturnStep.Withdraw, "collect.Withdrawn", context, reading, take, cancellation);

    public static async Task<IResult> HistoryAsync(string code, int year, string school, HttpContext context, FormReading reading, CancellationToken cancellation) =>
        await reading.RunAsync(context, code, year, school, null, false, cancellation, withHistory: true) is { } view
            ? new PageResult<HistoryPage>(new { View = view, Versions = ReturnHistory.Of(view.File) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> PrintAsync(string code, int year, string school, HttpContext context, FormReading reading, CancellationToken cancellation) =>
        await reading.RunAsync(context, code, year, school, null, false, cancellation, withHistory: true) is { } view
            ? new PageResult<PrintPage>(new { View = view })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> ConfirmAsync(string code, int year, string school, HttpContext context, FormReading reading, ICollectionStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reading.RunAsync(context, code, year, school, null, false, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        if (IsTooLate(view, clock) is { } late)
        {
            return Refused(view, late, context);
        }

        return int.TryParse(context.Request.Form["version"], out var version)
            && await store.ConfirmAsync(view.Desk.Round.Scope, year, school, version, context.OwnSession().Person.Id, cancellation)
                ? new SeeOther($"{view.Address}?said=collect.Confirmed")
                : Refused(view, new("数据刚刚有变动，或还没有审核，或有异议没有答复；请核对后再确认", "The figures have changed, are not approved yet or have an open objection; look again before confirming"), context);
    }

    public static async Task<IResult> ObjectAsync(string code, int year, string school, HttpContext context, FormReading reading, ICollectionStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reading.RunAsync(context, code, year, school, null, false, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        var (field, text) = (context.Request.Form["field"].ToString(), context.Request.Form["text"].ToString().Trim());
        LocalizedText? reason = IsTooLate(view, clock) is { } late ? late
            : view.File.Head.State != ReturnState.Approved ? new("审核通过的数据才能提出异议", "Only approved figures can be contested")
            : text.Length is 0 or > LongestText || (field.Length > 0 && view.Form.Fields.All(each => each.Field.Id != field)) ? new($"写明异议的内容，最多 {LongestText} 个字", $"Say what is contested in at most {LongestText} characters")
            : null;
        if (reason is not null)
        {
            return Refused(view, reason, context);
        }

        return await store.ObjectAsync(view.Desk.Round.Scope, year, school, field, text, context.OwnSession().Person.Id, cancellation)
            ? new SeeOther($"{view.Address}?said=collect.Contested")
            : Refused(view, new("数据刚刚有变动；请核对后再提出", "The figures have just changed; look again before contesting"), context);
    }

    public static async Task<IResult> AnswerAsync(string code, int year, string school, int number, HttpContext context, FormReading reading, ICollectionStore store, CancellationToken cancellation)
    {
        if (await reading.RunAsync(context, code, year, school, null, false, cancellation) is not { } view || view.File.Objections.All(each => each.Number != number))
        {
            return ErrorHandlers.NotFound(context);
        }

        var answer = context.Request.Form["answer"].ToString().Trim();
        if (answer.Length is 0 or > LongestText)
        {
            return Refused(view, new($"写明答复，最多 {LongestText} 个字", $"Give an answer of at most {LongestText} characters"), context);
        }

        return await store.AnswerAsync(view.Desk.Round.Scope, year, school, number, answer, context.Request.Form["upheld"] == "yes", context.OwnSession().Person.Id, cancellation)
            ? new SeeOther($"{view.Address}?said=collect.Answered")
            : Refused(view, new("这条异议已经答复过了", "This objection has been answered already"), context);
    }

    private static async Task<IResult> StepAsync(string code, int year, string school, ReturnStep step, string said, HttpContext context, FormReading reading, TakeReturnStep take, CancellationToken cancellation)
    {
        if (await reading.RunAsync(context, code, year, school, null, false, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        var refused = await take.RunAsync(new StepRequest(view.Desk.Round, [school], step, "", context.OwnSession().Person.Id), cancellation);
        return refused.IsEmpty ? new SeeOther($"{view.Address}?said={said}") : Refused(view, refused[0].Reason, context);
    }

    private static LocalizedText? IsTooLate(FormView view, TimeProvider clock) => GiveGrants.Today(clock) > view.Desk.Round.ConfirmBy
        ? new($"确认和异议的期限 {Printed.Day(view.Desk.Round.ConfirmBy)} 已过，请与县教育局联系", $"The time to confirm or contest ended on {Printed.Day(view.Desk.Round.ConfirmBy)}; turn to the bureau")
        : null;

    private static PageResult<FormPage> Refused(FormView view, LocalizedText reason, HttpContext context) =>
        new(new { View = view, Said = (Said?)null, Faults = new[] { reason.In(ChosenLanguage.Of(context)) } }, StatusCodes.Status422UnprocessableEntity);
}
