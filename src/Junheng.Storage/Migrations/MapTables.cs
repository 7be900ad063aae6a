using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The tables of <see cref="Maps"/>, written down so that later changes are noticed.</summary>
internal static class MapTables
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.Entity(Rows + "BoundaryRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("Version").HasColumnName("version");
            table.Property<string>("FileName").IsRequired().HasColumnName("file_name");
            table.Property<byte>("Datum").HasColumnName("datum");
            table.Property<string>("Outline").IsRequired().HasColumnName("outline");
            table.Property<string>("Inner").IsRequired().HasColumnName("inner");
            table.Property<string>("Actor").IsRequired().HasColumnName("actor");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.HasKey("ScopeId", "Version");
            table.ToTable("boundaries");
        });
        model.Entity(Rows + "RecognitionRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("Number").HasColumnName("number");
            table.Property<int?>("PlannedYear").HasColumnName("planned_year");
            table.Property<byte>("State").HasColumnName("state");
            table.Property<DateOnly>("OnDate").HasColumnName("on_date");
            table.Property<string>("Note").IsRequired().HasColumnName("note");
            table.Property<string>("Actor").IsRequired().HasColumnName("actor");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.HasKey("ScopeId", "Number");
            table.ToTable("recognition_entries");
        });
    }
}
