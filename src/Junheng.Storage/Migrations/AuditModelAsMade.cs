using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The tables of this area as its first migration made them, written down so that later changes are noticed.</summary>
internal static class AuditModelAsMade
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.Entity(Rows + "AuditRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<Guid>("EntryId").HasColumnName("entry_id");
            table.Property<long>("At").HasColumnName("at");
            table.Property<string>("Actor").IsRequired().HasColumnName("actor");
            table.Property<string>("Action").IsRequired().HasColumnName("action");
            table.Property<string>("Subject").IsRequired().HasColumnName("subject");
            table.Property<string>("OldText").HasColumnName("old_text");
            table.Property<string>("NewText").HasColumnName("new_text");
            table.Property<string>("Result").IsRequired().HasColumnName("result");
            table.HasKey("ScopeId", "EntryId");
            table.ToTable("audit");
        });
    }
}
