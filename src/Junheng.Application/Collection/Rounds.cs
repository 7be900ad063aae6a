using System.Collections.Immutable;
using Junheng.Application.Regions;
using Junheng.Domain.Returns;
using Junheng.Domain.Schools;

namespace Junheng.Application.Collection;

/// <summary>A collection round: a county collects the figures of a report year from its schools.</summary>
/// <param name="Scope">The county.</param>
/// <param name="ReportYear">Year Y means 1 September Y.</param>
/// <param name="Title">Its name.</param>
/// <param name="Opens">First day that schools fill in.</param>
/// <param name="Deadline">Last day to hand in.</param>
/// <param name="ConfirmBy">Last day for principals to confirm or contest (异议) approved figures.</param>
/// <param name="StandardId">The standard whose items are collected.</param>
/// <param name="Freeze">The newest freeze; null while the year is open.</param>
public sealed record CollectionRound(
    ScopeId Scope, int ReportYear, string Title, DateOnly Opens, DateOnly Deadline, DateOnly ConfirmBy, string StandardId, YearFreeze? Freeze);

/// <summary>A frozen year: data, standard and settings by hash.</summary>
/// <param name="Version">From 1; a frozen year changes only by a new one.</param>
/// <param name="DataSha256">Hash of the file that holds all approved figures.</param>
/// <param name="StandardHash">Content hash of the standard.</param>
/// <param name="SettingsSha256">Hash of the settings in use.</param>
/// <param name="ProposedBy">Who asked for it.</param>
/// <param name="ApprovedBy">The second person.</param>
/// <param name="At">When.</param>
public sealed record YearFreeze(int Version, string DataSha256, string StandardHash, string SettingsSha256, string ProposedBy, string ApprovedBy, DateTimeOffset At);

/// <summary>A school that is asked to fill in.</summary>
/// <param name="Code">School code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type: decides the form.</param>
/// <param name="Township">Its township; empty when not known.</param>
public sealed record AskedSchool(string Code, string Name, SchoolType Type, string Township);

/// <summary>A school's return as it stands.</summary>
/// <param name="Scope">The county.</param>
/// <param name="ReportYear">The report year.</param>
/// <param name="School">The school.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Its newest version; 0 while blank.</param>
/// <param name="UpdatedAt">When that was stored; null while blank.</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="Errors">Open errors of logic (逻辑校验).</param>
/// <param name="Questions">Questions (经验校验) without explanation.</param>
/// <param name="Confirmed">When the principal confirmed the newest version; null until then.</param>
/// <param name="OpenObjections">Objections (异议) that are not answered yet.</param>
public sealed record SchoolReturn(
    ScopeId Scope,
    int ReportYear,
    AskedSchool School,
    ReturnState State,
    int Version,
    DateTimeOffset? UpdatedAt,
    string UpdatedBy,
    int Errors,
    int Questions,
    DateTimeOffset? Confirmed,
    int OpenObjections);

/// <summary>The way that figures came in.</summary>
public enum EntryWay : byte
{
    /// <summary>The form in the browser.</summary>
    Form = 0,

    /// <summary>A workbook of one school.</summary>
    SchoolFile = 1,

    /// <summary>One workbook for all schools.</summary>
    CountyFile = 2,

    /// <summary>The undoing of an import.</summary>
    Undo = 3,
}

/// <summary>One text of a form and where it came from.</summary>
/// <param name="Text">As typed; never blank.</param>
/// <param name="File">The file it came in; null when typed.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Cell">The cell.</param>
public sealed record EntryText(string Text, string? File = null, string? Sheet = null, string? Cell = null);

/// <summary>An immutable version of a return.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Entries">Field id → text; blank fields are absent.</param>
/// <param name="Explanations">Question id → explanation (说明).</param>
/// <param name="Way">How it came in.</param>
/// <param name="Batch">The import that it belongs to; empty when typed.</param>
/// <param name="Author">Who stored it.</param>
/// <param name="At">When.</param>
/// <param name="Sha256">Hash over entries and explanations.</param>
public sealed record ReturnVersion(
    int Number,
    ImmutableSortedDictionary<string, EntryText> Entries,
    ImmutableSortedDictionary<string, string> Explanations,
    EntryWay Way,
    string Batch,
    string Author,
    DateTimeOffset At,
    string Sha256)
{
    /// <summary>The texts alone.</summary>
    public ImmutableSortedDictionary<string, string> Texts => Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal);
}

/// <summary>A step that somebody took.</summary>
/// <param name="Step">The step.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Version">The version it was about.</param>
/// <param name="Actor">By whom.</param>
/// <param name="At">When.</param>
/// <param name="Reason">The reason given; empty when none.</param>
public sealed record ReturnEvent(ReturnStep Step, ReturnState From, ReturnState To, int Version, string Actor, DateTimeOffset At, string Reason);

/// <summary>An objection of a principal to a figure (异议).</summary>
/// <param name="Number">From 1.</param>
/// <param name="Field">The field it is about; empty for the whole.</param>
/// <param name="Text">What is contested and why.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When.</param>
/// <param name="Answer">The bureau's answer; empty while open.</param>
/// <param name="AnsweredBy">By whom; empty while open.</param>
/// <param name="IsUpheld">Whether the objection was upheld, so that the return goes back to the school.</param>
public sealed record Objection(int Number, string Field, string Text, string By, DateTimeOffset At, string Answer, string AnsweredBy, bool IsUpheld);

/// <summary>Everything about one school's return.</summary>
/// <param name="Head">How it stands.</param>
/// <param name="Versions">All versions, oldest first.</param>
/// <param name="Events">All steps, oldest first.</param>
/// <param name="Objections">All objections, oldest first.</param>
public sealed record ReturnFile(SchoolReturn Head, ImmutableArray<ReturnVersion> Versions, ImmutableArray<ReturnEvent> Events, ImmutableArray<Objection> Objections)
{
    /// <summary>The newest version; null while blank.</summary>
    public ReturnVersion? Newest => Versions.IsEmpty ? null : Versions[^1];
}
