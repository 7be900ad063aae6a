using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The tables of the audit as of their migration.</summary>
internal static class AuditTables
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.Entity(Rows + "AuditEntryRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<long>("Number").HasColumnName("number");
            table.Property<string>("Action").IsRequired().HasColumnName("action");
            table.Property<string>("Actor").IsRequired().HasColumnName("actor");
            table.Property<string>("At").IsRequired().HasColumnName("at");
            table.Property<string>("Hash").IsRequired().HasColumnName("hash");
            table.Property<string>("NewValue").HasColumnName("new_value");
            table.Property<string>("ObservedAt").IsRequired().HasColumnName("observed_at");
            table.Property<string>("OldValue").HasColumnName("old_value");
            table.Property<string>("PersonalHash").HasColumnName("personal_hash");
            table.Property<string>("PreviousHash").IsRequired().HasColumnName("previous_hash");
            table.Property<string>("Result").IsRequired().HasColumnName("result");
            table.Property<string>("Subject").IsRequired().HasColumnName("subject");
            table.HasKey("ScopeId", "Number");
            table.ToTable("audit_entries");
        });
        model.Entity(Rows + "AuditHeadRow", table =>
        {
            table.Property<long>("ScopeId").ValueGeneratedNever().HasColumnName("scope_id");
            table.Property<string>("At").IsRequired().HasColumnName("at");
            table.Property<string>("Hash").IsRequired().HasColumnName("hash");
            table.Property<long>("Number").HasColumnName("number");
            table.HasKey("ScopeId");
            table.ToTable("audit_heads");
        });
        model.Entity(Rows + "AuditPersonalRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<long>("Number").HasColumnName("number");
            table.Property<string>("Person").IsRequired().HasColumnName("person");
            table.Property<byte[]>("Sealed").IsRequired().HasColumnName("sealed");
            table.HasKey("ScopeId", "Number");
            table.HasIndex("ScopeId", "Person");
            table.ToTable("audit_personal");
        });
        model.Entity(Rows + "PersonKeyRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("Person").HasColumnName("person");
            table.Property<byte[]>("WrappedKey").IsRequired().HasColumnName("wrapped_key");
            table.HasKey("ScopeId", "Person");
            table.ToTable("person_keys");
        });
        model.Entity(Rows + "AuditAnchorRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<DateOnly>("Day").HasColumnName("day");
            table.Property<string>("Hash").IsRequired().HasColumnName("hash");
            table.Property<string>("PreviousHash").IsRequired().HasColumnName("previous_hash");
            table.HasKey("ScopeId", "Day");
            table.ToTable("audit_anchors");
        });
        model.Entity(Rows + "AuditAnchorHeadRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<DateOnly>("Day").HasColumnName("day");
            table.Property<string>("Hash").IsRequired().HasColumnName("hash");
            table.Property<long>("Number").HasColumnName("number");
            table.HasKey("ScopeId", "Day");
            table.ToTable("audit_anchor_heads");
        });
    }
}
