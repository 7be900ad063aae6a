using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Migrations;

/// <summary>The tables of <see cref="Collection"/>, written down so that later changes are noticed.</summary>
internal static class CollectionTables
{
    private const string Rows = "Junheng.Storage.Model.";

    public static void Build(ModelBuilder model)
    {
        model.Entity(Rows + "RoundRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<string>("Title").IsRequired().HasColumnName("title");
            table.Property<DateOnly>("Opens").HasColumnName("opens");
            table.Property<DateOnly>("Deadline").HasColumnName("deadline");
            table.Property<DateOnly>("ConfirmBy").HasColumnName("confirm_by");
            table.Property<string>("StandardId").IsRequired().HasColumnName("standard_id");
            table.HasKey("ScopeId", "ReportYear");
            table.ToTable("collection_rounds");
        });
        model.Entity(Rows + "FreezeRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<int>("Version").HasColumnName("version");
            table.Property<string>("DataSha256").IsRequired().HasColumnName("data_sha256");
            table.Property<string>("StandardHash").IsRequired().HasColumnName("standard_hash");
            table.Property<string>("SettingsSha256").IsRequired().HasColumnName("settings_sha256");
            table.Property<string>("ProposedBy").IsRequired().HasColumnName("proposed_by");
            table.Property<string>("ApprovedBy").IsRequired().HasColumnName("approved_by");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.HasKey("ScopeId", "ReportYear", "Version");
            table.ToTable("year_freezes");
        });
        model.Entity(Rows + "SchoolReturnRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<string>("SchoolCode").IsRequired().HasColumnName("school_code");
            table.Property<string>("Name").IsRequired().HasColumnName("name");
            table.Property<byte>("Type").HasColumnName("type");
            table.Property<string>("Township").IsRequired().HasColumnName("township");
            table.Property<byte>("State").HasColumnName("state");
            table.Property<int>("Version").HasColumnName("version");
            table.Property<DateTimeOffset?>("UpdatedAt").HasColumnName("updated_at");
            table.Property<string>("UpdatedBy").IsRequired().HasColumnName("updated_by");
            table.Property<int>("Errors").HasColumnName("errors");
            table.Property<int>("Questions").HasColumnName("questions");
            table.Property<DateTimeOffset?>("Confirmed").HasColumnName("confirmed");
            table.Property<int>("OpenObjections").HasColumnName("open_objections");
            table.Property<int>("Revision").IsConcurrencyToken().HasColumnName("revision");
            table.HasKey("ScopeId", "ReportYear", "SchoolCode");
            table.ToTable("school_returns");
        });
        model.Entity(Rows + "ReturnVersionRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<string>("SchoolCode").IsRequired().HasColumnName("school_code");
            table.Property<int>("Number").HasColumnName("number");
            table.Property<string>("Entries").IsRequired().HasColumnName("entries");
            table.Property<string>("Explanations").IsRequired().HasColumnName("explanations");
            table.Property<byte>("Way").HasColumnName("way");
            table.Property<string>("Batch").IsRequired().HasColumnName("batch");
            table.Property<string>("Author").IsRequired().HasColumnName("author");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.Property<string>("Sha256").IsRequired().HasColumnName("sha256");
            table.HasKey("ScopeId", "ReportYear", "SchoolCode", "Number");
            table.HasIndex("ScopeId", "ReportYear", "Batch");
            table.ToTable("return_versions");
        });
        model.Entity(Rows + "ReturnEventRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<string>("SchoolCode").IsRequired().HasColumnName("school_code");
            table.Property<int>("Revision").HasColumnName("revision");
            table.Property<byte>("Step").HasColumnName("step");
            table.Property<byte>("From").HasColumnName("from");
            table.Property<byte>("To").HasColumnName("to");
            table.Property<int>("Version").HasColumnName("version");
            table.Property<string>("Actor").IsRequired().HasColumnName("actor");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.Property<string>("Reason").IsRequired().HasColumnName("reason");
            table.HasKey("ScopeId", "ReportYear", "SchoolCode", "Revision");
            table.ToTable("return_events");
        });
        model.Entity(Rows + "ObjectionRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<string>("SchoolCode").IsRequired().HasColumnName("school_code");
            table.Property<int>("Number").HasColumnName("number");
            table.Property<string>("Field").IsRequired().HasColumnName("field");
            table.Property<string>("Text").IsRequired().HasColumnName("text");
            table.Property<string>("By").IsRequired().HasColumnName("by");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.Property<string>("Answer").IsRequired().HasColumnName("answer");
            table.Property<string>("AnsweredBy").IsRequired().HasColumnName("answered_by");
            table.Property<bool>("IsUpheld").HasColumnName("is_upheld");
            table.HasKey("ScopeId", "ReportYear", "SchoolCode", "Number");
            table.ToTable("return_objections");
        });
        model.Entity(Rows + "DraftRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<string>("SchoolCode").IsRequired().HasColumnName("school_code");
            table.Property<string>("Person").IsRequired().HasColumnName("person");
            table.Property<int>("BaseVersion").HasColumnName("base_version");
            table.Property<string>("Texts").IsRequired().HasColumnName("texts");
            table.Property<long>("Sequence").HasColumnName("sequence");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.HasKey("ScopeId", "ReportYear", "SchoolCode", "Person");
            table.ToTable("return_drafts");
        });
        model.Entity(Rows + "TrustedNodeRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<string>("PublicKey").IsRequired().HasColumnName("public_key");
            table.Property<string>("CountyCode").IsRequired().HasColumnName("county_code");
            table.Property<string>("AcceptedBy").IsRequired().HasColumnName("accepted_by");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.HasKey("ScopeId", "PublicKey");
            table.ToTable("trusted_nodes");
        });
        model.Entity(Rows + "ReceivedPackageRow", table =>
        {
            table.Property<long>("ScopeId").HasColumnName("scope_id");
            table.Property<int>("ReportYear").HasColumnName("report_year");
            table.Property<int>("FreezeVersion").HasColumnName("freeze_version");
            table.Property<string>("DataSha256").IsRequired().HasColumnName("data_sha256");
            table.Property<string>("StandardHash").IsRequired().HasColumnName("standard_hash");
            table.Property<string>("PublicKey").IsRequired().HasColumnName("public_key");
            table.Property<string>("Signature").IsRequired().HasColumnName("signature");
            table.Property<string>("TakenBy").IsRequired().HasColumnName("taken_by");
            table.Property<DateTimeOffset>("At").HasColumnName("at");
            table.HasKey("ScopeId", "ReportYear", "FreezeVersion");
            table.ToTable("received_packages");
        });
    }
}
