using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Boundaries of counties, and entries of their way to recognition.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261129020000_Maps")]
public sealed class Maps : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "boundaries",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                version = table.Column<int>(nullable: false),
                file_name = table.Column<string>(nullable: false),
                datum = table.Column<byte>(nullable: false),
                outline = table.Column<string>(nullable: false),
                inner = table.Column<string>(nullable: false),
                actor = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_boundaries", row => new { row.scope_id, row.version }));
        migrationBuilder.CreateTable(
            "recognition_entries",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                number = table.Column<int>(nullable: false),
                planned_year = table.Column<int>(nullable: true),
                state = table.Column<byte>(nullable: false),
                on_date = table.Column<DateOnly>(nullable: false),
                note = table.Column<string>(nullable: false),
                actor = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_recognition_entries", row => new { row.scope_id, row.number }));
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("recognition_entries");
        migrationBuilder.DropTable("boundaries");
    }

    /// <inheritdoc/>
    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        InitialModel.Build(modelBuilder);
        AuditTables.Build(modelBuilder);
        AccountsModelAsMade.Build(modelBuilder);
        RegisterTables.Build(modelBuilder);
        CollectionTables.Build(modelBuilder);
        MapTables.Build(modelBuilder);
    }
}
