using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Sqlite.Migrations;

/// <summary>Regions, files, returns, items lines, findings and standards.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261121000000_Initial")]
public sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "regions",
            table => new
            {
                scope_id = table.Column<long>("INTEGER", nullable: false),
                code = table.Column<string>("TEXT", nullable: false),
                name = table.Column<string>("TEXT", nullable: false),
                level = table.Column<byte>("INTEGER", nullable: false),
                parent_scope_id = table.Column<long>("INTEGER", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_regions", row => row.scope_id));
        migrationBuilder.CreateTable(
            "files",
            table => new
            {
                scope_id = table.Column<long>("INTEGER", nullable: false),
                sha256 = table.Column<string>("TEXT", nullable: false),
                name = table.Column<string>("TEXT", nullable: false),
                media_type = table.Column<string>("TEXT", nullable: false),
                content = table.Column<byte[]>("BLOB", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_files", row => new { row.scope_id, row.sha256 }));
        migrationBuilder.CreateTable(
            "standards",
            table => new
            {
                scope_id = table.Column<long>("INTEGER", nullable: false),
                content_hash = table.Column<string>("TEXT", nullable: false),
                standard_id = table.Column<string>("TEXT", nullable: false),
                version = table.Column<string>("TEXT", nullable: false),
                files = table.Column<string>("TEXT", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_standards", row => new { row.scope_id, row.content_hash }));
        migrationBuilder.CreateTable(
            "returns",
            table => new
            {
                scope_id = table.Column<long>("INTEGER", nullable: false),
                report_year = table.Column<int>("INTEGER", nullable: false),
                layout = table.Column<byte>("INTEGER", nullable: false),
                version = table.Column<int>("INTEGER", nullable: false),
                file_sha256 = table.Column<string>("TEXT", nullable: false),
                rows = table.Column<int>("INTEGER", nullable: false),
                blob_sha256 = table.Column<string>("TEXT", nullable: false),
                blob = table.Column<byte[]>("BLOB", nullable: false),
                created_at = table.Column<DateTimeOffset>("TEXT", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_returns", row => new { row.scope_id, row.report_year, row.layout, row.version });
                table.ForeignKey(
                    "FK_returns_files_scope_id_file_sha256", row => new { row.scope_id, row.file_sha256 }, "files", ["scope_id", "sha256"], onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateTable(
            "items",
            table => new
            {
                scope_id = table.Column<long>("INTEGER", nullable: false),
                report_year = table.Column<int>("INTEGER", nullable: false),
                version = table.Column<int>("INTEGER", nullable: false),
                line = table.Column<int>("INTEGER", nullable: false),
                file_sha256 = table.Column<string>("TEXT", nullable: false),
                item = table.Column<string>("TEXT", nullable: false),
                field = table.Column<string>("TEXT", nullable: false),
                value = table.Column<string>("TEXT", nullable: false),
                source = table.Column<string>("TEXT", nullable: false),
                sheet = table.Column<string>("TEXT", nullable: true),
                cell = table.Column<string>("TEXT", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_items", row => new { row.scope_id, row.report_year, row.version, row.line });
                table.ForeignKey(
                    "FK_items_files_scope_id_file_sha256", row => new { row.scope_id, row.file_sha256 }, "files", ["scope_id", "sha256"], onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateTable(
            "findings",
            table => new
            {
                scope_id = table.Column<long>("INTEGER", nullable: false),
                file_sha256 = table.Column<string>("TEXT", nullable: false),
                number = table.Column<int>("INTEGER", nullable: false),
                rule = table.Column<string>("TEXT", nullable: false),
                severity = table.Column<byte>("INTEGER", nullable: false),
                sheet = table.Column<string>("TEXT", nullable: true),
                cell = table.Column<string>("TEXT", nullable: true),
                message_zh = table.Column<string>("TEXT", nullable: false),
                message_en = table.Column<string>("TEXT", nullable: false),
                remedy_zh = table.Column<string>("TEXT", nullable: false),
                remedy_en = table.Column<string>("TEXT", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_findings", row => new { row.scope_id, row.file_sha256, row.number });
                table.ForeignKey(
                    "FK_findings_files_scope_id_file_sha256", row => new { row.scope_id, row.file_sha256 }, "files", ["scope_id", "sha256"], onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_regions_level_code", "regions", ["level", "code"], unique: true);
        migrationBuilder.CreateIndex("IX_returns_scope_id_file_sha256", "returns", ["scope_id", "file_sha256"]);
        migrationBuilder.CreateIndex("IX_items_scope_id_file_sha256", "items", ["scope_id", "file_sha256"]);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "findings", "items", "returns", "standards", "files", "regions" })
        {
            migrationBuilder.DropTable(table);
        }
    }

    /// <inheritdoc/>
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => InitialModel.Build(modelBuilder);
}
