namespace Junheng.Storage.Model;

/// <summary>What somebody did.</summary>
internal sealed class AuditRow
{
    public long ScopeId { get; set; }

    public Guid EntryId { get; set; }

    public DateTimeOffset At { get; set; }

    public string Actor { get; set; } = "";

    public string Action { get; set; } = "";

    public string Subject { get; set; } = "";

    public string? OldText { get; set; }

    public string? NewText { get; set; }

    public string Result { get; set; } = "";
}
