using Junheng.Application.Regions;

namespace Junheng.Application.Audit;

/// <summary>One thing that was done, or tried: who, when, what, to what, from which value to which, with what result.</summary>
/// <param name="Scope">The region whose chain it joins; <see cref="ScopeId.Installation"/> for what belongs to none.</param>
/// <param name="Actor">Who did it: a stable id, never a name. The id of a person whose name and number lie elsewhere.</param>
/// <param name="Action">What was done, dotted: <c>register.school.merge</c>, <c>account.lock</c>.</param>
/// <param name="Subject">To what, as a stable id: <c>school/9901210108</c>. Never a person's name or number.</param>
/// <param name="Result">What came of it: <see cref="AuditResults"/>.</param>
/// <param name="At">When, with the offset of the place. What the clock said, even where it went back.</param>
public sealed record AuditEntry(ScopeId Scope, string Actor, string Action, string Subject, string Result, DateTimeOffset At)
{
    /// <summary>Old and new value where they are nobody's personal data; null where nothing changed or the values are personal.</summary>
    public ValueChange? Change { get; init; }

    /// <summary>Old and new value of a person, kept under that person's key; null where there are none.</summary>
    public PersonalChange? Personal { get; init; }
}

/// <summary>A value before and after.</summary>
/// <param name="Old">Before; null where there was none.</param>
/// <param name="New">After; null where there is none any more.</param>
public sealed record ValueChange(string? Old, string? New);

/// <summary>A personal value before and after. It can be read only while the person's key exists.</summary>
/// <param name="Person">Whose: a stable id that says nothing by itself.</param>
/// <param name="Old">Before; null where there was none.</param>
/// <param name="New">After; null where there is none any more.</param>
public sealed record PersonalChange(string Person, string? Old, string? New);

/// <summary>The results that an entry may have.</summary>
public static class AuditResults
{
    /// <summary>It was done.</summary>
    public const string Done = "done";

    /// <summary>It was refused for what it asked: findings were given.</summary>
    public const string Refused = "refused";

    /// <summary>It was refused for who asked.</summary>
    public const string Denied = "denied";

    /// <summary>It broke off.</summary>
    public const string Failed = "failed";
}
