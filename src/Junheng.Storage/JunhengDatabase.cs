using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage;

/// <summary>
/// The database. The immutable <c>scope_id</c> of a region comes first in every key, so that rows of a region lie together and can be secured,
/// partitioned or moved as one. Names are snake_case. Each area describes its tables in a class of its own.
/// </summary>
public sealed class JunhengDatabase(DbContextOptions<JunhengDatabase> options) : DbContext(options)
{
    internal DbSet<RegionRow> Regions => Set<RegionRow>();

    internal DbSet<FileRow> Files => Set<FileRow>();

    internal DbSet<ReturnRow> Returns => Set<ReturnRow>();

    internal DbSet<ItemsRow> Items => Set<ItemsRow>();

    internal DbSet<FindingRow> Findings => Set<FindingRow>();

    internal DbSet<StandardRow> Standards => Set<StandardRow>();

    internal DbSet<BoundaryRow> Boundaries => Set<BoundaryRow>();

    internal DbSet<RecognitionRow> Recognitions => Set<RecognitionRow>();

    internal DbSet<RoundRow> Rounds => Set<RoundRow>();

    internal DbSet<FreezeRow> Freezes => Set<FreezeRow>();

    internal DbSet<SchoolReturnRow> SchoolReturns => Set<SchoolReturnRow>();

    internal DbSet<ReturnVersionRow> ReturnVersions => Set<ReturnVersionRow>();

    internal DbSet<ReturnEventRow> ReturnEvents => Set<ReturnEventRow>();

    internal DbSet<ObjectionRow> Objections => Set<ObjectionRow>();

    internal DbSet<DraftRow> Drafts => Set<DraftRow>();

    internal DbSet<TrustedNodeRow> TrustedNodes => Set<TrustedNodeRow>();

    internal DbSet<ReceivedPackageRow> ReceivedPackages => Set<ReceivedPackageRow>();

    internal DbSet<AuditEntryRow> AuditEntries => Set<AuditEntryRow>();

    internal DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    internal DbSet<AuditPersonalRow> AuditPersonal => Set<AuditPersonalRow>();

    internal DbSet<PersonKeyRow> PersonKeys => Set<PersonKeyRow>();

    internal DbSet<AuditAnchorRow> AuditAnchors => Set<AuditAnchorRow>();

    internal DbSet<AuditAnchorHeadRow> AuditAnchorHeads => Set<AuditAnchorHeadRow>();

    internal DbSet<RegisterEventRow> RegisterEvents => Set<RegisterEventRow>();

    internal DbSet<RegisterHeadRow> RegisterHeads => Set<RegisterHeadRow>();

    internal DbSet<PersonRow> Persons => Set<PersonRow>();

    internal DbSet<AccountRow> Accounts => Set<AccountRow>();

    internal DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();

    internal DbSet<SessionRow> Sessions => Set<SessionRow>();

    internal DbSet<GrantRow> Grants => Set<GrantRow>();

    internal DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    internal DbSet<SetUpLinkRow> SetUpLinks => Set<SetUpLinkRow>();

    internal DbSet<SettingRow> Settings => Set<SettingRow>();

    internal DbSet<FormTokenRow> FormTokens => Set<FormTokenRow>();

    internal DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    internal DbSet<OneTimeFileRow> OneTimeFiles => Set<OneTimeFileRow>();

    internal DbSet<KeptScenarioRow> Scenarios => Set<KeptScenarioRow>();

    internal DbSet<KeptPlanRow> KeptPlans => Set<KeptPlanRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EvaluationModel.Describe(modelBuilder);
        AuditModel.Describe(modelBuilder);
        AccountsModel.Describe(modelBuilder);
        ApiTokenRow.Describe(modelBuilder);
        CollectionModel.Describe(modelBuilder);
        RegisterModel.Describe(modelBuilder);
        MapModel.Describe(modelBuilder);
        ScenarioModel.Describe(modelBuilder);
        KeptPlanModel.Describe(modelBuilder);
        SnakeCaseNames.Apply(modelBuilder);
    }
}
