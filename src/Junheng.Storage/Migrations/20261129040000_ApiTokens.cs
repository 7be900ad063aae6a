using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Tokens that programs read with.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261129040000_ApiTokens")]
public sealed class ApiTokens : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_tokens",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                token_hash = table.Column<string>(nullable: false),
                account_id = table.Column<Guid>(nullable: false),
                grant_id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                created_by = table.Column<string>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
                last_used_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_api_tokens", row => new { row.scope_id, row.token_hash }));
        migrationBuilder.CreateIndex("IX_api_tokens_scope_id_account_id", "api_tokens", ["scope_id", "account_id"]);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("api_tokens");

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
    }
}
