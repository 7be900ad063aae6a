using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Junheng.Storage.Migrations;

/// <summary>Accounts, sessions, grants and proposals, and the small tables around them.</summary>
[DbContext(typeof(JunhengDatabase))]
[Migration("20261122020000_Accounts")]
public sealed class Accounts : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                account_id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(nullable: false),
                normalized_name = table.Column<string>(nullable: false),
                full_name = table.Column<string>(nullable: false),
                phone = table.Column<string>(nullable: true),
                password_hash = table.Column<string>(nullable: false),
                must_change_password = table.Column<bool>(nullable: false),
                is_active = table.Column<bool>(nullable: false),
                security_version = table.Column<int>(nullable: false),
                failed_tries = table.Column<int>(nullable: false),
                lockouts = table.Column<int>(nullable: false),
                locked_until = table.Column<long>(nullable: true),
                totp_secret = table.Column<string>(nullable: true),
                totp_confirmed = table.Column<bool>(nullable: false),
                totp_last_step = table.Column<long>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                created_by = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_accounts", row => new { row.scope_id, row.account_id }));
        migrationBuilder.CreateTable(
            "recovery_codes",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                account_id = table.Column<Guid>(nullable: false),
                code_hash = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_recovery_codes", row => new { row.scope_id, row.account_id, row.code_hash }));
        migrationBuilder.CreateTable(
            "sessions",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                token_hash = table.Column<string>(nullable: false),
                account_id = table.Column<Guid>(nullable: false),
                security_version = table.Column<int>(nullable: false),
                stage = table.Column<byte>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                last_seen_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
                address = table.Column<string>(nullable: false),
                agent = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_sessions", row => new { row.scope_id, row.token_hash }));
        migrationBuilder.CreateTable(
            "grants",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                grant_id = table.Column<Guid>(nullable: false),
                account_id = table.Column<Guid>(nullable: false),
                role = table.Column<string>(nullable: false),
                kind = table.Column<byte>(nullable: false),
                key = table.Column<string>(nullable: false),
                from_day = table.Column<DateOnly>(nullable: false),
                to_day = table.Column<DateOnly>(nullable: true),
                deputy_for = table.Column<Guid>(nullable: true),
                given_at = table.Column<long>(nullable: false),
                given_by = table.Column<string>(nullable: false),
                ended_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_grants", row => new { row.scope_id, row.grant_id }));
        migrationBuilder.CreateTable(
            "proposals",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                proposal_id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(nullable: false),
                subject = table.Column<string>(nullable: false),
                payload = table.Column<string>(nullable: false),
                payload_hash = table.Column<string>(nullable: false),
                proposed_by = table.Column<Guid>(nullable: false),
                proposed_by_name = table.Column<string>(nullable: false),
                proposed_at = table.Column<long>(nullable: false),
                state = table.Column<byte>(nullable: false),
                decided_by = table.Column<string>(nullable: true),
                decided_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_proposals", row => new { row.scope_id, row.proposal_id }));
        migrationBuilder.CreateTable(
            "setup_links",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                token_hash = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
                used_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_setup_links", row => new { row.scope_id, row.token_hash }));
        migrationBuilder.CreateTable(
            "settings",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                name = table.Column<string>(nullable: false),
                value = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_settings", row => new { row.scope_id, row.name }));
        migrationBuilder.CreateTable(
            "form_tokens",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                token_hash = table.Column<string>(nullable: false),
                taken_at = table.Column<long>(nullable: false),
                location = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_form_tokens", row => new { row.scope_id, row.token_hash }));
        migrationBuilder.CreateTable(
            "one_time_files",
            table => new
            {
                scope_id = table.Column<long>(nullable: false),
                token_hash = table.Column<string>(nullable: false),
                owner = table.Column<Guid>(nullable: false),
                name = table.Column<string>(nullable: false),
                content = table.Column<byte[]>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_one_time_files", row => new { row.scope_id, row.token_hash }));
        migrationBuilder.CreateIndex("IX_accounts_normalized_name", "accounts", "normalized_name", unique: true);
        migrationBuilder.CreateIndex("IX_sessions_token_hash", "sessions", "token_hash", unique: true);
        migrationBuilder.CreateIndex("IX_sessions_scope_id_account_id", "sessions", ["scope_id", "account_id"]);
        migrationBuilder.CreateIndex("IX_grants_account_id", "grants", "account_id");
        migrationBuilder.CreateIndex("IX_proposals_scope_id_state", "proposals", ["scope_id", "state"]);
        migrationBuilder.CreateIndex("IX_one_time_files_expires_at", "one_time_files", "expires_at");
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "one_time_files", "form_tokens", "settings", "setup_links", "proposals", "grants", "sessions", "recovery_codes", "accounts" })
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
    }
}
