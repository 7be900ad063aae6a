using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>The header row: ids or Chinese headings, any order, units in brackets; what is not used is noted.</summary>
public class HeadingTests
{
    [Fact]
    public void Headings_may_stand_in_any_order()
    {
        var plain = Reading.Of(SchoolSheet.Units().Csv()).Accepted().Parts[0];
        var turned = Reading.Of(SchoolSheet.Units().Without("county_code", "stage").With("stage", "junior").With("county_code", "210101").Csv()).Accepted().Parts[0];

        Assert.Equal(plain.SchoolCode[2], turned.SchoolCode[2]);
        Assert.Equal((plain.CountyCode[2], Stage.Junior, 300), (turned.CountyCode[2], turned.Stages![2], turned.Figure("enrolment")!.Value(2)));
    }

    [Theory]
    [InlineData("county_code", "县代码")]
    [InlineData("county_code", " 行政区划代码 ")]
    [InlineData("school_code", "学校（机构）标识码")]
    [InlineData("school_code", "学校代码（10位）")]
    [InlineData("stage", "学段（小学/初中）")]
    [InlineData("enrolment", "Enrolment")]
    [InlineData("enrolment", "ｅｎｒｏｌｍｅｎｔ")]
    [InlineData("enrolment", "在校生数（人）")]
    [InlineData("pe_art_teachers", "体育、艺术专任教师数(名)")]
    [InlineData("teaching_area_m2", "教学及辅助用房面积（㎡）")]
    [InlineData("teaching_area_m2", "教学及辅助用房面积 (m²)")]
    [InlineData("sports_area_m2", "体育运动场馆面积（平方米）")]
    [InlineData("equipment_yuan", "教学仪器设备值（元）")]
    [InlineData("multimedia_rooms", "网络多媒体教室数（间）")]
    [InlineData("school_type", "学校\n类型")]
    public void Ids_and_Chinese_headings_are_recognised_with_their_unit_in_brackets(string id, string heading) =>
        Assert.Empty(SchoolSheet.Units().Rename(id, heading).IsAccepted());

    [Theory]
    [InlineData("enrolment_primary", "小学在校生数")]
    [InlineData("enrolment_primary", "在校生数（小学）")]
    [InlineData("enrolment_junior", "初中在校生数（人）")]
    [InlineData("enrolment_senior", "在校生数_高中")]
    [InlineData("pe_art_teachers_junior", "初中体育、艺术专任教师数")]
    public void Staged_headings_have_their_stage_before_or_behind(string id, string heading) =>
        Assert.Empty(SchoolSheet.Schools().Rename(id, heading).IsAccepted());

    [Theory]
    [InlineData("enrolment", "在校生数（万人）")]
    [InlineData("teaching_area_m2", "教学及辅助用房面积（亩）")]
    [InlineData("multimedia_rooms", "网络多媒体教室数（小学）")]
    public void A_figure_in_another_unit_is_refused_once(string id, string heading)
    {
        var sheet = SchoolSheet.Units().Rename(id, heading);

        sheet.IsRefused($"input.wrong-unit {sheet.Cell(1, heading)}");
    }

    [Fact]
    public void No_heading_of_the_vocabulary_names_two_columns()
    {
        var columns = Reading.Standard2017.Columns.Columns;
        var headings = columns.SelectMany(column => column.Headings.Add(column.Title.Zh).Distinct().Select(heading => (heading, column.Id)));

        Assert.DoesNotContain(headings.GroupBy(each => each.heading), group => group.Count() > 1);
    }

