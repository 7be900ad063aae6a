using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The model that the migrations lead to: what each of them wrote down, one after the other.</summary>
[DbContext(typeof(JunhengDatabase))]
internal sealed class JunhengDatabaseModelSnapshot : ModelSnapshot
{
    /// <inheritdoc/>
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        InitialModel.Build(modelBuilder);
        AuditTables.Build(modelBuilder);
        AccountsModelAsMade.Build(modelBuilder);
        CollectionTables.Build(modelBuilder);
        RegisterTables.Build(modelBuilder);
        MapTables.Build(modelBuilder);
        ScenarioTables.Build(modelBuilder);
        ApiTokenTables.Build(modelBuilder);
        KeptPlanTables.Build(modelBuilder);
    }
}
