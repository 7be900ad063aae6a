using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>Who did what.</summary>
internal static class AuditModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<AuditRow>(table =>
        {
            table.ToTable("audit").HasKey(row => new { row.ScopeId, row.EntryId });
            Instants.Store(table.Property(row => row.At));
        });
    }
}
