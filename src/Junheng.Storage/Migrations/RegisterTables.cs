using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The tables of the registers as of their migration.</summary>
internal static class RegisterTables
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.Entity(Rows + "RegisterEventRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<long>("Number").HasColumnName("number");
            table.Property<string>("Author").IsRequired().HasColumnName("author");
            table.Property<string>("Change").IsRequired().HasColumnName("change");
            table.Property<DateOnly>("EffectiveOn").HasColumnName("effective_on");
            table.Property<DateTimeOffset>("EnteredAt").HasColumnName("entered_at");
            table.HasKey("ScopeId", "Number");
            table.HasIndex("ScopeId", "EffectiveOn");
            table.ToTable("register_events");
        });
        model.Entity(Rows + "RegisterHeadRow", table =>
        {
            table.Property<long>("ScopeId").ValueGeneratedNever().HasColumnName("scope_id");
            table.Property<long>("Number").HasColumnName("number");
            table.HasKey("ScopeId");
            table.ToTable("register_heads");
        });
        model.Entity(Rows + "PersonRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("Person").HasColumnName("person");
            table.Property<int>("Version").HasColumnName("version");
            table.Property<DateTimeOffset>("EnteredAt").HasColumnName("entered_at");
            table.Property<byte[]>("Sealed").IsRequired().HasColumnName("sealed");
            table.HasKey("ScopeId", "Person", "Version");
            table.ToTable("persons");
        });
        model.Entity(Rows + "PupilRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<long>("PupilId").HasColumnName("pupil_id");
            table.Property<DateOnly>("ValidFrom").HasColumnName("valid_from");
            table.Property<long>("ClassNumber").HasColumnName("class_number");
            table.Property<string>("Person").IsRequired().HasColumnName("person");
            table.Property<long>("RegisterEvent").HasColumnName("register_event");
            table.Property<DateOnly?>("ValidUntil").HasColumnName("valid_until");
            table.HasKey("ScopeId", "PupilId", "ValidFrom");
            table.HasIndex("ScopeId", "ClassNumber");
            table.ToTable("pupils");
        });
        model.Entity(Rows + "GuardianRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<long>("PupilId").HasColumnName("pupil_id");
            table.Property<string>("Person").HasColumnName("person");
            table.Property<DateOnly>("ValidFrom").HasColumnName("valid_from");
            table.Property<string>("Relation").IsRequired().HasColumnName("relation");
            table.Property<DateOnly?>("ValidUntil").HasColumnName("valid_until");
            table.HasKey("ScopeId", "PupilId", "Person", "ValidFrom");
            table.ToTable("guardians");
        });
        model.Entity(Rows + "AddressRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("Person").HasColumnName("person");
            table.Property<DateOnly>("ValidFrom").HasColumnName("valid_from");
            table.Property<byte[]>("Sealed").IsRequired().HasColumnName("sealed");
            table.Property<long?>("TownshipNumber").HasColumnName("township_number");
            table.Property<DateOnly?>("ValidUntil").HasColumnName("valid_until");
            table.HasKey("ScopeId", "Person", "ValidFrom");
            table.ToTable("addresses");
        });
    }
}
