using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Junheng.Storage.Migrations;

/// <summary>The model that the migrations lead to.</summary>
[DbContext(typeof(JunhengDatabase))]
internal sealed class JunhengDatabaseModelSnapshot : ModelSnapshot
{
    /// <inheritdoc/>
    protected override void BuildModel(ModelBuilder modelBuilder) => InitialModel.Build(modelBuilder);
}
