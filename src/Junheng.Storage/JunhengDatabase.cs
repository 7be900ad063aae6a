using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Storage;

/// <summary>
/// The database. The immutable <c>scope_id</c> of a region comes first in every key, so that rows of a region lie together and can be secured,
/// partitioned or moved as one. Names are snake_case.
/// </summary>
public sealed class JunhengDatabase(DbContextOptions<JunhengDatabase> options) : DbContext(options)
{
    internal DbSet<RegionRow> Regions => Set<RegionRow>();

    internal DbSet<FileRow> Files => Set<FileRow>();

    internal DbSet<ReturnRow> Returns => Set<ReturnRow>();

    internal DbSet<ItemsRow> Items => Set<ItemsRow>();

    internal DbSet<FindingRow> Findings => Set<FindingRow>();

    internal DbSet<StandardRow> Standards => Set<StandardRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RegionRow>(Region);
        modelBuilder.Entity<FileRow>(table => table.ToTable("files").HasKey(row => new { row.ScopeId, row.Sha256 }));
        modelBuilder.Entity<ReturnRow>(table =>
        {
            table.ToTable("returns").HasKey(row => new { row.ScopeId, row.ReportYear, row.Layout, row.Version });
            table.HasOne<FileRow>().WithMany().HasForeignKey(row => new { row.ScopeId, row.FileSha256 }).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ItemsRow>(table =>
        {
            table.ToTable("items").HasKey(row => new { row.ScopeId, row.ReportYear, row.Version, row.Line });
            table.HasOne<FileRow>().WithMany().HasForeignKey(row => new { row.ScopeId, row.FileSha256 }).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<FindingRow>(table =>
        {
            table.ToTable("findings").HasKey(row => new { row.ScopeId, row.FileSha256, row.Number });
            table.HasOne<FileRow>().WithMany().HasForeignKey(row => new { row.ScopeId, row.FileSha256 }).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StandardRow>(table => table.ToTable("standards").HasKey(row => new { row.ScopeId, row.ContentHash }));
        SnakeCaseNames.Apply(modelBuilder);
    }

    private static void Region(EntityTypeBuilder<RegionRow> table)
    {
        table.ToTable("regions").HasKey(row => row.ScopeId);
        table.Property(row => row.ScopeId).ValueGeneratedNever();
        table.HasIndex(row => new { row.Level, row.Code }).IsUnique();
    }
}
