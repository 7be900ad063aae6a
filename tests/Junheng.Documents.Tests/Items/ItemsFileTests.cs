using System.Text;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Items;

/// <summary>The items file: what is not per school.</summary>
public class ItemsFileTests
{
    private const string Header = "county_code,item,field,value,source\n";

    [Fact]
    public void A_good_file_has_no_finding_and_keeps_where_each_value_stands()
    {
        var reading = Read(Header + "210101,G3,schools_total,62,年报\n210101,G2,funding_standard,是,\n210101,Q1,conclusion,met,\n210101,G3,schools_with_rooms,,\n");

        Assert.Empty(reading.Findings);
        Assert.Equal(["62", "是", "met", ""], reading.Figures!.All.Select(figure => figure.Text));
        Assert.Equal(new Origin("items", null, "D2"), reading.Figures.All[0].Origin);
        Assert.Equal(4, reading.Input!.Rows);
    }

    [Theory]
    [InlineData("值,字段,项目,县代码\n62,schools_total,G3,210101\n")]
    [InlineData("Ｖａｌｕｅ, FIELD ,Item,County_Code\n62,schools_total,G3,210101\n")]
    public void Headings_are_ids_or_Chinese_in_any_order_and_the_source_may_be_absent(string text) =>
        Assert.Equal(("210101", "G3", "schools_total", "62"), Read(text).Figures!.All.Select(figure => (figure.CountyCode, figure.Item, figure.Field, figure.Text)).Single());

    [Fact]
    public void Missing_and_double_columns_are_all_named() =>
        Refused("county_code,county_code,item,note\n1,2,3,4\n", "items.double-column B1", "items.missing-column E1", "items.missing-column E1");

    [Fact]
    public void Everything_wrong_is_found_at_once() =>
        Refused(
            Header + "210101,G99,x,1,\n210101,G3,rooms,1,\n210101,G3,schools_total,六十二,\n,G3,schools_total,62,\n2.1E+05,G3,schools_total,62,\n210101,G2,funding_standard,maybe,\n210101,G3,schools_total,62,\n210101,,,,说明\n",
            "items.unknown-item D2", "items.unknown-field D3", "items.wrong-value D4", "items.blank-county D5", "input.scientific-code A6", "items.wrong-value D7", "items.unknown-item D9");

    [Fact]
    public void Unknown_columns_are_ignored_with_a_note() =>
        Assert.Equal("items.unknown-columns", Assert.Single(Read("county_code,item,field,value,source,年度\n210101,G3,schools_total,62,,2026\n").Findings).Rule);

    [Fact]
    public void Full_width_digits_are_read_with_a_note()
    {
        var reading = Read(Header + "210101,G3,schools_total,６２,\n");

        Assert.Equal("62", reading.Figures!.All[0].Text);
        Assert.Equal("input.full-width-text", Assert.Single(reading.Findings).Rule);
    }

    [Fact]
    public void Workbook_cells_are_read_as_what_they_show()
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new WorkbookSheet("项目", [new("county_code"), new("item"), new("field"), new("value")], [[210101, "G3", "schools_total", 62], ["210101", "G2", "funding_standard", "TRUE"]]));
        var reading = new StatisticsFiles().ReadItems(new InputFile("items", stream.ToArray()), Reading.Standard2017, Language.Zh);

        Assert.Equal(["62", "true"], reading.Figures!.All.Select(figure => figure.Text));
        var note = Assert.Single(reading.Findings);
        Assert.Equal(("input.numeric-code", "项目", "A2"), (note.Rule, note.Place.Sheet, note.Place.Cell));
    }

    [Fact]
    public void A_file_that_is_no_table_is_refused()
    {
        var reading = new StatisticsFiles().ReadItems(new InputFile("items", []), Reading.Standard2017, Language.Zh);

        Assert.Null(reading.Figures);
        Assert.Equal("file.empty", Assert.Single(reading.Findings).Rule);
    }

    [Fact]
    public void A_file_of_headings_only_is_read_with_a_warning() => Assert.Equal("items.no-rows", Assert.Single(Read(Header).Findings).Rule);

    [Fact]
    public void Every_field_of_both_standards_can_be_given()
    {
        foreach (var standard in new[] { Reading.Standard2017, Reading.Standard2012 })
        {
            var lines = standard.Items.SelectMany(item => item.Fields.Select(field => $"1,{item.Id},{field.Id},,").Append($"1,{item.Id},conclusion,met,"));
            Assert.Empty(Read(Header + string.Join('\n', lines), standard).Findings);
        }
    }

    private static ItemsReading Read(string text, Standard? standard = null, Language language = Language.Zh) =>
        new StatisticsFiles().ReadItems(new InputFile("items", Encoding.UTF8.GetBytes(text)), standard ?? Reading.Standard2017, language);

    private static void Refused(string text, params string[] errors)
    {
        var (zh, en) = (Read(text), Read(text, language: Language.En));

        Assert.Null(zh.Figures);
        Assert.Equal(errors.Order(StringComparer.Ordinal), zh.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule} {finding.Place.Cell}").Order(StringComparer.Ordinal));
        Assert.All(zh.Findings.Zip(en.Findings), pair =>
        {
            Assert.Equal((pair.First.Place, pair.First.Rule), (pair.Second.Place, pair.Second.Rule));
            Assert.NotEmpty(pair.First.Remedy);
            Assert.NotEqual(pair.First.Message, pair.Second.Message);
        });
    }
}
