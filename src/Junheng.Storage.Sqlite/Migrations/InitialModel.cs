using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Sqlite.Migrations;

/// <summary>The model as of the first migration, written down so that later changes are noticed.</summary>
internal static class InitialModel
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.HasAnnotation("ProductVersion", "10.0.14");
        model.Entity(Rows + "RegionRow", table =>
        {
            table.Property<long>("ScopeId").ValueGeneratedNever().HasColumnType("INTEGER").HasColumnName("scope_id");
            table.Property<string>("Code").IsRequired().HasColumnType("TEXT").HasColumnName("code");
            table.Property<byte>("Level").HasColumnType("INTEGER").HasColumnName("level");
            table.Property<string>("Name").IsRequired().HasColumnType("TEXT").HasColumnName("name");
            table.Property<long?>("ParentScopeId").HasColumnType("INTEGER").HasColumnName("parent_scope_id");
            table.HasKey("ScopeId");
            table.HasIndex("Level", "Code").IsUnique();
            table.ToTable("regions");
        });
        model.Entity(Rows + "FileRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnType("INTEGER").HasColumnName("scope_id");
            table.Property<string>("Sha256").HasColumnType("TEXT").HasColumnName("sha256");
            table.Property<byte[]>("Content").IsRequired().HasColumnType("BLOB").HasColumnName("content");
            table.Property<string>("MediaType").IsRequired().HasColumnType("TEXT").HasColumnName("media_type");
            table.Property<string>("Name").IsRequired().HasColumnType("TEXT").HasColumnName("name");
            table.HasKey("ScopeId", "Sha256");
            table.ToTable("files");
        });
        model.Entity(Rows + "StandardRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnType("INTEGER").HasColumnName("scope_id");
            table.Property<string>("ContentHash").HasColumnType("TEXT").HasColumnName("content_hash");
            table.Property<string>("Files").IsRequired().HasColumnType("TEXT").HasColumnName("files");
            table.Property<string>("StandardId").IsRequired().HasColumnType("TEXT").HasColumnName("standard_id");
            table.Property<string>("Version").IsRequired().HasColumnType("TEXT").HasColumnName("version");
            table.HasKey("ScopeId", "ContentHash");
            table.ToTable("standards");
        });
        model.Entity(Rows + "ReturnRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnType("INTEGER").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnType("INTEGER").HasColumnName("report_year");
            table.Property<byte>("Layout").HasColumnType("INTEGER").HasColumnName("layout");
            table.Property<int>("Version").HasColumnType("INTEGER").HasColumnName("version");
            table.Property<byte[]>("Blob").IsRequired().HasColumnType("BLOB").HasColumnName("blob");
            table.Property<string>("BlobSha256").IsRequired().HasColumnType("TEXT").HasColumnName("blob_sha256");
            table.Property<DateTimeOffset>("CreatedAt").HasColumnType("TEXT").HasColumnName("created_at");
            table.Property<string>("FileSha256").IsRequired().HasColumnType("TEXT").HasColumnName("file_sha256");
            table.Property<int>("Rows").HasColumnType("INTEGER").HasColumnName("rows");
            table.HasKey("ScopeId", "ReportYear", "Layout", "Version");
            table.HasIndex("ScopeId", "FileSha256");
            table.ToTable("returns");
        });
        model.Entity(Rows + "ItemsRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnType("INTEGER").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnType("INTEGER").HasColumnName("report_year");
            table.Property<int>("Version").HasColumnType("INTEGER").HasColumnName("version");
            table.Property<int>("Line").HasColumnType("INTEGER").HasColumnName("line");
            table.Property<string>("Cell").HasColumnType("TEXT").HasColumnName("cell");
            table.Property<string>("Field").IsRequired().HasColumnType("TEXT").HasColumnName("field");
            table.Property<string>("FileSha256").IsRequired().HasColumnType("TEXT").HasColumnName("file_sha256");
            table.Property<string>("Item").IsRequired().HasColumnType("TEXT").HasColumnName("item");
            table.Property<string>("Sheet").HasColumnType("TEXT").HasColumnName("sheet");
            table.Property<string>("Source").IsRequired().HasColumnType("TEXT").HasColumnName("source");
            table.Property<string>("Value").IsRequired().HasColumnType("TEXT").HasColumnName("value");
            table.HasKey("ScopeId", "ReportYear", "Version", "Line");
            table.HasIndex("ScopeId", "FileSha256");
            table.ToTable("items");
        });
        model.Entity(Rows + "FindingRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnType("INTEGER").HasColumnName("scope_id");
            table.Property<string>("FileSha256").HasColumnType("TEXT").HasColumnName("file_sha256");
            table.Property<int>("Number").HasColumnType("INTEGER").HasColumnName("number");
            table.Property<string>("Cell").HasColumnType("TEXT").HasColumnName("cell");
            table.Property<string>("MessageEn").IsRequired().HasColumnType("TEXT").HasColumnName("message_en");
            table.Property<string>("MessageZh").IsRequired().HasColumnType("TEXT").HasColumnName("message_zh");
            table.Property<string>("RemedyEn").IsRequired().HasColumnType("TEXT").HasColumnName("remedy_en");
            table.Property<string>("RemedyZh").IsRequired().HasColumnType("TEXT").HasColumnName("remedy_zh");
            table.Property<string>("Rule").IsRequired().HasColumnType("TEXT").HasColumnName("rule");
            table.Property<byte>("Severity").HasColumnType("INTEGER").HasColumnName("severity");
            table.Property<string>("Sheet").HasColumnType("TEXT").HasColumnName("sheet");
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