    [Fact]
    public void Every_title_and_heading_of_the_vocabulary_is_recognised()
    {
        foreach (var column in Reading.Standard2017.Columns.Columns.Where(column => !column.IsItem && column.Id is not ("county_code" or "school_code" or "stage" or "enrolment" or "school_type")))
        {
            foreach (var heading in column.Headings.Add(column.Title.Zh).Add(column.Id))
            {
                Assert.DoesNotContain(Reading.Of(SchoolSheet.Units().With(heading, null).Csv()).Remarks(), remark => remark.StartsWith("input.unknown-columns", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Unknown_columns_are_ignored_with_a_note()
    {
        var sheet = SchoolSheet.Units().With("校长", "＃＃").With("备注", "1,2");

        Assert.Equal(["input.unknown-columns M1"], sheet.IsAccepted());
        Assert.Equal("Unknown columns are ignored: 校长、备注", Reading.Of(sheet.Csv(), Language.En).Findings[0].Message);
    }

    [Fact]
    public void Columns_of_the_other_layout_are_noted()
    {
        Assert.Equal(["input.unused-columns M1"], SchoolSheet.Units().With("pe_art_teachers_primary", 1).With("indoor_sports_area_m2", 20).IsAccepted());
        Assert.Equal(["input.unused-columns Q1"], SchoolSheet.Schools().With("stage", "primary").With("pe_art_teachers", 1).IsAccepted());
    }

    [Fact]
    public void Double_columns_that_the_standard_does_not_need_are_read_once_with_a_note()
    {
        var sheet = SchoolSheet.Units().With("books", 10).With("图书册数", 20).With("school_name", "甲").With("校名", "乙");

        Assert.Equal(["input.double-ignored N1", "input.double-ignored P1"], sheet.IsAccepted());
        var part = Reading.Of(sheet.Csv()).Accepted().Parts[0];
        Assert.Equal((10, "甲"), (part.Figure("books")!.Value(0), part.SchoolName![0]));
    }

    [Theory]
    [InlineData("school_type")]
    [InlineData("report_year")]
    [InlineData("parent_school_code")]
    public void Double_columns_that_may_change_a_verdict_are_refused(string id)
    {
        var sheet = SchoolSheet.Schools().Without("school_type").With(id, null).With(id, null);

        sheet.IsRefused($"input.double-column {sheet.Cell(1, id)}");
    }

    [Fact]
    public void A_title_above_the_headings_is_named_with_the_row_of_the_headings()
    {
        var csv = System.Text.Encoding.UTF8.GetString(SchoolSheet.Units().Csv()).TrimStart('\uFEFF');
        var reading = Reading.Of(System.Text.Encoding.UTF8.GetBytes("2026年全县学校情况\n填报单位：教育局,,日期\n" + csv), Language.En);

        Assert.Equal(["input.header-not-first A1"], reading.Errors());
        Assert.Equal("Row 1, '2026年全县学校情况', has no column names; they seem to stand in row 3 (county_code、school_code …)", reading.Findings[0].Message);
        Assert.Equal("Delete what stands above row 3, so that the column names come first", reading.Findings[0].Remedy);
    }

    [Fact]
    public void A_title_above_the_headings_of_a_workbook_is_named_too()
    {
        using var stream = new MemoryStream();
        Junheng.Documents.Tables.WorkbookWriter.Write(stream, new Junheng.Documents.Tables.WorkbookSheet("学校", [new("全县学校情况")], [["县代码", "学校代码", "学段"], ["210101", "1", "小学"]]));

        Assert.Equal(["input.header-not-first A1"], Reading.Of(stream.ToArray()).Errors());
    }

    [Fact]
    public void Blank_rows_above_the_headings_do_no_harm() =>
        Assert.Equal(6, Reading.Of([.. "\n,,\n"u8, .. SchoolSheet.Units().Csv().AsSpan(3)]).Accepted().Parts[0].SourceRows[2]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_of_headings_only_is_read_as_no_schools_with_a_warning(bool isUnitTable)
    {
        var sheet = (isUnitTable ? SchoolSheet.Units() : SchoolSheet.Schools()).WithoutRows(2, 3, 4);

        Assert.Equal(["input.no-rows"], sheet.IsAccepted());
        Assert.Equal(isUnitTable ? TableLayout.Unit : TableLayout.School, Reading.Of(sheet.Csv()).Table!.Parts.Select(part => part.Layout).FirstOrDefault(isUnitTable ? TableLayout.Unit : TableLayout.School));
        Assert.Empty(Reading.Of(sheet.Csv()).Table!.Counties);
    }
}
