using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Scenarios: what if some figures, norms or settings were otherwise.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261129030000_Scenarios")]
public sealed class Scenarios : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "scenarios",
        table => new
        {
            scope_id = table.Column<long>(nullable: false),
            id = table.Column<Guid>(nullable: false),
            report_year = table.Column<int>(nullable: false),
            name = table.Column<string>(nullable: false),
            changes = table.Column<string>(nullable: false),
            overlay_sha256 = table.Column<string>(nullable: false),
            baseline_sha256 = table.Column<string>(nullable: false),
            is_shared = table.Column<bool>(nullable: false),
            author = table.Column<string>(nullable: false),
            created_at = table.Column<DateTimeOffset>(nullable: false),
            updated_at = table.Column<DateTimeOffset>(nullable: false),
            revision = table.Column<int>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_scenarios", row => new { row.scope_id, row.id }));

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("scenarios");

    /// <inheritdoc/>
    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        InitialModel.Build(modelBuilder);
        AuditTables.Build(modelBuilder);
        AccountsModelAsMade.Build(modelBuilder);
        RegisterTables.Build(modelBuilder);
        CollectionTables.Build(modelBuilder);
        MapTables.Build(modelBuilder);
        ScenarioTables.Build(modelBuilder);
    }
}
