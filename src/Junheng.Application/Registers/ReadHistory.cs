using System.Collections.Immutable;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Application.Registers;

/// <summary>The history of one subject.</summary>
/// <param name="Subject">It, as it stands on the day asked for or stood last.</param>
/// <param name="IsOpen">Whether it is there on that day.</param>
/// <param name="Lines">What happened, oldest first.</param>
/// <param name="Predecessors">Who came before it.</param>
/// <param name="Successors">Who carries it on.</param>
public sealed record SubjectHistory(
    SubjectState Subject, bool IsOpen, ImmutableArray<HistoryLine> Lines, ImmutableArray<SubjectState> Predecessors, ImmutableArray<SubjectState> Successors)
{
    /// <summary>The lines as text, one an event: <c>2024-09-01 更名：… （登记 2024-08-20，account/7）</c>.</summary>
    /// <param name="language">The language.</param>
    /// <param name="nameOf">The name behind an author's id; null to show the id.</param>
    public ImmutableArray<string> Texts(Language language, Func<string, string>? nameOf = null) =>
        [.. Lines.Select(line => language == Language.En ? English(line, nameOf?.Invoke(line.Event.Author) ?? line.Event.Author) : Chinese(line, nameOf?.Invoke(line.Event.Author) ?? line.Event.Author))];

    private static string Chinese(HistoryLine line, string author) => FormattableString.Invariant(
        $"{line.Event.Effective:yyyy-MM-dd} {line.Text.Zh}（{line.Event.EnteredAt:yyyy-MM-dd} 由 {author} 登记{(line.TakenBackBy is { } by ? FormattableString.Invariant($"；已由第 {by} 号变更撤回") : "")}）");

    private static string English(HistoryLine line, string author) => FormattableString.Invariant(
        $"{line.Event.Effective:yyyy-MM-dd} {line.Text.En} (entered {line.Event.EnteredAt:yyyy-MM-dd} by {author}{(line.TakenBackBy is { } by ? FormattableString.Invariant($"; taken back by event {by}") : "")})");
}

/// <summary>Use case: what happened to a school or a region, and who came before and after it.</summary>
public sealed class ReadHistory(IRegisters registers)
{
    /// <summary>The history; null where the subject was never on record by that day.</summary>
    /// <param name="subject">Which.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="knownAt">As known at this moment; null for the present.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SubjectHistory?> RunAsync(SubjectId subject, DateOnly day, DateTimeOffset? knownAt, CancellationToken cancellation)
    {
        var all = await registers.ReadAsync(cancellation);
        var register = knownAt is { } moment ? all.KnownAt(moment) : all;
        var snapshot = register.AsAt(day);
        return snapshot.FindEver(subject) is not { } state
            ? null
            : new SubjectHistory(
                state,
                snapshot.Find(subject) is not null,
                [.. RegisterHistory.Of(register, subject).Where(line => line.Event.Effective <= day)],
                [.. register.Predecessors(subject, day).Select(each => snapshot.FindEver(each)).OfType<SubjectState>()],
                [.. register.Successors(subject, day).Select(each => snapshot.FindEver(each)).OfType<SubjectState>()]);
    }
}
