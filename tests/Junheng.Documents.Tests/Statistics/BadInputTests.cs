using System.IO.Compression;
using System.Text;
using Junheng.Documents.Tests.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>Bad input is refused with everything that is wrong with it, each with its place and remedy; good rows beside it are not mentioned.</summary>
public class BadInputTests
{
    [Fact]
    public void A_good_table_has_no_finding()
    {
        Assert.Empty(SchoolSheet.Units().IsAccepted());
        Assert.Empty(SchoolSheet.Schools().IsAccepted());
    }

    [Fact]
    public void Missing_columns_are_all_named()
    {
        var sheet = SchoolSheet.Units().Without("county_code", "enrolment", "sports_area_m2", "multimedia_rooms");

        sheet.IsRefused("input.missing-key-column I1", "input.missing-key-column I1", "input.missing-item-column I1", "input.missing-item-column I1");
        Assert.Equal(
            ["Column 'county_code' is missing", "Column 'enrolment' is missing", "Column 'sports_area_m2' is missing", "Column 'multimedia_rooms' is missing"],
            Reading.Of(sheet.Csv(), Language.En).Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void Double_columns_are_all_named()
    {
        SchoolSheet.Units().With("stage", "primary").With("学校代码", "x").With("equipment_yuan", 1).IsRefused(
            "input.double-column M1", "input.double-column N1", "input.double-column O1");
    }

    [Fact]
    public void An_unknown_stage_is_refused() =>
        SchoolSheet.Units().Set(2, "stage", "幼儿园").Set(3, "stage", null).Set(4, "stage", "高中").IsRefused("input.unknown-stage C2", "input.unknown-stage C3", "input.unknown-stage C4");

    [Fact]
    public void Negative_values_are_refused() =>
        SchoolSheet.Units().Set(2, "enrolment", -1).Set(4, "teaching_area_m2", -0.5).IsRefused("input.negative D2", "input.negative H4");

    [Fact]
    public void Absurd_values_are_refused_where_impossible_and_questioned_where_not()
    {
        SchoolSheet.Units().With("report_year", 20).IsRefused("input.wrong-year M2", "input.wrong-year M3", "input.wrong-year M4");
        Assert.Equal(
            ["input.share-above-one M2", "input.share-above-one M3", "input.share-above-one M4"],
            SchoolSheet.Units().With("migrant_share", 60).IsAccepted().Order(StringComparer.Ordinal));

        Assert.Equal(
            ["input.absurd-enrolment D2", "input.absurd-value H3", "input.fractional-enrolment D4"],
            SchoolSheet.Units().Set(2, "enrolment", 500000).Set(2, "equipment_yuan", 1e9).Set(3, "teaching_area_m2", 1e8).Set(4, "enrolment", 300.5).IsAccepted().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Text_in_numbers_is_refused() =>
        SchoolSheet.Units().Set(2, "enrolment", "约500").Set(3, "sports_area_m2", "3200㎡").Set(4, "multimedia_rooms", "无").Set(4, "backbone_teachers", "60%").IsRefused(
            "input.not-a-number D2", "input.not-a-number I3", "input.not-a-number K4", "input.not-a-number F4");

    [Fact]
    public void Full_width_digits_are_read_with_a_note()
    {
        var sheet = SchoolSheet.Units().Set(2, "enrolment", "５００").Set(3, "school_code", "２１０１０１０００２");

        Assert.Equal(["input.full-width-digits D2", "input.full-width-text B3"], sheet.IsAccepted());
        var part = Reading.Of(sheet.Csv()).Accepted().Parts[0];
        Assert.Equal((500, "2101010002"), (part.Figure("enrolment")!.Value(0), part.SchoolCode[1]));
    }

    [Theory]
    [InlineData("2.1E+09")]
    [InlineData("2.10101E+09")]
    public void Codes_turned_into_scientific_notation_are_refused(string code) =>
        SchoolSheet.Units().Set(2, "school_code", code).Set(3, "county_code", code).IsRefused("input.scientific-code B2", "input.scientific-code A3");

    [Fact]
    public void Codes_stripped_of_zeros_are_questioned()
    {
        var sheet = SchoolSheet.Units().Set(2, "county_code", "10101");
        for (var school = 4; school < 10; school++)
        {
            sheet.Row("210101", $"210101000{school}", "primary", 500, 30, 6, 5, 2500, 4000, 1200000, 12, "primary");
        }

        sheet.Set(4, "school_code", "101010003");

        Assert.Equal(["input.short-code A2", "input.short-code B4"], sheet.IsAccepted());
    }

    [Fact]
    public void Codes_that_a_workbook_stores_as_numbers_are_read_with_a_note()
    {
        var reading = Reading.Of(SchoolSheet.Units().Set(2, "county_code", 210101).Xlsx());

        Assert.Equal("210101", reading.Accepted().Parts[0].CountyCode[0]);
        Assert.Equal(["input.numeric-code A2"], reading.Remarks());
    }

    [Fact]
    public void Codes_handled_as_numbers_are_questioned() =>
        Assert.Equal(["input.decimal-code B2"], SchoolSheet.Units().Set(2, "school_code", "2101010001.0").IsAccepted());

    [Theory]
    [InlineData("教学仪器设备值（万元）")]
    [InlineData("equipment_yuan(万元)")]
    public void A_heading_in_ten_thousands_of_yuan_is_refused(string heading) => SchoolSheet.Units().Rename("equipment_yuan", heading).IsRefused("input.wrong-unit J1");

    [Fact]
    public void A_column_that_looks_like_ten_thousands_of_yuan_is_questioned_once()
    {
        var units = SchoolSheet.Units().Set(2, "equipment_yuan", 120).Set(3, "equipment_yuan", 100).Set(4, "equipment_yuan", 90);
        var schools = SchoolSheet.Schools().Set(2, "equipment_yuan", 120).Set(3, "equipment_yuan", 200).Set(4, "equipment_yuan", 250);

        Assert.Equal(["input.maybe-ten-thousand-yuan J2"], units.IsAccepted());
        Assert.Equal(["input.maybe-ten-thousand-yuan O2"], schools.IsAccepted());
    }

    [Fact]
    public void A_single_figure_in_ten_thousands_of_yuan_is_questioned_where_it_stands() =>
        Assert.Equal(["input.maybe-ten-thousand-yuan J3"], SchoolSheet.Units().Set(3, "equipment_yuan", 100).IsAccepted());

    [Fact]
    public void Duplicates_are_refused() => SchoolSheet.Units().Set(3, "school_code", "2101010001").IsRefused("input.duplicate B3");

    [Theory]
    [InlineData("合计")]
    [InlineData("总计")]
    [InlineData("Total")]
    public void Totals_rows_are_refused(string total)
    {
        SchoolSheet.Units().Row(total, null, null, 1200, 78, 15, 12, 6500, 10500, 3100000, 30, null).IsRefused("input.totals-row B5", "input.unknown-stage C5");
        SchoolSheet.Schools().Row("210101", total, null, 900, 600, 600).IsRefused("input.totals-row B5");
    }

    [Fact]
    public void Blank_codes_are_refused() => SchoolSheet.Units().Set(2, "county_code", null).Set(3, "school_code", " ").IsRefused("input.blank-code A2", "input.blank-code B3");

    [Fact]
    public void Many_mistakes_are_all_found_at_once()
    {
        var bad = SchoolSheet.Units().Without("sports_area_m2").Rename("equipment_yuan", "教学仪器设备值(万元)")
            .Set(2, "enrolment", "五百").Set(3, "backbone_teachers", -2).Set(3, "stage", "大学").Set(4, "school_type", "高校").Set(4, "school_code", "2101010001").Set(4, "stage", "primary");
        var reading = Reading.Of([bad.Csv(), [], SchoolSheet.Schools().Set(2, "enrolment_junior", 5).Xlsx()]);

        Assert.Equal(
            [
                "input.wrong-unit I1", "input.missing-item-column L1", "input.not-a-number D2", "input.unknown-stage C3", "input.unknown-school-type K4", "input.negative F3",
                "file.empty", "input.stage-not-taught E2", "input.duplicate B4", "input.duplicate B2",
            ],
            reading.Errors());
        Assert.Equal(["file1", "file2", "file3"], reading.Findings.Select(finding => finding.Place.File!).Distinct());
    }

    [Fact]
    public void Past_a_bound_findings_of_one_kind_are_counted()
    {
        var sheet = SchoolSheet.Units();
        for (var row = 0; row < 300; row++)
        {
            sheet.Row("210101", $"S{row}", "primary", -1);
        }

        var reading = Reading.Of(sheet.Csv(), Language.En);

        Assert.Equal(201, reading.Errors().Length);
        Assert.Equal("100 more of this kind are not listed", reading.Findings[^1].Message);
        Assert.Equal("input.negative", reading.Findings[^1].Rule);
    }

    [Fact]
    public void A_bad_cell_behind_very_many_notes_still_refuses()
    {
        var sheet = SchoolSheet.Units();
        for (var row = 0; row < 10_100; row++)
        {
            sheet.Row("210101", $"S{row}", "primary", "１");
        }

        Assert.Equal(["input.not-a-number"], Reading.Of(sheet.Row("210101", "last", "primary", "many").Csv()).Errors());
    }

    public static TheoryData<string, byte[]> BrokenFiles => new()
    {
        { "file.empty", [] },
        { "file.encoding", [.. "county_code,school_code\n1,"u8, 0xFF, 0xFF, .. "\n"u8] },
        { "file.truncated", SchoolSheet.Units().Xlsx()[..600] },
        { "table.unclosed-quote", [.. SchoolSheet.Units().Csv(), .. "210101,\"2\n"u8] },
        { "file.zip-bomb", ZipBomb() },
        { "file.not-a-table", "%PDF-1.7"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles), DisableDiscoveryEnumeration = true)]
    public void Broken_files_are_refused_with_the_good_ones_beside_them(string rule, byte[] bytes)
    {
        var good = SchoolSheet.Units().Csv();
        foreach (var language in new[] { Language.Zh, Language.En })
        {
            var reading = Reading.Of([good, bytes, SchoolSheet.Units().Set(2, "enrolment", -1).Csv()], language);

            Assert.Null(reading.Table);
            var finding = Assert.Single(reading.Findings, finding => finding.Place.File == "file2");
            Assert.Equal((rule, Severity.Error), (finding.Rule, finding.Severity));
            Assert.NotEmpty(finding.Message);
            Assert.NotEmpty(finding.Remedy);
            Assert.Contains(reading.Findings, finding => finding.Rule == "input.negative" && finding.Place.File == "file3");
        }
    }

    [Fact]
    public void A_table_in_GB18030_is_read_with_a_note()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sheet = SchoolSheet.Units().Rename("county_code", "县代码").Set(2, "stage", "小学").With("学校名称", "第一小学");

        var reading = Reading.Of(Encoding.GetEncoding("GB18030").GetBytes(Encoding.UTF8.GetString(sheet.Csv())));

        Assert.Equal("第一小学", reading.Accepted().Parts[0].SchoolName![0]);
        Assert.Equal(["file.encoding-note"], reading.Remarks());
    }

    [Fact]
    public void A_million_empty_rows_are_passed_over()
    {
        var csv = Encoding.UTF8.GetString(SchoolSheet.Units().Csv());
        var blank = string.Concat(Enumerable.Repeat(",,,\n", 1_000_000));
        var negative = "210101,last,primary,-1\n";

        Assert.Equal(3, Reading.Of(Encoding.UTF8.GetBytes(csv + blank)).Accepted().Parts.Sum(part => part.Count));
        Assert.Equal(["input.negative D1000005"], Reading.Of(Encoding.UTF8.GetBytes(csv + blank + negative)).Errors());
    }

    [Fact]
    public void A_workbook_of_a_million_empty_rows_is_passed_over()
    {
        var bytes = Sample.Xlsx(writer =>
        {
            writer.Write("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>county_code</v></c><c r=\"B1\" t=\"str\"><v>school_code</v></c><c r=\"C1\" t=\"str\"><v>stage</v></c></row>");
            for (var row = 2; row <= 1_000_000; row++)
            {
                writer.Write($"<row r=\"{row}\"/>");
            }
        });

        Assert.Contains("input.no-rows", Reading.Of(bytes).Remarks());
    }

    private static byte[] ZipBomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml");
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            for (var part = 0; part < 64; part++)
            {
                sheet.Write(new byte[1 << 20]);
            }
        }

        return bytes.ToArray();
    }
}
