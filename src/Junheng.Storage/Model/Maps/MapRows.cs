namespace Junheng.Storage.Model;

internal sealed class BoundaryRow
{
    public long ScopeId { get; set; }

    public int Version { get; set; }

    public string FileName { get; set; } = "";

    public byte Datum { get; set; }

    public string Outline { get; set; } = "";

    /// <summary>JSON: an array of {code, name, shape}.</summary>
    public string Inner { get; set; } = "";

    public string Actor { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class RecognitionRow
{
    public long ScopeId { get; set; }

    public int Number { get; set; }

    public int? PlannedYear { get; set; }

    public byte State { get; set; }

    public DateOnly OnDate { get; set; }

    public string Note { get; set; } = "";

    public string Actor { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
