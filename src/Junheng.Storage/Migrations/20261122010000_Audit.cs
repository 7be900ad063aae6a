using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Audit chains, the personal values beside them, and the anchors.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261122010000_Audit")]
public sealed class Audit : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "audit_entries",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                number = table.Column<long>(nullable: false),
                actor = table.Column<string>(nullable: false),
                action = table.Column<string>(nullable: false),
                subject = table.Column<string>(nullable: false),
                result = table.Column<string>(nullable: false),
                old_value = table.Column<string>(nullable: true),
                new_value = table.Column<string>(nullable: true),
                at = table.Column<string>(nullable: false),
                observed_at = table.Column<string>(nullable: false),
                personal_hash = table.Column<string>(nullable: true),
                previous_hash = table.Column<string>(nullable: false),
                hash = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_audit_entries", row => new { row.scope_id, row.number }));
        migrationBuilder.CreateTable(
            "audit_heads",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                number = table.Column<long>(nullable: false),
                at = table.Column<string>(nullable: false),
                hash = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_audit_heads", row => row.scope_id));
        migrationBuilder.CreateTable(
            "audit_personal",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                number = table.Column<long>(nullable: false),
                person = table.Column<string>(nullable: false),
                @sealed = table.Column<byte[]>(name: "sealed", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_audit_personal", row => new { row.scope_id, row.number }));
        migrationBuilder.CreateTable(
            "person_keys",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                person = table.Column<string>(nullable: false),
                wrapped_key = table.Column<byte[]>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_person_keys", row => new { row.scope_id, row.person }));
        migrationBuilder.CreateTable(
            "audit_anchors",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                day = table.Column<DateOnly>(nullable: false),
                previous_hash = table.Column<string>(nullable: false),
                hash = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_audit_anchors", row => new { row.scope_id, row.day }));
        migrationBuilder.CreateTable(
            "audit_anchor_heads",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                day = table.Column<DateOnly>(nullable: false),
                number = table.Column<long>(nullable: false),
                hash = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_audit_anchor_heads", row => new { row.scope_id, row.day }));
        migrationBuilder.CreateIndex("IX_audit_personal_scope_id_person", "audit_personal", ["scope_id", "person"]);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "audit_anchor_heads", "audit_anchors", "person_keys", "audit_personal", "audit_heads", "audit_entries" })
        {
            migrationBuilder.DropTable(table);
        }
    }

    /// <inheritdoc/>
    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        InitialModel.Build(modelBuilder);
        AuditTables.Build(modelBuilder);
    }
}
