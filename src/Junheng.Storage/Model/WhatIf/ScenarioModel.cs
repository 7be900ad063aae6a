using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>Scenarios.</summary>
internal static class ScenarioModel
{
    public static void Describe(ModelBuilder model) => model.Entity<KeptScenarioRow>(table =>
    {
        table.ToTable("scenarios").HasKey(row => new { row.ScopeId, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Revision).IsConcurrencyToken();
    });
}

/// <summary>A scenario.</summary>
internal sealed class KeptScenarioRow
{
    public long ScopeId { get; set; }

    public Guid Id { get; set; }

    public int ReportYear { get; set; }

    public string Name { get; set; } = "";

    /// <summary>JSON: key → text.</summary>
    public string Changes { get; set; } = "";

    public string OverlaySha256 { get; set; } = "";

    public string BaselineSha256 { get; set; } = "";

    public bool IsShared { get; set; }

    public string Author { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public int Revision { get; set; }
}
