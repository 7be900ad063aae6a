namespace Junheng.Domain.Findings;

/// <summary>How much a finding weighs. <c>default</c> is <see cref="Error"/>: refused.</summary>
public enum Severity : byte
{
    /// <summary>The input is refused until it is mended (逻辑校验).</summary>
    Error = 0,

    /// <summary>A question: read as it stands, but it should be looked at or explained (经验校验).</summary>
    Warning = 1,

    /// <summary>Something was read in a way worth knowing, e.g. full-width digits.</summary>
    Note = 2,
}

/// <summary>
/// One thing found in the input: what is wrong, where, which rule says so, and how to mend it.
/// All findings of an input are collected; none stops the reading of the rest.
/// </summary>
/// <param name="Rule">The rule's stable id, e.g. <c>input.missing-column</c>.</param>
/// <param name="Severity">Whether it refuses the input.</param>
/// <param name="Place">Where it is; parts that do not apply are null.</param>
/// <param name="Message">What is wrong, in the reader's language.</param>
/// <param name="Remedy">How to mend it, in the reader's language.</param>
/// <param name="CountyCode">The county that it concerns, where one can be told.</param>
public sealed record Finding(string Rule, Severity Severity, Origin Place, string Message, string Remedy, string? CountyCode = null)
{
    /// <summary>The public id of the severity: <c>error | warning | note</c>.</summary>
    public string SeverityId => Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
