using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Import;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;
using Junheng.Domain.Returns;

namespace Junheng.Application.Collection;

/// <summary>A version to be stored.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="ExpectedVersion">The newest version that the writer knows; another one in the store refuses the write.</param>
/// <param name="Entries">Field id → text.</param>
/// <param name="Explanations">Question id → explanation.</param>
/// <param name="Way">How it came in.</param>
/// <param name="Batch">The import; empty when typed.</param>
/// <param name="Errors">Open errors.</param>
/// <param name="Questions">Questions without explanation.</param>
/// <param name="To">The state afterwards.</param>
public sealed record NewVersion(
    string SchoolCode,
    int ExpectedVersion,
    ImmutableSortedDictionary<string, EntryText> Entries,
    ImmutableSortedDictionary<string, string> Explanations,
    EntryWay Way,
    string Batch,
    int Errors,
    int Questions,
    ReturnState To);

/// <summary>A step to be stored.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="Step">The step.</param>
/// <param name="From">The state that the writer knows; another one in the store refuses the write.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Version">The newest version that the writer knows.</param>
/// <param name="Reason">The reason; empty when none.</param>
public sealed record NewStep(string SchoolCode, ReturnStep Step, ReturnState From, ReturnState To, int Version, string Reason);

/// <summary>The approval of a proposal, stored in the transaction of what it brings about.</summary>
/// <param name="Decision">Who approved what, and when.</param>
/// <param name="Entry">What the audit says of it.</param>
public sealed record ApprovedProposal(ProposalDecision Decision, AuditEntry Entry);

/// <summary>Where rounds and returns lie. Every write is one transaction with its audit entries: all of it, or after any fault nothing.</summary>
public interface ICollectionStore
{
    /// <summary>The rounds of a county, newest year first.</summary>
    Task<ImmutableArray<CollectionRound>> RoundsAsync(ScopeId scope, CancellationToken cancellation);

    /// <summary>Opens a round with a blank return for each school; false when the year has one already.</summary>
    Task<bool> OpenAsync(CollectionRound round, ImmutableArray<AskedSchool> schools, string actor, CancellationToken cancellation);

    /// <summary>The returns of a year by school code.</summary>
    Task<ImmutableArray<SchoolReturn>> ReturnsAsync(ScopeId scope, int year, CancellationToken cancellation);

    /// <summary>One return with its history; null when the school is not asked.</summary>
    Task<ReturnFile?> FindAsync(ScopeId scope, int year, string schoolCode, CancellationToken cancellation);

    /// <summary>
    /// One return as its form needs it: of the versions the newest and the one named, of the steps those that sent it back; null when the school is not asked.
    /// </summary>
    Task<ReturnFile?> AtHandAsync(ScopeId scope, int year, string schoolCode, int version, CancellationToken cancellation);

    /// <summary>The newest versions of all returns of a year that have one, by school code.</summary>
    Task<ImmutableArray<(SchoolReturn Head, ReturnVersion Newest)>> NewestAsync(ScopeId scope, int year, CancellationToken cancellation);

    /// <summary>Stores versions together; false, and nothing stored, when one of them meets another version than it expects.</summary>
    Task<bool> StoreAsync(ScopeId scope, int year, ImmutableArray<NewVersion> versions, string actor, CancellationToken cancellation);

    /// <summary>Stores steps together; false, and nothing stored, when one of them meets another state or version than it expects.</summary>
    Task<bool> StepAsync(ScopeId scope, int year, ImmutableArray<NewStep> steps, string actor, CancellationToken cancellation) => StepAsync(scope, year, steps, actor, null, cancellation);

    /// <summary>Stores steps together with the approval of the proposal that they carry out; false, and nothing stored, also when the proposal is open no longer.</summary>
    Task<bool> StepAsync(ScopeId scope, int year, ImmutableArray<NewStep> steps, string actor, ApprovedProposal? approval, CancellationToken cancellation);

    /// <summary>Notes that the principal confirmed a version; false when it is no longer the newest or not approved.</summary>
    Task<bool> ConfirmAsync(ScopeId scope, int year, string schoolCode, int version, string actor, CancellationToken cancellation);

    /// <summary>Stores an objection; false, and nothing stored, when the return is no longer approved or somebody else changed it at the same moment.</summary>
    Task<bool> ObjectAsync(ScopeId scope, int year, string schoolCode, string field, string text, string actor, CancellationToken cancellation);

    /// <summary>Answers an objection; when it is upheld the return is sent back in the same transaction. False when it was answered already.</summary>
    Task<bool> AnswerAsync(ScopeId scope, int year, string schoolCode, int objection, string answer, bool isUpheld, string actor, CancellationToken cancellation);

    /// <summary>
    /// Freezes a year: the county's figures as an import, the freeze and the states of the returns together; false when a return is no longer approved in the version
    /// named, somebody else froze the year first, or the proposal that it carries out is open no longer.
    /// </summary>
    Task<bool> FreezeAsync(
        ScopeId scope, int year, YearFreeze freeze, ImportBatch figures, ImmutableArray<NewStep> steps, ApprovedProposal? approval, CancellationToken cancellation);

    /// <summary>Keeps what somebody typed and has not saved yet; a newer draft of the same person replaces it.</summary>
    Task KeepDraftAsync(ScopeId scope, int year, string schoolCode, string person, ReturnDraft draft, CancellationToken cancellation);

    /// <summary>The draft of a person; null when there is none.</summary>
    Task<ReturnDraft?> DraftAsync(ScopeId scope, int year, string schoolCode, string person, CancellationToken cancellation);
}

/// <summary>What somebody typed and has not saved yet.</summary>
/// <param name="BaseVersion">The version it started from.</param>
/// <param name="Texts">Field id → text; a blank text says that the field was emptied.</param>
/// <param name="Sequence">Rises with every keystroke sent, so that an older one that arrives late does not win.</param>
/// <param name="At">When it was kept.</param>
/// <param name="IsSaved">Whether the same person has stored a version since.</param>
public sealed record ReturnDraft(int BaseVersion, ImmutableSortedDictionary<string, string> Texts, long Sequence, DateTimeOffset At, bool IsSaved = false);
