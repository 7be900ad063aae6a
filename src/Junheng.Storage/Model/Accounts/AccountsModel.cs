using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>Accounts, sessions, grants and proposals, and the small tables around them.</summary>
internal static class AccountsModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<AccountRow>(table =>
        {
            table.ToTable("accounts").HasKey(row => new { row.ScopeId, row.AccountId });
            table.HasIndex(row => row.NormalizedName).IsUnique();
            Instants.Store(table.Property(row => row.LockedUntil));
            Instants.Store(table.Property(row => row.CreatedAt));
        });
        model.Entity<RecoveryCodeRow>(table =>
        {
            table.ToTable("recovery_codes").HasKey(row => new { row.ScopeId, row.AccountId, row.CodeHash });
        });
        model.Entity<SessionRow>(table =>
        {
            table.ToTable("sessions").HasKey(row => new { row.ScopeId, row.TokenHash });
            table.HasIndex(row => row.TokenHash).IsUnique();
            table.HasIndex(row => new { row.ScopeId, row.AccountId });
            Instants.Store(table.Property(row => row.CreatedAt));
            Instants.Store(table.Property(row => row.LastSeenAt));
            Instants.Store(table.Property(row => row.ExpiresAt));
        });
        model.Entity<GrantRow>(table =>
        {
            table.ToTable("grants").HasKey(row => new { row.ScopeId, row.GrantId });
            table.HasIndex(row => row.AccountId);
            Instants.Store(table.Property(row => row.GivenAt));
            Instants.Store(table.Property(row => row.EndedAt));
        });
        model.Entity<ProposalRow>(table =>
        {
            table.ToTable("proposals").HasKey(row => new { row.ScopeId, row.ProposalId });
            table.HasIndex(row => new { row.ScopeId, row.State });
            Instants.Store(table.Property(row => row.ProposedAt));
            Instants.Store(table.Property(row => row.DecidedAt));
        });
        model.Entity<SetUpLinkRow>(table =>
        {
            table.ToTable("setup_links").HasKey(row => new { row.ScopeId, row.TokenHash });
            Instants.Store(table.Property(row => row.CreatedAt));
            Instants.Store(table.Property(row => row.ExpiresAt));
            Instants.Store(table.Property(row => row.UsedAt));
        });
        model.Entity<SettingRow>(table =>
        {
            table.ToTable("settings").HasKey(row => new { row.ScopeId, row.Name });
        });
        model.Entity<FormTokenRow>(table =>
        {
            table.ToTable("form_tokens").HasKey(row => new { row.ScopeId, row.TokenHash });
            Instants.Store(table.Property(row => row.TakenAt));
        });
        model.Entity<OneTimeFileRow>(table =>
        {
            table.ToTable("one_time_files").HasKey(row => new { row.ScopeId, row.TokenHash });
            table.HasIndex(row => row.ExpiresAt);
            Instants.Store(table.Property(row => row.ExpiresAt));
        });
    }
}
