using Junheng.Domain.Findings;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>What a sheet does not tell is asked, never guessed: each question names its cells and how to answer.</summary>
public class QuestionTests
{
    private readonly SchoolFacts _school = SchoolFacts.Of(SchoolType.NineYear);

    [Fact]
    public void An_unknown_heading_is_asked_with_the_nearest_ones()
    {
        var book = Forms2021.Of(_school);
        Rename(book["教基5170"], "室内体育用房", "体育活动室");

        var question = Question(book, "forms.not-found");
        Assert.Contains("indoor_sports_area_m2", question.Message, StringComparison.Ordinal);
        Assert.Contains("教基5170_九年一贯制学校", question.Place.Sheet, StringComparison.Ordinal);
        Assert.Contains("--map", question.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_heading_stands_in_the_question()
    {
        var book = Forms2021.Of(_school);
        Rename(book["教基5176"], "网络多媒体教室", "多媒体教室数量");

        Assert.Contains("“#多媒体教室数量”(A17)", Question(book, "forms.not-found").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_that_is_not_judged_may_lack_with_a_warning()
    {
        var book = Forms2021.Of(_school);
        Rename(book["教基5176"], "绿化用地面积", "花园");

        var reading = FormBooks.Of(book);

        Assert.Empty(reading.Errors);
        Assert.Contains("forms.not-found", reading.Warnings);
    }

    [Fact]
    public void A_clerks_map_answers_for_a_renamed_heading()
    {
        var book = Forms2021.Of(_school);
        Rename(book["教基5170"], "室内体育用房", "体育活动室");
        var map = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "forms", "cn-2021", "5170.yaml"))
            .Replace("row: [室内体育用房]", "row: [室内体育用房|体育活动室]", StringComparison.Ordinal).Replace("id: cn-2021-5170", "id: own-5170", StringComparison.Ordinal);

        FormBooks.Of([("a.xlsx", book.ToXlsx())], map).IsRowOf(_school, 0);
    }

    [Fact]
    public void Two_rows_of_one_name_are_asked()
    {
        var book = Forms2021.Of(_school);
        Rename(book["教基5170"], "心理辅导室", "室内体育用房");

        var question = Question(book, "forms.two-candidates");
        Assert.Contains("(A17)", question.Message, StringComparison.Ordinal);
        Assert.Contains("(A18)", question.Message, StringComparison.Ordinal);
        Assert.Contains("indoor_sports_area_m2", question.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_of_one_name_are_told_apart_by_the_printed_number_that_the_map_knows()
    {
        var book = Forms2021.Of(_school);
        Rename(book["教基3112"], "招生数", "在校生数");

        FormBooks.Of(book).IsRowOf(_school, 0);
    }

    [Fact]
    public void Two_columns_of_one_name_are_asked()
    {
        var book = Forms2021.Of(_school);
        var sheet = book["教基5170"];
        sheet[4, 7] = "合计";

        Assert.Contains("“合计”(F4)、“合计”(G4)", Question(book, "forms.two-candidates").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_contradicts_the_printed_code_is_asked()
    {
        var book = Forms2020.Of(SchoolFacts.Of(SchoolType.Junior, year: 2020));
        var sheet = book["基础基512"];
        (sheet[16, 4], sheet[15, 4]) = ("09", "10");

        Assert.Contains("体育馆", Question(book, "forms.label-against-code").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Art_that_may_be_a_subtotal_is_asked_where_neither_headings_nor_totals_tell()
    {
        var book = WithArt(5, 2, 2);

        var question = Question(book, "forms.subtotal-unclear");
        Assert.Equal("T4", question.Place.Cell);
        Assert.Contains("subtotal: true", question.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Art_below_music_and_fine_art_is_no_subtotal() =>
        Assert.Contains(FormBooks.Of(WithArt(1, 2, 2)).Choices, choice => choice.Contains("不可能是小计", StringComparison.Ordinal));

    [Theory]
    [InlineData(true, "8")]
    [InlineData(false, "12")]
    public void A_map_can_say_whether_art_is_a_subtotal(bool isSubtotal, string peAndArts)
    {
        var map = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "forms", "cn-2021", "4155.yaml"))
            .Replace("parts: [[音乐], [美术]]", $"parts: [[音乐], [美术]], subtotal: {(isSubtotal ? "true" : "false")}", StringComparison.Ordinal)
            .Replace("id: cn-2021-4155", "id: own-4155", StringComparison.Ordinal);

        var reading = FormBooks.Of([("a.xlsx", WithArt(5, 2, 2).ToXlsx())], map);

        Assert.Empty(reading.Errors);
        Assert.Equal(peAndArts, reading.Rows[0]["pe_art_teachers_primary"]);
    }

    [Fact]
    public void A_subtotal_that_its_parts_exceed_is_refused()
    {
        var book = Forms2021.Of(_school);
        var sheet = book["教基4155"];
        var music = sheet.Find("音乐").Column;
        sheet[4, music - 1] = "艺术";
        sheet.InsertRows(4);
        (sheet[4, music - 1], sheet[4, music], sheet[4, music + 1]) = ("艺术", null, null);
        sheet[5, music - 1] = "计";
        sheet.Merge(4, music - 1, 4, music + 1);
        sheet[8, music] = 9;

        Assert.Equal(["forms.subtotal-exceeded"], FormBooks.Of(book).Errors.Distinct());
    }

    [Fact]
    public void A_figure_in_a_unit_that_cannot_be_is_asked()
    {
        var book = Forms2021.Of(_school);
        var sheet = book["教基5176"];
        sheet[19, 2] = "台";

        Assert.Equal("D19", Question(book, "forms.wrong-unit").Place.Cell);
    }

    [Fact]
    public void A_form_twice_in_a_workbook_is_refused()
    {
        var book = Forms2021.Of(_school);
        book.Add(book["教基3112"].Copy("教基3112_九年一贯制学校 (2)"));

        Assert.Contains("教基3112_九年一贯制学校", Question(book, "forms.twice").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_twice_is_refused_naming_both_workbooks()
    {
        var reading = FormBooks.Of(Forms2021.Of(_school), Forms2021.Of(_school));

        Assert.Equal(["forms.twice"], reading.Errors.Distinct());
        Assert.All(reading.Findings.Where(finding => finding.Rule == "forms.twice"), finding => Assert.Contains("book1.xlsx", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_of_another_generation_in_a_workbook_is_refused()
    {
        var book = Forms2021.Of(_school);
        var old = Forms2020.Of(_school)["基础基512"];
        old.Change(value => value is string text && text.Contains("学年", StringComparison.Ordinal) ? null : value);
        book.Add(old);

        Assert.Equal("基础基512", Question(book, "forms.other-generation").Place.Sheet);
    }

    [Fact]
    public void Forms_of_two_years_in_a_workbook_are_refused()
    {
        var book = Forms2021.Of(_school);
        book.Add(Forms2021.Of(_school with { Year = 2023 })["教基5176"].Copy("教基5176_上年"));

        Assert.Contains("forms.two-years", FormBooks.Of(book).Errors);
    }

    [Fact]
    public void A_sheet_whose_name_and_head_name_two_forms_is_refused()
    {
        var book = Forms2021.Of(_school);
        book["教基3115"].Name = "教基3118_九年一贯制学校";

        Assert.Contains("教基3118", Question(book, "forms.two-codes").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_printed_total_that_does_not_add_up_is_a_warning_with_its_cells()
    {
        var book = Forms2021.Of(_school);
        book["教基3112"][6, 9] = 999;

        var warning = Assert.Single(FormBooks.Of(book).Findings, finding => finding.Rule == "forms.total-mismatch");
        Assert.Equal((Severity.Warning, "I6"), (warning.Severity, warning.Place.Cell));
        Assert.Contains("K6+L6+M6+N6+O6+P6", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_that_no_total_explains_is_missing_and_not_zero()
    {
        var book = Forms2021.Of(_school);
        book["教基5176"][17, 4] = null;
        book["教基5170"][17, 6] = null;

        var reading = FormBooks.Of(book);

        Assert.False(reading.Rows[0].ContainsKey("multimedia_rooms"));
        Assert.False(reading.Rows[0].ContainsKey("indoor_sports_area_m2"));
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void An_empty_form_is_missing_and_said_to_be_empty()
    {
        var book = Forms2021.Of(_school);
        var sheet = book["教基5176"];
        foreach (var row in Enumerable.Range(5, 15))
        {
            sheet[row, 4] = null;
        }

        var reading = FormBooks.Of(book);

        Assert.Empty(reading.Errors);
        Assert.False(reading.Rows[0].ContainsKey("sports_area_m2"));
        Assert.Contains("此表没有填写数字", reading.Choices);
    }

    [Fact]
    public void A_form_whose_headings_are_gone_is_refused()
    {
        var book = Forms2021.Of(_school);
        var sheet = book["教基5176"];
        sheet.RemoveRow(4);
        sheet.RemoveRow(3);

        Assert.Equal(["forms.no-headings"], FormBooks.Of(book).Errors.Distinct());
    }

    private static Finding Question(WorkbookDraft book, string rule)
    {
        var reading = FormBooks.Of(book);
        Assert.Equal([rule], reading.Errors.Distinct());
        var question = reading.Findings.First(finding => finding.Severity == Severity.Error);
        Assert.Contains(reading.Mappings, mapping => mapping.Questions.Any(asked => asked.Zh == question.Message));
        return question;
    }

    private static void Rename(SheetDraft sheet, string from, string to)
    {
        var (row, column) = sheet.Find(from);
        sheet[row, column] = ((string)sheet[row, column]!).Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>The later form without a printed total of all courses.</summary>
    private WorkbookDraft WithArt(int art, int music, int fineArt)
    {
        var book = Forms2021.Of(_school);
        var sheet = book["教基4155"];
        sheet[4, sheet.Find("语文").Column] = "语文课";
        for (var row = 6; row < 25; row++)
        {
            for (var column = sheet.Find("艺术").Column; column < sheet.Find("艺术").Column + 3; column++)
            {
                sheet[row, column] = null;
            }
        }

        var primary = sheet.Find("小学").Row;
        (sheet[primary, sheet.Find("艺术").Column], sheet[primary, sheet.Find("音乐").Column], sheet[primary, sheet.Find("美术").Column]) = (art, music, fineArt);
        var junior = sheet.Find("初中").Row;
        (sheet[junior, sheet.Find("艺术").Column], sheet[junior, sheet.Find("音乐").Column], sheet[junior, sheet.Find("美术").Column]) = (0, 0, 0);
        return book;
    }
}
