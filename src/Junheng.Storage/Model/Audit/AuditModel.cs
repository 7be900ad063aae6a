using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>The audit chains, the personal values beside them, and the anchors over them.</summary>
internal static class AuditModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<AuditEntryRow>(table => table.ToTable("audit_entries").HasKey(row => new { row.ScopeId, row.Number }));
        model.Entity<AuditHeadRow>(table =>
        {
            table.ToTable("audit_heads").HasKey(row => row.ScopeId);
            table.Property(row => row.ScopeId).ValueGeneratedNever();
        });
        model.Entity<AuditPersonalRow>(table =>
        {
            table.ToTable("audit_personal").HasKey(row => new { row.ScopeId, row.Number });
            table.HasIndex(row => new { row.ScopeId, row.Person });
        });
        model.Entity<PersonKeyRow>(table => table.ToTable("person_keys").HasKey(row => new { row.ScopeId, row.Person }));
        model.Entity<AuditAnchorRow>(table => table.ToTable("audit_anchors").HasKey(row => new { row.ScopeId, row.Day }));
        model.Entity<AuditAnchorHeadRow>(table => table.ToTable("audit_anchor_heads").HasKey(row => new { row.ScopeId, row.Day }));
    }
}
