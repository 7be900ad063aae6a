using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The table of <see cref="Scenarios"/>, written down so that later changes are noticed.</summary>
internal static class ScenarioTables
{
    public static void Build(ModelBuilder model) => model.Entity("Junheng.Storage.Model.KeptScenarioRow", table =>
    {
        table.Property<long>("ScopeId").HasColumnName("scope_id");
        table.Property<Guid>("Id").HasColumnName("id");
        table.Property<int>("ReportYear").HasColumnName("report_year");
        table.Property<string>("Name").IsRequired().HasColumnName("name");
        table.Property<string>("Changes").IsRequired().HasColumnName("changes");
        table.Property<string>("OverlaySha256").IsRequired().HasColumnName("overlay_sha256");
        table.Property<string>("BaselineSha256").IsRequired().HasColumnName("baseline_sha256");
        table.Property<bool>("IsShared").HasColumnName("is_shared");
        table.Property<string>("Author").IsRequired().HasColumnName("author");
        table.Property<DateTimeOffset>("CreatedAt").HasColumnName("created_at");
        table.Property<DateTimeOffset>("UpdatedAt").HasColumnName("updated_at");
        table.Property<int>("Revision").IsConcurrencyToken().HasColumnName("revision");
        table.HasKey("ScopeId", "Id");
        table.ToTable("scenarios");
    });
}
