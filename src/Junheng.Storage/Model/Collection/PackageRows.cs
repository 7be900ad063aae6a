namespace Junheng.Storage.Model;

internal sealed class TrustedNodeRow
{
    public long ScopeId { get; set; }

    public string PublicKey { get; set; } = "";

    public string CountyCode { get; set; } = "";

    public string AcceptedBy { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class ReceivedPackageRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public int FreezeVersion { get; set; }

    public string DataSha256 { get; set; } = "";

    public string StandardHash { get; set; } = "";

    public string PublicKey { get; set; } = "";

    public string Signature { get; set; } = "";

    public string TakenBy { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
