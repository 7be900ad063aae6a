using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>A token that a program reads with.</summary>
internal sealed class ApiTokenRow
{
    public long ScopeId { get; set; }

    public required string TokenHash { get; set; }

    public Guid AccountId { get; set; }

    public Guid GrantId { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Its table.</summary>
    public static void Describe(ModelBuilder model) => model.Entity<ApiTokenRow>(table =>
    {
        table.ToTable("api_tokens").HasKey(row => new { row.ScopeId, row.TokenHash });
        table.HasIndex(row => new { row.ScopeId, row.AccountId });
        Instants.Store(table.Property(row => row.CreatedAt));
        Instants.Store(table.Property(row => row.ExpiresAt));
        Instants.Store(table.Property(row => row.LastUsedAt));
    });
}
