using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The table of <see cref="ApiTokens"/>, written down so that later changes are noticed.</summary>
internal static class ApiTokenTables
{
    public static void Build(ModelBuilder model) => model.Entity("Junheng.Storage.Model.ApiTokenRow", table =>
    {
        table.Property<long>("ScopeId").HasColumnName("scope_id");
        table.Property<string>("TokenHash").HasColumnName("token_hash");
        table.Property<Guid>("AccountId").HasColumnName("account_id");
        table.Property<long>("CreatedAt").HasColumnName("created_at");
        table.Property<string>("CreatedBy").IsRequired().HasColumnName("created_by");
        table.Property<long>("ExpiresAt").HasColumnName("expires_at");
        table.Property<Guid>("GrantId").HasColumnName("grant_id");
        table.Property<long?>("LastUsedAt").HasColumnName("last_used_at");
        table.Property<string>("Name").IsRequired().HasColumnName("name");
        table.HasKey("ScopeId", "TokenHash");
        table.HasIndex("ScopeId", "AccountId");
        table.ToTable("api_tokens");
    });
}
