using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The model as of the first migration, written down so that later changes are noticed.</summary>
internal static class InitialModel
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.HasAnnotation("ProductVersion", "10.0.14");
        model.Entity(Rows + "RegionRow", table =>
        {
            table.Property<long>("ScopeId").ValueGeneratedNever().HasColumnName("scope_id");
            table.Property<string>("Code").IsRequired().HasColumnName("code");
            table.Property<byte>("Level").HasColumnName("level");
            table.Property<string>("Name").IsRequired().HasColumnName("name");
            table.Property<long?>("ParentScopeId").HasColumnName("parent_scope_id");
            table.HasKey("ScopeId");
            table.HasIndex("Level", "Code").IsUnique();
            table.ToTable("regions");
        });
        model.Entity(Rows + "FileRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("Sha256").HasColumnName("sha256");
            table.Property<byte[]>("Content").IsRequired().HasColumnName("content");
            table.Property<string>("MediaType").IsRequired().HasColumnName("media_type");
            table.Property<string>("Name").IsRequired().HasColumnName("name");
            table.HasKey("ScopeId", "Sha256");
            table.ToTable("files");
        });
        model.Entity(Rows + "StandardRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("ContentHash").HasColumnName("content_hash");
            table.Property<string>("Files").IsRequired().HasColumnName("files");
            table.Property<string>("StandardId").IsRequired().HasColumnName("standard_id");
            table.Property<string>("Version").IsRequired().HasColumnName("version");
            table.HasKey("ScopeId", "ContentHash");
            table.ToTable("standards");
        });
        model.Entity(Rows + "ReturnRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<byte>("Layout").HasColumnName("layout");
            table.Property<int>("Version").HasColumnName("version");
            table.Property<byte[]>("Blob").IsRequired().HasColumnName("blob");
            table.Property<string>("BlobSha256").IsRequired().HasColumnName("blob_sha256");
            table.Property<DateTimeOffset>("CreatedAt").HasColumnName("created_at");
            table.Property<string>("FileSha256").IsRequired().HasColumnName("file_sha256");
            table.Property<int>("Rows").HasColumnName("rows");
            table.HasKey("ScopeId", "ReportYear", "Layout", "Version");
            table.HasIndex("ScopeId", "FileSha256");
            table.ToTable("returns");
        });
        model.Entity(Rows + "ItemsRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<int>("Version").HasColumnName("version");
            table.Property<int>("Line").HasColumnName("line");
            table.Property<string>("Cell").HasColumnName("cell");
            table.Property<string>("Field").IsRequired().HasColumnName("field");
            table.Property<string>("FileSha256").IsRequired().HasColumnName("file_sha256");
            table.Property<string>("Item").IsRequired().HasColumnName("item");
            table.Property<string>("Sheet").HasColumnName("sheet");
            table.Property<string>("Source").IsRequired().HasColumnName("source");
            table.Property<string>("Value").IsRequired().HasColumnName("value");
            table.HasKey("ScopeId", "ReportYear", "Version", "Line");
            table.HasIndex("ScopeId", "FileSha256");
            table.ToTable("items");
        });
        model.Entity(Rows + "FindingRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("FileSha256").HasColumnName("file_sha256");
            table.Property<int>("Number").HasColumnName("number");
            table.Property<string>("Cell").HasColumnName("cell");
            table.Property<string>("MessageEn").IsRequired().HasColumnName("message_en");
            table.Property<string>("MessageZh").IsRequired().HasColumnName("message_zh");
            table.Property<string>("RemedyEn").IsRequired().HasColumnName("remedy_en");
            table.Property<string>("RemedyZh").IsRequired().HasColumnName("remedy_zh");
            table.Property<string>("Rule").IsRequired().HasColumnName("rule");
            table.Property<byte>("Severity").HasColumnName("severity");
            table.Property<string>("Sheet").HasColumnName("sheet");
            table.HasKey("ScopeId", "FileSha256", "Number");
            table.ToTable("findings");
        });
        foreach (var child in new[] { "ReturnRow", "ItemsRow", "FindingRow" })
        {
            model.Entity(Rows + child, table => table
                .HasOne(Rows + "FileRow", null)
                .WithMany()
                .HasForeignKey("ScopeId", "FileSha256")
                .OnDelete(DeleteBehavior.Restrict)
                .IsRequired());
        }
    }
}
