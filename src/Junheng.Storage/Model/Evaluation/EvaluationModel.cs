using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>Regions, files, returns, items lines, findings and standards: what a verdict is made from.</summary>
internal static class EvaluationModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<RegionRow>(table =>
        {
            table.ToTable("regions").HasKey(row => row.ScopeId);
            table.Property(row => row.ScopeId).ValueGeneratedNever();
            table.HasIndex(row => new { row.Level, row.Code }).IsUnique();
        });
        model.Entity<FileRow>(table => table.ToTable("files").HasKey(row => new { row.ScopeId, row.Sha256 }));
        model.Entity<ReturnRow>(table =>
        {
            table.ToTable("returns").HasKey(row => new { row.ScopeId, row.ReportYear, row.Layout, row.Version });
            table.HasOne<FileRow>().WithMany().HasForeignKey(row => new { row.ScopeId, row.FileSha256 }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ItemsRow>(table =>
        {
            table.ToTable("items").HasKey(row => new { row.ScopeId, row.ReportYear, row.Version, row.Line });
            table.HasOne<FileRow>().WithMany().HasForeignKey(row => new { row.ScopeId, row.FileSha256 }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FindingRow>(table =>
        {
            table.ToTable("findings").HasKey(row => new { row.ScopeId, row.FileSha256, row.Number });
            table.HasOne<FileRow>().WithMany().HasForeignKey(row => new { row.ScopeId, row.FileSha256 }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StandardRow>(table => table.ToTable("standards").HasKey(row => new { row.ScopeId, row.ContentHash }));
    }
}
