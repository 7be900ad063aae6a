using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Events of the registers; persons, pupils, guardians and addresses.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261122020000_Registers")]
public sealed class Registers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "register_events",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                number = table.Column<long>(nullable: false),
                effective_on = table.Column<DateOnly>(nullable: false),
                entered_at = table.Column<DateTimeOffset>(nullable: false),
                author = table.Column<string>(nullable: false),
                change = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_register_events", row => new { row.scope_id, row.number }));
        migrationBuilder.CreateTable(
            "register_heads",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                number = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_register_heads", row => row.scope_id));
        migrationBuilder.CreateTable(
            "persons",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                person = table.Column<string>(nullable: false),
                version = table.Column<int>(nullable: false),
                entered_at = table.Column<DateTimeOffset>(nullable: false),
                @sealed = table.Column<byte[]>(name: "sealed", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_persons", row => new { row.scope_id, row.person, row.version }));
        migrationBuilder.CreateTable(
            "pupils",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                pupil_id = table.Column<long>(nullable: false),
                valid_from = table.Column<DateOnly>(nullable: false),
                valid_until = table.Column<DateOnly>(nullable: true),
                person = table.Column<string>(nullable: false),
                class_number = table.Column<long>(nullable: false),
                register_event = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_pupils", row => new { row.scope_id, row.pupil_id, row.valid_from }));
        migrationBuilder.CreateTable(
            "guardians",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                pupil_id = table.Column<long>(nullable: false),
                person = table.Column<string>(nullable: false),
                valid_from = table.Column<DateOnly>(nullable: false),
                valid_until = table.Column<DateOnly>(nullable: true),
                relation = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_guardians", row => new { row.scope_id, row.pupil_id, row.person, row.valid_from }));
        migrationBuilder.CreateTable(
            "addresses",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                person = table.Column<string>(nullable: false),
                valid_from = table.Column<DateOnly>(nullable: false),
                valid_until = table.Column<DateOnly>(nullable: true),
                township_number = table.Column<long>(nullable: true),
                @sealed = table.Column<byte[]>(name: "sealed", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_addresses", row => new { row.scope_id, row.person, row.valid_from }));
        migrationBuilder.CreateIndex("IX_register_events_scope_id_effective_on", "register_events", ["scope_id", "effective_on"]);
        migrationBuilder.CreateIndex("IX_pupils_scope_id_class_number", "pupils", ["scope_id", "class_number"]);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "addresses", "guardians", "pupils", "persons", "register_heads", "register_events" })
        {
            migrationBuilder.DropTable(table);
        }
    }

    /// <inheritdoc/>
    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        InitialModel.Build(modelBuilder);
        AuditTables.Build(modelBuilder);
        AccountsModelAsMade.Build(modelBuilder);
        RegisterTables.Build(modelBuilder);
    }
}
