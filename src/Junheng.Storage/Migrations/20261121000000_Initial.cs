using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

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
                scope_id = table.Column<long>(nullable: false),
                code = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                level = table.Column<byte>(nullable: false),
                parent_scope_id = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_regions", row => row.scope_id));
        migrationBuilder.CreateTable(
            "files",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                sha256 = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                media_type = table.Column<string>(nullable: false),
                content = table.Column<byte[]>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_files", row => new { row.scope_id, row.sha256 }));
        migrationBuilder.CreateTable(
            "standards",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                content_hash = table.Column<string>(nullable: false),
                standard_id = table.Column<string>(nullable: false),
                version = table.Column<string>(nullable: false),
                files = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_standards", row => new { row.scope_id, row.content_hash }));
        migrationBuilder.CreateTable(
            "returns",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                layout = table.Column<byte>(nullable: false),
                version = table.Column<int>(nullable: false),
                file_sha256 = table.Column<string>(nullable: false),
                rows = table.Column<int>(nullable: false),
                blob_sha256 = table.Column<string>(nullable: false),
                blob = table.Column<byte[]>(nullable: false),
                created_at = table.Column<DateTimeOffset>(nullable: false),
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
                scope_id = table.Column<long>(nullable: false),
                report_year = table.Column<int>(nullable: false),
                version = table.Column<int>(nullable: false),
                line = table.Column<int>(nullable: false),
                file_sha256 = table.Column<string>(nullable: false),
                item = table.Column<string>(nullable: false),
                field = table.Column<string>(nullable: false),
                value = table.Column<string>(nullable: false),
                source = table.Column<string>(nullable: false),
                sheet = table.Column<string>(nullable: true),
                cell = table.Column<string>(nullable: true),
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
                scope_id = table.Column<long>(nullable: false),
                file_sha256 = table.Column<string>(nullable: false),
                number = table.Column<int>(nullable: false),
                rule = table.Column<string>(nullable: false),
                severity = table.Column<byte>(nullable: false),
                sheet = table.Column<string>(nullable: true),
                cell = table.Column<string>(nullable: true),
                message_zh = table.Column<string>(nullable: false),
                message_en = table.Column<string>(nullable: false),
                remedy_zh = table.Column<string>(nullable: false),
                remedy_en = table.Column<string>(nullable: false),
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
