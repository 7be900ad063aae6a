using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Plans that were kept under a name.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261129050000_KeptPlans")]
public sealed class KeptPlans : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "kept_plans",
        table => new
        {
            scope_id = table.Column<long>(nullable: false),
            id = table.Column<Guid>(nullable: false),
            report_year = table.Column<int>(nullable: false),
            name = table.Column<string>(nullable: false),
            asked = table.Column<string>(nullable: false),
            data_sha256 = table.Column<string>(nullable: false),
            standard_sha256 = table.Column<string>(nullable: false),
            result_id = table.Column<string>(nullable: false),
            certificate_sha256 = table.Column<string>(nullable: false),
            cost = table.Column<string>(nullable: true),
            lower_bound = table.Column<string>(nullable: true),
            is_shared = table.Column<bool>(nullable: false),
            author = table.Column<string>(nullable: false),
            created_at = table.Column<DateTimeOffset>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_kept_plans", row => new { row.scope_id, row.id }));

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("kept_plans");

    /// <inheritdoc/>
    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        InitialModel.Build(modelBuilder);
        AuditTables.Build(modelBuilder);
        AccountsModelAsMade.Build(modelBuilder);
        CollectionTables.Build(modelBuilder);
        RegisterTables.Build(modelBuilder);
        MapTables.Build(modelBuilder);
        ScenarioTables.Build(modelBuilder);
        ApiTokenTables.Build(modelBuilder);
        KeptPlanTables.Build(modelBuilder);
    }
}
