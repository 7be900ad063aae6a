using Junheng.Assessment.Consistency;
using Junheng.Domain.Findings;

namespace Junheng.Application.Check;

/// <summary>What a reviewer says of an explanation. <c>default</c> is open.</summary>
public enum Decision : byte
{
    /// <summary>Not decided.</summary>
    Open = 0,

    /// <summary>The explanation is taken.</summary>
    Accepted = 1,

    /// <summary>It is not: the question stays.</summary>
    Rejected = 2,
}

/// <summary>An explanation for a question: it holds for the values that it was given for and no others.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="CountyCode">The county; empty for a question to the whole table.</param>
/// <param name="SchoolCode">The school; empty for a question to a county.</param>
/// <param name="ReportYear">The report year; 0 when rows carry none.</param>
/// <param name="Cells">The values, as <see cref="CheckHit.Content"/>.</param>
/// <param name="Text">The explanation; empty while there is none.</param>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Place">Where the line stands.</param>
public sealed record Explanation(
    string Rule, string CountyCode, string SchoolCode, int ReportYear, string Cells, string Text, string Reviewer, Decision Decision, Origin Place)
{
    /// <summary>Whether it is for a hit.</summary>
    public bool IsFor(CheckHit hit) => Rule == hit.Rule.Id && CountyCode == hit.CountyCode && SchoolCode == hit.SchoolCode
        && ReportYear == hit.ReportYear && Cells == hit.Content;
}

/// <summary>How a hit stands. Only an accepted explanation closes a question; nothing closes an error but its mending.</summary>
public enum HitState : byte
{
    /// <summary>A hard rule is broken: to be mended.</summary>
    Error = 0,

    /// <summary>A question without an explanation.</summary>
    Open = 1,

    /// <summary>A question whose explanation was rejected.</summary>
    Rejected = 2,

    /// <summary>A question with an explanation that nobody has decided on.</summary>
    Explained = 3,

    /// <summary>A question whose explanation was accepted.</summary>
    Accepted = 4,
}

/// <summary>A hit with what was said to it.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Explanation">The explanation for its values; null when there is none.</param>
public sealed record ExplainedHit(CheckHit Hit, Explanation? Explanation)
{
    /// <summary>How it stands.</summary>
    public HitState State => (Hit.Rule.Kind, Explanation) switch
    {
        (CheckKind.Hard, _) => HitState.Error,
        (_, { Decision: Decision.Rejected }) => HitState.Rejected,
        (_, { Text.Length: > 0, Decision: Decision.Accepted }) => HitState.Accepted,
        (_, { Text.Length: > 0 }) => HitState.Explained,
        _ => HitState.Open,
    };

    /// <summary>Public id of the state.</summary>
    public string StateId => State switch
    {
        HitState.Error => "error",
        HitState.Rejected => "rejected",
        HitState.Accepted => "accepted",
        HitState.Explained => "explained",
        _ => "open",
    };
}
