using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The tables of this area as its first migration made them, written down so that later changes are noticed.</summary>
internal static class AccountsModelAsMade
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.Entity(Rows + "AccountRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<Guid>("AccountId").HasColumnName("account_id");
            table.Property<string>("Name").IsRequired().HasColumnName("name");
            table.Property<string>("NormalizedName").IsRequired().HasColumnName("normalized_name");
            table.Property<string>("FullName").IsRequired().HasColumnName("full_name");
            table.Property<string>("Phone").HasColumnName("phone");
            table.Property<string>("PasswordHash").IsRequired().HasColumnName("password_hash");
            table.Property<bool>("MustChangePassword").HasColumnName("must_change_password");
            table.Property<bool>("IsActive").HasColumnName("is_active");
            table.Property<int>("SecurityVersion").HasColumnName("security_version");
            table.Property<int>("FailedTries").HasColumnName("failed_tries");
            table.Property<int>("Lockouts").HasColumnName("lockouts");
            table.Property<long?>("LockedUntil").HasColumnName("locked_until");
            table.Property<string>("TotpSecret").HasColumnName("totp_secret");
            table.Property<bool>("TotpConfirmed").HasColumnName("totp_confirmed");
            table.Property<long>("TotpLastStep").HasColumnName("totp_last_step");
            table.Property<long>("CreatedAt").HasColumnName("created_at");
            table.Property<string>("CreatedBy").IsRequired().HasColumnName("created_by");
            table.HasKey("ScopeId", "AccountId");
            table.HasIndex("NormalizedName").IsUnique();
            table.ToTable("accounts");
        });
        model.Entity(Rows + "RecoveryCodeRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<Guid>("AccountId").HasColumnName("account_id");
            table.Property<string>("CodeHash").HasColumnName("code_hash");
            table.HasKey("ScopeId", "AccountId", "CodeHash");
            table.ToTable("recovery_codes");
        });
        model.Entity(Rows + "SessionRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("TokenHash").HasColumnName("token_hash");
            table.Property<Guid>("AccountId").HasColumnName("account_id");
            table.Property<int>("SecurityVersion").HasColumnName("security_version");
            table.Property<byte>("Stage").HasColumnName("stage");
            table.Property<long>("CreatedAt").HasColumnName("created_at");
            table.Property<long>("LastSeenAt").HasColumnName("last_seen_at");
            table.Property<long>("ExpiresAt").HasColumnName("expires_at");
            table.Property<string>("Address").IsRequired().HasColumnName("address");
            table.Property<string>("Agent").IsRequired().HasColumnName("agent");
            table.HasKey("ScopeId", "TokenHash");
            table.HasIndex("TokenHash").IsUnique();
            table.HasIndex("ScopeId", "AccountId");
            table.ToTable("sessions");
        });
        model.Entity(Rows + "GrantRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<Guid>("GrantId").HasColumnName("grant_id");
            table.Property<Guid>("AccountId").HasColumnName("account_id");
            table.Property<string>("Role").IsRequired().HasColumnName("role");
            table.Property<byte>("Kind").HasColumnName("kind");
            table.Property<string>("Key").IsRequired().HasColumnName("key");
            table.Property<DateOnly>("FromDay").HasColumnName("from_day");
            table.Property<DateOnly?>("ToDay").HasColumnName("to_day");
            table.Property<Guid?>("DeputyFor").HasColumnName("deputy_for");
            table.Property<long>("GivenAt").HasColumnName("given_at");
            table.Property<string>("GivenBy").IsRequired().HasColumnName("given_by");
            table.Property<long?>("EndedAt").HasColumnName("ended_at");
            table.HasKey("ScopeId", "GrantId");
            table.HasIndex("AccountId");
            table.ToTable("grants");
        });
        model.Entity(Rows + "ProposalRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<Guid>("ProposalId").HasColumnName("proposal_id");
            table.Property<string>("Kind").IsRequired().HasColumnName("kind");
            table.Property<string>("Subject").IsRequired().HasColumnName("subject");
            table.Property<string>("Payload").IsRequired().HasColumnName("payload");
            table.Property<string>("PayloadHash").IsRequired().HasColumnName("payload_hash");
            table.Property<Guid>("ProposedBy").HasColumnName("proposed_by");
            table.Property<string>("ProposedByName").IsRequired().HasColumnName("proposed_by_name");
            table.Property<long>("ProposedAt").HasColumnName("proposed_at");
            table.Property<byte>("State").HasColumnName("state");
            table.Property<string>("DecidedBy").HasColumnName("decided_by");
            table.Property<long?>("DecidedAt").HasColumnName("decided_at");
            table.HasKey("ScopeId", "ProposalId");
            table.HasIndex("ScopeId", "State");
            table.ToTable("proposals");
        });
        model.Entity(Rows + "SetUpLinkRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("TokenHash").HasColumnName("token_hash");
            table.Property<long>("CreatedAt").HasColumnName("created_at");
            table.Property<long>("ExpiresAt").HasColumnName("expires_at");
            table.Property<long?>("UsedAt").HasColumnName("used_at");
            table.HasKey("ScopeId", "TokenHash");
            table.ToTable("setup_links");
        });
        model.Entity(Rows + "SettingRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("Name").HasColumnName("name");
            table.Property<string>("Value").IsRequired().HasColumnName("value");
            table.HasKey("ScopeId", "Name");
            table.ToTable("settings");
        });
        model.Entity(Rows + "FormTokenRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("TokenHash").HasColumnName("token_hash");
            table.Property<long>("TakenAt").HasColumnName("taken_at");
            table.Property<string>("Location").HasColumnName("location");
            table.HasKey("ScopeId", "TokenHash");
            table.ToTable("form_tokens");
        });
        model.Entity(Rows + "OneTimeFileRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("TokenHash").HasColumnName("token_hash");
            table.Property<Guid>("Owner").HasColumnName("owner");
            table.Property<string>("Name").IsRequired().HasColumnName("name");
            table.Property<byte[]>("Content").IsRequired().HasColumnName("content");
            table.Property<long>("ExpiresAt").HasColumnName("expires_at");
            table.HasKey("ScopeId", "TokenHash");
            table.HasIndex("ExpiresAt");
            table.ToTable("one_time_files");
        });
    }
}
