using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Who did what.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261122010000_Audit")]
public sealed class Audit : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "audit",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                entry_id = table.Column<Guid>(nullable: false),
                at = table.Column<long>(nullable: false),
                actor = table.Column<string>(nullable: false),
                action = table.Column<string>(nullable: false),
                subject = table.Column<string>(nullable: false),
                old_text = table.Column<string>(nullable: true),
                new_text = table.Column<string>(nullable: true),
                result = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_audit", row => new { row.scope_id, row.entry_id }));
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "audit" })
        {
            migrationBuilder.DropTable(table);
        }
    }

    /// <inheritdoc/>
    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        InitialModel.Build(modelBuilder);
        AuditModelAsMade.Build(modelBuilder);
    }
}
