using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>Plans that were kept.</summary>
internal static class KeptPlanModel
{
    public static void Describe(ModelBuilder model) => model.Entity<KeptPlanRow>(table =>
    {
        table.ToTable("kept_plans").HasKey(row => new { row.ScopeId, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
    });
}

/// <summary>A plan that was kept.</summary>
internal sealed class KeptPlanRow
{
    public long ScopeId { get; set; }

    public Guid Id { get; set; }

    public int ReportYear { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Terms and basis as in the page's address.</summary>
    public string Asked { get; set; } = "";

    public string DataSha256 { get; set; } = "";

    public string StandardSha256 { get; set; } = "";

    public string ResultId { get; set; } = "";

    public string CertificateSha256 { get; set; } = "";

    /// <summary>Exact: a decimal or a fraction; null without a plan.</summary>
    public string? Cost { get; set; }

    /// <summary>Exact, as the cost.</summary>
    public string? LowerBound { get; set; }

    public bool IsShared { get; set; }

    public string Author { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
