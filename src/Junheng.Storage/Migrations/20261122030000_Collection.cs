using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Collection rounds, schools' returns with their versions, steps, objections and drafts, freezes, and packages from other installations.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261122030000_Collection")]
public sealed class Collection : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "collection_rounds",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                title = table.Column<string>(nullable: false),
                opens = table.Column<DateOnly>(nullable: false),
                deadline = table.Column<DateOnly>(nullable: false),
                confirm_by = table.Column<DateOnly>(nullable: false),
                standard_id = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_collection_rounds", row => new { row.scope_id, row.report_year }));
        migrationBuilder.CreateTable(
            "year_freezes",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                version = table.Column<int>(nullable: false),
                data_sha256 = table.Column<string>(nullable: false),
                standard_hash = table.Column<string>(nullable: false),
                settings_sha256 = table.Column<string>(nullable: false),
                proposed_by = table.Column<string>(nullable: false),
                approved_by = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_year_freezes", row => new { row.scope_id, row.report_year, row.version }));
        migrationBuilder.CreateTable(
            "school_returns",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                school_code = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                type = table.Column<byte>(nullable: false),
                township = table.Column<string>(nullable: false),
                state = table.Column<byte>(nullable: false),
                version = table.Column<int>(nullable: false),
                updated_at = table.Column<DateTimeOffset>(nullable: true),
                updated_by = table.Column<string>(nullable: false),
                errors = table.Column<int>(nullable: false),
                questions = table.Column<int>(nullable: false),
                confirmed = table.Column<DateTimeOffset>(nullable: true),
                open_objections = table.Column<int>(nullable: false),
                revision = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_school_returns", row => new { row.scope_id, row.report_year, row.school_code }));
        migrationBuilder.CreateTable(
            "return_versions",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                school_code = table.Column<string>(nullable: false),
                number = table.Column<int>(nullable: false),
                entries = table.Column<string>(nullable: false),
                explanations = table.Column<string>(nullable: false),
                way = table.Column<byte>(nullable: false),
                batch = table.Column<string>(nullable: false),
                author = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
                sha256 = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_return_versions", row => new { row.scope_id, row.report_year, row.school_code, row.number }));
        migrationBuilder.CreateTable(
            "return_events",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                school_code = table.Column<string>(nullable: false),
                revision = table.Column<int>(nullable: false),
                step = table.Column<byte>(nullable: false),
                from = table.Column<byte>(nullable: false),
                to = table.Column<byte>(nullable: false),
                version = table.Column<int>(nullable: false),
                actor = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
                reason = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_return_events", row => new { row.scope_id, row.report_year, row.school_code, row.revision }));
        migrationBuilder.CreateTable(
            "return_objections",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                school_code = table.Column<string>(nullable: false),
                number = table.Column<int>(nullable: false),
                field = table.Column<string>(nullable: false),
                text = table.Column<string>(nullable: false),
                by = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
                answer = table.Column<string>(nullable: false),
                answered_by = table.Column<string>(nullable: false),
                is_upheld = table.Column<bool>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_return_objections", row => new { row.scope_id, row.report_year, row.school_code, row.number }));
        migrationBuilder.CreateTable(
            "return_drafts",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                school_code = table.Column<string>(nullable: false),
                person = table.Column<string>(nullable: false),
                base_version = table.Column<int>(nullable: false),
                texts = table.Column<string>(nullable: false),
                sequence = table.Column<long>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_return_drafts", row => new { row.scope_id, row.report_year, row.school_code, row.person }));
        migrationBuilder.CreateTable(
            "trusted_nodes",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                public_key = table.Column<string>(nullable: false),
                county_code = table.Column<string>(nullable: false),
                accepted_by = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_trusted_nodes", row => new { row.scope_id, row.public_key }));
        migrationBuilder.CreateTable(
            "received_packages",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                freeze_version = table.Column<int>(nullable: false),
                data_sha256 = table.Column<string>(nullable: false),
                standard_hash = table.Column<string>(nullable: false),
                public_key = table.Column<string>(nullable: false),
                signature = table.Column<string>(nullable: false),
                taken_by = table.Column<string>(nullable: false),
                at = table.Column<DateTimeOffset>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_received_packages", row => new { row.scope_id, row.report_year, row.freeze_version }));
        migrationBuilder.CreateIndex("IX_return_versions_scope_id_report_year_batch", "return_versions", ["scope_id", "report_year", "batch"]);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "received_packages", "trusted_nodes", "return_drafts", "return_objections", "return_events", "return_versions", "school_returns", "year_freezes", "collection_rounds" })
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
        CollectionTables.Build(modelBuilder);
    }
}
