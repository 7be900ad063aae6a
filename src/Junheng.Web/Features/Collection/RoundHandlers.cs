using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Application.Grants;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Collection;

/// <summary>The rounds of a county, one round, and what is done to many returns at once.</summary>
internal static class RoundHandlers
{
    private const int UsualDays = 15;
    private const int UsualDaysToConfirm = 5;
    private static readonly string[] _days = ["opens", "deadline", "confirm"];

    public static async Task<IResult> ListAsync(string code, HttpContext context, CollectionDesk desk, ICollectionStore store, IAskedSchools schools, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation) =>
        await desk.CountyAsync(code, cancellation) is { } county
            ? await ListAsync(county, null, [], StatusCodes.Status200OK, context, desk, store, schools, calendar, clock, cancellation)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> OpenAsync(
        string code, HttpContext context, CollectionDesk desk, OpenRound open, ICollectionStore store, IAskedSchools schools, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation)
    {
        if (await desk.CountyAsync(code, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var (form, language) = (context.Request.Form, ChosenLanguage.Of(context));
        var isYear = int.TryParse(form["year"].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        var days = _days.Select(name => DateOnly.TryParseExact(form[name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).ToArray();
        var round = new CollectionRound(county.Scope, isYear ? year : 0, form["title"].ToString().Trim(), days[0] ?? default, days[1] ?? default, days[2] ?? default, StandardRequest.DefaultId, null);
        if (days.Any(day => day is null) || round.Title.Length > 100)
        {
            var reason = new LocalizedText("日期写成 2026-09-20 的样子；名称最多 100 字", "Write days like 2026-09-20; a name has at most 100 characters");
            return await ListAsync(county, round, [reason], StatusCodes.Status422UnprocessableEntity, context, desk, store, schools, calendar, clock, cancellation);
        }

        return await open.RunAsync(round, context.OwnSession().Person.Id, cancellation) switch
        {
            OpenOutcome.Opened opened => new SeeOther($"/counties/{Uri.EscapeDataString(code)}/rounds/{round.ReportYear}?said={(opened.Asked.From == AskedFrom.Register ? "collect.Opened" : "collect.OpenedByFigures")}"),
            OpenOutcome.Refused refused => await ListAsync(county, round, refused.Reasons, StatusCodes.Status422UnprocessableEntity, context, desk, store, schools, calendar, clock, cancellation),
            _ => throw new InvalidOperationException("A round is opened or refused."),
        };
    }

    public static async Task<IResult> ShowAsync(
        string code, int year, string? said, HttpContext context, CollectionDesk desk, ICollectionStore store, RoundProposals proposals, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation) =>
        await desk.FindAsync(context, code, year, cancellation) is { } round
            ? await PageAsync(round, Said.Of(said), [], StatusCodes.Status200OK, store, proposals, calendar, clock, cancellation)
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> StepAsync(
        string code, int year, HttpContext context, CollectionDesk desk, TakeReturnStep take, ICollectionStore store, RoundProposals proposals, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round)
        {
            return ErrorHandlers.NotFound(context);
        }

        var form = context.Request.Form;
        var schools = form["step"] == "approve-all"
            ? [.. (await store.ReturnsAsync(round.Round.Scope, year, cancellation)).Where(each => each.State == ReturnState.Submitted).Select(each => each.School.Code)]
            : form["school"].OfType<string>().ToImmutableArray();
        var step = form["step"] == "sendback" ? ReturnStep.SendBack : ReturnStep.Approve;
        var reason = form["reason"].ToString().Trim();
        var refused = schools.IsEmpty || reason.Length > 500
            ? [new RefusedStep("", schools.IsEmpty ? new LocalizedText("请先勾选学校", "Choose schools first") : new LocalizedText("原因最多 500 个字", "A reason has at most 500 characters"))]
            : await take.RunAsync(new StepRequest(round.Round, schools, step, reason, context.OwnSession().Person.Id), cancellation);
        return refused.IsEmpty
            ? new SeeOther($"{round.Address}?said={(step == ReturnStep.Approve ? "collect.Approved" : "collect.SentBack")}")
            : await PageAsync(round, null, refused, StatusCodes.Status422UnprocessableEntity, store, proposals, calendar, clock, cancellation);
    }

    public static async Task<IResult> RemindersAsync(
        string code, int year, HttpContext context, CollectionDesk desk, ICollectionStore store, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation) =>
        await desk.FindAsync(context, code, year, cancellation) is { } round
            ? new PageResult<RemindersPage>(new { Desk = round, Progress = await ProgressAsync(round, store, calendar, clock, cancellation) })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> RemindersFileAsync(
        string code, int year, HttpContext context, CollectionDesk desk, ICollectionStore store, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round)
        {
            return ErrorHandlers.NotFound(context);
        }

        var (language, progress) = (ChosenLanguage.Of(context), await ProgressAsync(round, store, calendar, clock, cancellation));
        var text = new StringBuilder("\uFEFF").Append(new LocalizedText("乡镇,学校代码,学校,状态,催报文字", "township,school_code,school,state,message").In(language)).Append("\r\n");
        foreach (var each in progress.Reminders)
        {
            text.AppendJoin(',', new[] { each.School.Township, each.School.Code, each.School.Name, each.State.Name().In(language), each.Message.In(language) }.Select(CsvCell.Of)).Append("\r\n");
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{round.CountyName}{year}催报.csv");
    }

    /// <summary>The page of a round, with what was refused.</summary>
    public static async Task<IResult> PageAsync(
        RoundOnDesk round, Said? said, ImmutableArray<RefusedStep> refused, int status, ICollectionStore store, RoundProposals proposals, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation)
    {
        var returns = await store.ReturnsAsync(round.Round.Scope, round.Round.ReportYear, cancellation);
        var progress = RoundProgress.Of(round.Round, returns, GiveGrants.Today(clock), calendar);
        return new PageResult<RoundPage>(
            new { Desk = round, Returns = returns, Progress = progress, Proposals = await proposals.OpenAsync(round.Round, cancellation), Calendar = calendar, Said = said, Refused = refused }, status);
    }

    private static async Task<RoundProgress> ProgressAsync(RoundOnDesk round, ICollectionStore store, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation) =>
        RoundProgress.Of(round.Round, await store.ReturnsAsync(round.Round.Scope, round.Round.ReportYear, cancellation), GiveGrants.Today(clock), calendar);

    private static async Task<IResult> ListAsync(
        Region county, CollectionRound? typed, ImmutableArray<LocalizedText> faults, int status, HttpContext context, CollectionDesk desk, ICollectionStore store, IAskedSchools schools, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation)
    {
        var mayOpen = desk.May(context, AccessAction.EnterFigures, county);
        var rounds = await store.RoundsAsync(county.Scope, cancellation);
        var today = calendar.After(GiveGrants.Today(clock), 0);
        var deadline = calendar.After(today, UsualDays);
        var wanted = typed ?? new CollectionRound(county.Scope, today.Year, $"{today.Year}年义务教育优质均衡数据填报", today, deadline, calendar.After(deadline, UsualDaysToConfirm), StandardRequest.DefaultId, null);
        return new PageResult<RoundsPage>(
            new { County = county, Rounds = rounds, Wanted = wanted, Asked = mayOpen ? await schools.OfAsync(county.Scope, wanted.ReportYear, cancellation) : null, Calendar = calendar, Faults = faults }, status);
    }
}
