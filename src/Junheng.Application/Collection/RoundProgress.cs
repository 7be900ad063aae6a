using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>How far a township, or the whole county, is.</summary>
/// <param name="Township">Its name; empty for the whole county and for schools without one.</param>
/// <param name="Schools">Schools asked.</param>
/// <param name="ByState">Schools in each state, in the order of <see cref="ReturnStates.All"/>.</param>
/// <param name="WithErrors">Schools with open errors.</param>
public sealed record TownshipProgress(string Township, int Schools, ImmutableArray<int> ByState, int WithErrors)
{
    /// <summary>Schools that have handed in: submitted, approved or frozen.</summary>
    public int HandedIn => ByState[(int)ReturnState.Submitted] + ByState[(int)ReturnState.Approved] + ByState[(int)ReturnState.Frozen];
}

/// <summary>A school to be reminded (催报).</summary>
/// <param name="School">The school.</param>
/// <param name="State">Where its return stands.</param>
/// <param name="Message">A text that can be sent as it is.</param>
public sealed record Reminder(AskedSchool School, ReturnState State, LocalizedText Message);

/// <summary>How far a round is, and who has to be reminded.</summary>
/// <param name="Whole">The county.</param>
/// <param name="Townships">By township, ordinal.</param>
/// <param name="WorkingDaysLeft">Worked days until the deadline; negative when it has passed.</param>
/// <param name="Reminders">Schools that have not handed in, by township and code.</param>
public sealed record RoundProgress(TownshipProgress Whole, ImmutableArray<TownshipProgress> Townships, int WorkingDaysLeft, ImmutableArray<Reminder> Reminders)
{
    /// <summary>The progress of a round on a day.</summary>
    public static RoundProgress Of(CollectionRound round, ImmutableArray<SchoolReturn> returns, DateOnly today, WorkingDays calendar)
    {
        var left = calendar.Between(today, round.Deadline);
        return new RoundProgress(
            Sum("", returns),
            [.. returns.GroupBy(each => each.School.Township, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Sum(group.Key, [.. group]))],
            left,
            [.. returns
                .Where(each => each.State.IsOpenToSchool())
                .OrderBy(each => each.School.Township, StringComparer.Ordinal)
                .ThenBy(each => each.School.Code, StringComparer.Ordinal)
                .Select(each => new Reminder(each.School, each.State, Message(round, each, left)))]);
    }

    private static TownshipProgress Sum(string township, ImmutableArray<SchoolReturn> returns) => new(
        township,
        returns.Length,
        [.. ReturnStates.All.Select(state => returns.Count(each => each.State == state))],
        returns.Count(each => each.Errors > 0));

    private static LocalizedText Message(CollectionRound round, SchoolReturn each, int left)
    {
        var day = round.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (zhWhen, enWhen) = left switch
        {
            < 0 => ($"截止日期 {day} 已过 {-left} 个工作日", $"The deadline {day} passed {-left} working days ago"),
            0 => ($"今天（{day}）截止", $"Today ({day}) is the last day"),
            _ => ($"{day} 截止，还有 {left} 个工作日", $"The deadline is {day}, {left} working days from now"),
        };
        var (zhWhat, enWhat) = each.State switch
        {
            ReturnState.Blank => ("还没有填报", "has not been filled in"),
            ReturnState.SentBack => ("已退回，请改正后重新上报", "was sent back; mend it and hand it in again"),
            _ when each.Errors > 0 => ($"已保存，还有 {each.Errors} 处错误要改，改完请上报", $"is saved with {each.Errors} errors; mend them and hand it in"),
            _ => ("已保存，还没有上报", "is saved but not handed in"),
        };
        return new($"{each.School.Name}：{round.Title}{zhWhat}。{zhWhen}。", $"{each.School.Name}: {round.Title} {enWhat}. {enWhen}.");
    }
}
