using System.Collections.Immutable;

namespace Junheng.Domain.Registers;

/// <summary>
/// What happens to subjects of a register on a day. Greater changes are lists of these on one day: A and B merge into a new C is <see cref="Open"/> C, <see cref="Merge"/>;
/// a school that ends by splitting is <see cref="Open"/> its parts, <see cref="Split"/>, <see cref="Close"/>; a county that becomes a district is <see cref="Alter"/>
/// of its name and code.
/// </summary>
public abstract record RegisterChange
{
    private RegisterChange()
    {
    }

    /// <summary>The id of the change in events and in the audit.</summary>
    public abstract string Kind { get; }

    /// <summary>The subjects that it speaks of, the one that it is filed under first; none for an undoing.</summary>
    public abstract ImmutableArray<SubjectId> Subjects { get; }

    /// <summary>A subject begins.</summary>
    /// <param name="Subject">Whose number was never used before.</param>
    /// <param name="Fields">Values by field; a field that is absent is missing.</param>
    public sealed record Open(SubjectId Subject, ImmutableSortedDictionary<string, string> Fields) : RegisterChange
    {
        /// <inheritdoc/>
        public override string Kind => "open";

        /// <inheritdoc/>
        public override ImmutableArray<SubjectId> Subjects => [Subject];
    }

    /// <summary>Fields get other values: renamed, recoded, moved to another county, promoted.</summary>
    /// <param name="Subject">Open on that day.</param>
    /// <param name="Fields">New values by field, the empty text for none any more; others stay.</param>
    public sealed record Alter(SubjectId Subject, ImmutableSortedDictionary<string, string> Fields) : RegisterChange
    {
        /// <inheritdoc/>
        public override string Kind => "alter";

        /// <inheritdoc/>
        public override ImmutableArray<SubjectId> Subjects => [Subject];
    }

    /// <summary>A subject ends. That day is the first on which it is no more.</summary>
    /// <param name="Subject">Open the day before, and with nothing that still belongs to it.</param>
    public sealed record Close(SubjectId Subject) : RegisterChange
    {
        /// <inheritdoc/>
        public override string Kind => "close";

        /// <inheritdoc/>
        public override ImmutableArray<SubjectId> Subjects => [Subject];
    }

    /// <summary>Subjects end and another carries them on; all that belonged to them belongs to it.</summary>
    /// <param name="From">At least one, of one kind.</param>
    /// <param name="Into">Open on that day, of the same kind, not among them.</param>
    public sealed record Merge(ImmutableArray<SubjectId> From, SubjectId Into) : RegisterChange
    {
        /// <inheritdoc/>
        public override string Kind => "merge";

        /// <inheritdoc/>
        public override ImmutableArray<SubjectId> Subjects => [.. From, Into];
    }

    /// <summary>Others come out of a subject, which goes on unless it is closed besides.</summary>
    /// <param name="From">Open on that day.</param>
    /// <param name="Into">At least one, open on that day, of the same kind.</param>
    public sealed record Split(SubjectId From, ImmutableArray<SubjectId> Into) : RegisterChange
    {
        /// <inheritdoc/>
        public override string Kind => "split";

        /// <inheritdoc/>
        public override ImmutableArray<SubjectId> Subjects => [From, .. Into];
    }

    /// <summary>An event is taken back, as if it had never been; it stays on record, and what was known before can still be asked for.</summary>
    /// <param name="Event">Its number.</param>
    public sealed record Undo(long Event) : RegisterChange
    {
        /// <inheritdoc/>
        public override string Kind => "undo";

        /// <inheritdoc/>
        public override ImmutableArray<SubjectId> Subjects => [];
    }
}

/// <summary>A change as it was entered. Events are only ever added.</summary>
/// <param name="Number">From 1 in the order of entry.</param>
/// <param name="Effective">The first day on which it holds.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Author">Who entered it: a stable id, never a name.</param>
/// <param name="Change">What happens.</param>
public sealed record RegisterEvent(long Number, DateOnly Effective, DateTimeOffset EnteredAt, string Author, RegisterChange Change);
