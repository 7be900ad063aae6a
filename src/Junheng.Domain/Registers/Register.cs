using System.Collections.Immutable;

namespace Junheng.Domain.Registers;

/// <summary>One step of a succession.</summary>
/// <param name="From">Who came before.</param>
/// <param name="Into">Who carries it on.</param>
/// <param name="Day">From which day.</param>
/// <param name="Event">The event.</param>
public sealed record Succession(SubjectId From, SubjectId Into, DateOnly Day, long Event);

/// <summary>
/// The registers: regions, townships, schools, campuses, classes and staff with all that ever happened to them. Nothing in it is overwritten: an event is added, or taken back by another.
/// It answers for any day (what held on it) and as known at any moment (what had been entered by then).
/// </summary>
public sealed class Register
{
    private readonly ImmutableArray<RegisterEvent> _inOrder;

    private Register(ImmutableArray<RegisterEvent> events)
    {
        Events = events;
        Undone = UndoneOf(events);
        _inOrder = [.. events.Where(each => each.Change is not RegisterChange.Undo && !Undone.ContainsKey(each.Number)).OrderBy(each => each.Effective).ThenBy(each => each.Number)];
        Successions = [.. _inOrder.SelectMany(Steps)];
    }

    /// <summary>No event at all.</summary>
    public static Register Empty { get; } = new([]);

    /// <summary>Every event by number, those taken back too.</summary>
    public ImmutableArray<RegisterEvent> Events { get; }

    /// <summary>Events taken back, each with the number of the event that took it back.</summary>
    public ImmutableDictionary<long, long> Undone { get; }

    /// <summary>Events that hold, in the order in which they hold.</summary>
    public ImmutableArray<RegisterEvent> InForce => _inOrder;

    /// <summary>All steps of succession that hold, by day.</summary>
    public ImmutableArray<Succession> Successions { get; }

    /// <summary>The number of the last event; 0 where there is none.</summary>
    public long LastNumber => Events.IsEmpty ? 0 : Events[^1].Number;

    /// <summary>The register of these events.</summary>
    /// <param name="events">By number, each number once.</param>
    public static Register Of(ImmutableArray<RegisterEvent> events) => events.IsEmpty ? Empty : new Register(events);

    /// <summary>The register with further events.</summary>
    /// <param name="events">With numbers after the last.</param>
    public Register With(IEnumerable<RegisterEvent> events) => new([.. Events, .. events]);

    /// <summary>The register as it was known at a moment: without what was entered later.</summary>
    public Register KnownAt(DateTimeOffset moment) => Of([.. Events.Where(each => each.EnteredAt <= moment)]);

    /// <summary>What is there on a day.</summary>
    public RegisterSnapshot AsAt(DateOnly day)
    {
        var walk = new RegisterWalk();
        foreach (var each in _inOrder.TakeWhile(each => each.Effective <= day))
        {
            walk.Take(each);
        }

        return new RegisterSnapshot(day, walk.Open, walk.Ended);
    }

    /// <summary>Everything that does not fit: overlapping times, cycles, unknown subjects, days before an opening or after an end, codes given twice.</summary>
    public ImmutableArray<RegisterFinding> Check()
    {
        var walk = new RegisterWalk();
        foreach (var each in _inOrder)
        {
            walk.Take(each);
        }

        return [.. UndoFindings(), .. walk.Findings];
    }

    /// <summary>Who came before a subject, up to and including a day: whoever merged into it or split into it, and those before them. By number.</summary>
    public ImmutableArray<SubjectId> Predecessors(SubjectId subject, DateOnly day) => Closure(subject, day, step => step.Into, step => step.From);

    /// <summary>Who carries a subject on, up to and including a day. By number.</summary>
    public ImmutableArray<SubjectId> Successors(SubjectId subject, DateOnly day) => Closure(subject, day, step => step.From, step => step.Into);

    /// <summary>A number that no subject of a kind ever had.</summary>
    public long NextNumber(SubjectKind kind) =>
        1 + Events.SelectMany(each => each.Change.Subjects).Where(subject => subject.Kind == kind).Select(subject => subject.Number).DefaultIfEmpty(0).Max();

    /// <summary>The subjects that ever had a code, the latest first.</summary>
    public ImmutableArray<SubjectId> EverCoded(SubjectKind kind, string code) =>
        [.. _inOrder.Reverse().Select(each => each.Change).Where(change => FieldsOf(change).GetValueOrDefault("code") == code).Select(change => change.Subjects[0]).Where(subject => subject.Kind == kind).Distinct()];

