using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Domain.Registers;

namespace Junheng.Application.Registers;

/// <summary>A change and the first day on which it holds.</summary>
/// <param name="Effective">The day; of an undoing it says nothing.</param>
/// <param name="Change">The change.</param>
public sealed record DatedChange(DateOnly Effective, RegisterChange Change);

/// <summary>What is to be changed.</summary>
/// <param name="Author">Who: a stable id.</param>
/// <param name="Changes">Makes the changes from the register as it is; called again where it has grown meanwhile.</param>
public sealed record RegisterRequest(string Author, Func<Register, ImmutableArray<DatedChange>> Changes)
{
    /// <summary>What else would have to hold: of the register before, the register with the events, and the new events. Null where nothing else is asked.</summary>
    public Func<Register, Register, ImmutableArray<RegisterEvent>, ImmutableArray<RegisterFinding>>? Guard { get; init; }

    /// <summary>The particulars that belong to the changes made last: person, scope and particulars. Null where there are none.</summary>
    public Func<ImmutableArray<(ScopeId Scope, string Person, PersonParticulars Particulars)>>? Persons { get; init; }

    /// <summary>Whether it is only tried: nothing is stored.</summary>
    public bool IsTrial { get; init; }
}

/// <summary>What came of a change of the registers.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>Nothing was changed, and everything that does not fit.</summary>
    public sealed record Refused(ImmutableArray<RegisterFinding> Findings) : ChangeOutcome;

    /// <summary>All of it was entered, or would be where it was only tried.</summary>
    public sealed record Entered(ImmutableArray<RegisterEvent> Events, Register Register) : ChangeOutcome;
}

/// <summary>
/// Use case: enter changes in the registers: read → number → check the whole register with them → store with the audit, or begin anew where somebody else was faster.
/// Taking back is a change like any other.
/// </summary>
public sealed class ChangeRegisters(IRegisters registers, TimeProvider clock)
{
    private const int Tries = 20;

    /// <summary>Enters changes: all of them, or none.</summary>
    /// <exception cref="TimeoutException">Others were faster every time.</exception>
    public async Task<ChangeOutcome> RunAsync(RegisterRequest request, CancellationToken cancellation)
    {
        for (var left = Tries; left > 0; left--)
        {
            var register = await registers.ReadAsync(cancellation);
            var at = Later(clock.GetLocalNow(), register);
            var events = request.Changes(register).Select((each, position) => new RegisterEvent(register.LastNumber + position + 1, EffectiveOf(register, each), at, request.Author, each.Change)).ToImmutableArray();
            var changed = register.With(events);
            ImmutableArray<RegisterFinding> findings = [.. changed.Check(), .. request.Guard?.Invoke(register, changed, events) ?? []];
            if (!findings.IsEmpty)
            {
                return new ChangeOutcome.Refused(findings);
            }

            ImmutableArray<FiledPerson> persons = [.. (request.Persons?.Invoke() ?? []).Select(each => Filed(each, request.Author, at))];
            var days = new Dictionary<DateOnly, RegisterSnapshot>();
            if (request.IsTrial || (events.IsEmpty && persons.IsEmpty)
                || await registers.AppendAsync(register.LastNumber, [.. events.Select(each => Filed(changed, each, days))], persons, cancellation))
            {
                return new ChangeOutcome.Entered(events, changed);
            }
        }

        throw new TimeoutException("The registers are being changed by others without pause.");
    }

    /// <summary>Enters changes that depend on the register.</summary>
    public Task<ChangeOutcome> RunAsync(string author, Func<Register, ImmutableArray<DatedChange>> changes, CancellationToken cancellation) => RunAsync(new RegisterRequest(author, changes), cancellation);

    /// <summary>Enters changes that do not depend on the register.</summary>
    public Task<ChangeOutcome> RunAsync(string author, ImmutableArray<DatedChange> changes, CancellationToken cancellation) => RunAsync(new RegisterRequest(author, _ => changes), cancellation);

    private static DateOnly EffectiveOf(Register register, DatedChange change) =>
        change.Change is RegisterChange.Undo undo && register.Events.FirstOrDefault(each => each.Number == undo.Event) is { } target ? target.Effective : change.Effective;

    /// <summary>Where the clock has gone back, events keep their order of entry.</summary>
    private static DateTimeOffset Later(DateTimeOffset now, Register register) => register.Events is [.., var last] && last.EnteredAt > now ? last.EnteredAt : now;

    private static FiledPerson Filed((ScopeId Scope, string Person, PersonParticulars Particulars) each, string author, DateTimeOffset at) => new(
        each.Scope,
        each.Person,
        each.Particulars,
        new AuditEntry(each.Scope, author, "register.person.enter", each.Person, AuditResults.Done, at) { Personal = new PersonalChange(each.Person, null, $"{each.Particulars.Name} {each.Particulars.Number}".Trim()) });

    private static FiledEvent Filed(Register register, RegisterEvent each, Dictionary<DateOnly, RegisterSnapshot> days)
    {
        var spoken = each.Change is RegisterChange.Undo undo ? register.Events.First(other => other.Number == undo.Event) : each;
        var subject = spoken.Change.Subjects.FirstOrDefault();
        var day = days.TryGetValue(spoken.Effective, out var known) ? known : days[spoken.Effective] = register.AsAt(spoken.Effective);
        var scope = subject == default ? ScopeId.Installation : new ScopeId(day.RegionOf(subject)?.Number ?? ScopeId.Installation.Value);
        var action = $"register.{(subject == default ? "event" : SubjectId.NameOf(subject.Kind))}.{each.Change.Kind}";
        var entry = new AuditEntry(scope, each.Author, action, subject == default ? "register" : subject.ToString(), AuditResults.Done, each.EnteredAt)
        {
            Change = new ValueChange(null, string.Create(CultureInfo.InvariantCulture, $"{each.Number} {each.Effective:yyyy-MM-dd} {ChangeJson.Write(each.Change)}")),
        };
        return new FiledEvent(scope, each, entry);
    }
}
