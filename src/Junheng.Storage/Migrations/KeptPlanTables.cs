using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The table of <see cref="KeptPlans"/>, written down so that later changes are noticed.</summary>
internal static class KeptPlanTables
{
    public static void Build(ModelBuilder model) => model.Entity("Junheng.Storage.Model.KeptPlanRow", table =>
    {
        table.Property<long>("ScopeId").HasColumnName("scope_id");
        table.Property<Guid>("Id").HasColumnName("id");
        table.Property<int>("ReportYear").HasColumnName("report_year");
        table.Property<string>("Name").IsRequired().HasColumnName("name");
        table.Property<string>("Asked").IsRequired().HasColumnName("asked");
        table.Property<string>("DataSha256").IsRequired().HasColumnName("data_sha256");
        table.Property<string>("StandardSha256").IsRequired().HasColumnName("standard_sha256");
        table.Property<string>("ResultId").IsRequired().HasColumnName("result_id");
        table.Property<string>("CertificateSha256").IsRequired().HasColumnName("certificate_sha256");
        table.Property<string>("Cost").HasColumnName("cost");
        table.Property<string>("LowerBound").HasColumnName("lower_bound");
        table.Property<bool>("IsShared").HasColumnName("is_shared");
        table.Property<string>("Author").IsRequired().HasColumnName("author");
        table.Property<DateTimeOffset>("CreatedAt").HasColumnName("created_at");
        table.HasKey("ScopeId", "Id");
        table.ToTable("kept_plans");
    });
}
