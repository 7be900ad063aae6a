using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>Rounds, schools' returns with their versions, steps and objections, drafts and freezes; packages of frozen years from other installations.</summary>
internal static class CollectionModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<RoundRow>(table => table.ToTable("collection_rounds").HasKey(row => new { row.ScopeId, row.ReportYear }));
        model.Entity<FreezeRow>(table => table.ToTable("year_freezes").HasKey(row => new { row.ScopeId, row.ReportYear, row.Version }));
        model.Entity<SchoolReturnRow>(table =>
        {
            table.ToTable("school_returns").HasKey(row => new { row.ScopeId, row.ReportYear, row.SchoolCode });
            table.Property(row => row.Revision).IsConcurrencyToken();
        });
        model.Entity<ReturnVersionRow>(table =>
        {
            table.ToTable("return_versions").HasKey(row => new { row.ScopeId, row.ReportYear, row.SchoolCode, row.Number });
            table.HasIndex(row => new { row.ScopeId, row.ReportYear, row.Batch });
        });
        model.Entity<ReturnEventRow>(table => table.ToTable("return_events").HasKey(row => new { row.ScopeId, row.ReportYear, row.SchoolCode, row.Revision }));
        model.Entity<ObjectionRow>(table => table.ToTable("return_objections").HasKey(row => new { row.ScopeId, row.ReportYear, row.SchoolCode, row.Number }));
        model.Entity<DraftRow>(table => table.ToTable("return_drafts").HasKey(row => new { row.ScopeId, row.ReportYear, row.SchoolCode, row.Person }));
        model.Entity<TrustedNodeRow>(table => table.ToTable("trusted_nodes").HasKey(row => new { row.ScopeId, row.PublicKey }));
        model.Entity<ReceivedPackageRow>(table => table.ToTable("received_packages").HasKey(row => new { row.ScopeId, row.ReportYear, row.FreezeVersion }));
    }
}
