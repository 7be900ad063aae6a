namespace Junheng.Storage.Model;

internal sealed class RoundRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public string Title { get; set; } = "";

    public DateOnly Opens { get; set; }

    public DateOnly Deadline { get; set; }

    public DateOnly ConfirmBy { get; set; }

    public string StandardId { get; set; } = "";
}

internal sealed class FreezeRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public int Version { get; set; }

    public string DataSha256 { get; set; } = "";

    public string StandardHash { get; set; } = "";

    public string SettingsSha256 { get; set; } = "";

    public string ProposedBy { get; set; } = "";

    public string ApprovedBy { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class SchoolReturnRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public string SchoolCode { get; set; } = "";

    public string Name { get; set; } = "";

    public byte Type { get; set; }

    public string Township { get; set; } = "";

    public byte State { get; set; }

    public int Version { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string UpdatedBy { get; set; } = "";

    public int Errors { get; set; }

    public int Questions { get; set; }

    public DateTimeOffset? Confirmed { get; set; }

    public int OpenObjections { get; set; }

    /// <summary>Counts every change; a writer that read another number is refused.</summary>
    public int Revision { get; set; }
}

internal sealed class ReturnVersionRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public string SchoolCode { get; set; } = "";

    public int Number { get; set; }

    /// <summary>JSON: field id → {text, file, sheet, cell}.</summary>
    public string Entries { get; set; } = "";

    /// <summary>JSON: question id → explanation.</summary>
    public string Explanations { get; set; } = "";

    public byte Way { get; set; }

    public string Batch { get; set; } = "";

    public string Author { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Sha256 { get; set; } = "";
}

internal sealed class ReturnEventRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public string SchoolCode { get; set; } = "";

    /// <summary>The revision of the return that the step made.</summary>
    public int Revision { get; set; }

    public byte Step { get; set; }

    public byte From { get; set; }

    public byte To { get; set; }

    public int Version { get; set; }

    public string Actor { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Reason { get; set; } = "";
}

internal sealed class ObjectionRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public string SchoolCode { get; set; } = "";

    public int Number { get; set; }

    public string Field { get; set; } = "";

    public string Text { get; set; } = "";

    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Answer { get; set; } = "";

    public string AnsweredBy { get; set; } = "";

    public bool IsUpheld { get; set; }
}

internal sealed class DraftRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public string SchoolCode { get; set; } = "";

    public string Person { get; set; } = "";

    public int BaseVersion { get; set; }

    /// <summary>JSON: field id → text.</summary>
    public string Texts { get; set; } = "";

    public long Sequence { get; set; }

    public DateTimeOffset At { get; set; }
}