    private static ImmutableSortedDictionary<string, string> FieldsOf(RegisterChange change) => change switch
    {
        RegisterChange.Open open => open.Fields,
        RegisterChange.Alter alter => alter.Fields,
        _ => ImmutableSortedDictionary<string, string>.Empty,
    };

    private ImmutableArray<SubjectId> Closure(SubjectId subject, DateOnly day, Func<Succession, SubjectId> here, Func<Succession, SubjectId> there)
    {
        var found = new SortedSet<SubjectId>();
        var waiting = new Queue<SubjectId>([subject]);
        while (waiting.TryDequeue(out var at))
        {
            foreach (var next in Successions.Where(step => step.Day <= day && here(step) == at).Select(there).Where(next => next != subject && found.Add(next)))
            {
                waiting.Enqueue(next);
            }
        }

        return [.. found];
    }

    private static IEnumerable<Succession> Steps(RegisterEvent each) => each.Change switch
    {
        RegisterChange.Merge merge => merge.From.Select(from => new Succession(from, merge.Into, each.Effective, each.Number)),
        RegisterChange.Split split => split.Into.Select(into => new Succession(split.From, into, each.Effective, each.Number)),
        _ => [],
    };

    /// <summary>From the last event to the first: an undoing that is itself undone takes nothing back.</summary>
    private static ImmutableDictionary<long, long> UndoneOf(ImmutableArray<RegisterEvent> events)
    {
        var undone = ImmutableDictionary.CreateBuilder<long, long>();
        foreach (var each in events.Reverse())
        {
            if (each.Change is RegisterChange.Undo undo && undo.Event < each.Number && !undone.ContainsKey(each.Number))
            {
                undone[undo.Event] = each.Number;
            }
        }

        return undone.ToImmutable();
    }

    private IEnumerable<RegisterFinding> UndoFindings()
    {
        var known = Events.Select(each => each.Number).ToHashSet();
        var taken = new HashSet<long>();
        foreach (var each in Events.Where(each => each.Change is RegisterChange.Undo && !Undone.ContainsKey(each.Number)))
        {
            var undo = (RegisterChange.Undo)each.Change;
            if (!known.Contains(undo.Event) || undo.Event >= each.Number)
            {
                yield return new RegisterFinding(each.Number, null, "register.unknown-event", new($"没有第 {undo.Event} 号变更", $"There is no event {undo.Event}"), new("核对变更号", "Check the number"));
            }
            else if (!taken.Add(undo.Event))
            {
                yield return new RegisterFinding(each.Number, null, "register.undone-already", new($"第 {undo.Event} 号变更已经撤回", $"Event {undo.Event} was taken back already"), new("无需再撤回", "Nothing to do"));
            }
        }
    }
}

/// <summary>The registers on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Open">What is there, by kind and number.</param>
/// <param name="Ended">What was there before, with its last values.</param>
public sealed record RegisterSnapshot(DateOnly Day, ImmutableSortedDictionary<SubjectId, SubjectState> Open, ImmutableSortedDictionary<SubjectId, SubjectState> Ended)
{
    /// <summary>A subject that is there; null where it is not.</summary>
    public SubjectState? Find(SubjectId subject) => Open.GetValueOrDefault(subject);

    /// <summary>A subject that is there or was; null where it never was.</summary>
    public SubjectState? FindEver(SubjectId subject) => Open.GetValueOrDefault(subject) ?? Ended.GetValueOrDefault(subject);

    /// <summary>The subjects of a register, by number.</summary>
    public IEnumerable<SubjectState> Of(SubjectKind kind) => Open.Values.Where(state => state.Id.Kind == kind);

    /// <summary>A subject by its code; null where none has it on that day.</summary>
    public SubjectState? ByCode(SubjectKind kind, string code) => Of(kind).FirstOrDefault(state => state.Code == code);

    /// <summary>
    /// The region that a subject is filed under: itself, its county, or the county of its school; null where that can't be told. Its number is the scope of the subject's events.
    /// </summary>
    public SubjectId? RegionOf(SubjectId subject) => subject.Kind switch
    {
        SubjectKind.Region => subject,
        SubjectKind.Township or SubjectKind.School => FindEver(subject)?.County,
        _ => FindEver(subject)?.School is { } school ? FindEver(school)?.County : null,
    };
}
