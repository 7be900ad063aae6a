using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Workbooks that look different and say the same are read the same.</summary>
public class UglyWorkbookTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Headings_shifted_down(int rows) => SaysTheSame(book => book.Each(sheet => sheet.ShiftHeadings(rows)));

    [Fact]
    public void Headings_without_merged_cells()
    {
        SaysTheSame(book => book.Each(sheet => sheet.UnmergeHeadings()));
        var (school, old) = Books(SchoolType.Primary).First();

        Assert.Contains(school.IsReadFrom(old.Each(sheet => sheet.UnmergeHeadings())).Choices, choice => choice.Contains("没有合并单元格", StringComparison.Ordinal));
    }

    [Fact]
    public void Blank_rows_between_headings_numbers_and_figures() => SaysTheSame(book => book.Each(sheet => sheet.InsertBlankRows()));

    [Fact]
    public void Blank_columns_between_figures() => SaysTheSame(book => book.Each(sheet => sheet.InsertBlankColumns()));

    [Fact]
    public void Blank_columns_on_the_left() => SaysTheSame(book => book.Each(sheet => sheet.ShiftRight()));

    [Fact]
    public void Title_rows_on_top() => SaysTheSame(book => book.Each(sheet => sheet.AddTitleRows()));

    [Fact]
    public void Full_width_digits() => SaysTheSame(book => book.Each(sheet => sheet.FullWidthDigits()));

    [Fact]
    public void Numbers_as_text() => SaysTheSame(book => book.Each(sheet => sheet.NumbersAsText()));

    [Fact]
    public void Thousands_separators() => SaysTheSame(book => book.Each(sheet => sheet.ThousandsSeparators()));

    [Fact]
    public void Notes_with_figures_below() => SaysTheSame(book => book.Each(sheet => sheet.NotesAndTotalsBelow()));

    [Fact]
    public void Line_breaks_and_trailing_blanks_in_headings_and_labels() => SaysTheSame(book => book.Each(sheet => sheet.MessyHeadings()));

    [Fact]
    public void Labels_without_indentation() => SaysTheSame(book => book.Each(sheet => sheet.FlattenLabels()));

    [Fact]
    public void Formulas_with_their_values() => SaysTheSame(book => book.Each(sheet => sheet.FiguresAsFormulas()));

    [Fact]
    public void Hidden_columns() => SaysTheSame(book => book.Each(sheet => sheet.HideColumns()));

    [Fact]
    public void Sheets_in_another_order() => SaysTheSame(book => book.Sheets.Reverse());

    [Fact]
    public void Sheets_renamed() => SaysTheSame(book =>
    {
        for (var i = 0; i < book.Sheets.Count; i++)
        {
            if (book.Sheets[i].Cells.Values.OfType<string>().Any(text => text.Contains("表号", StringComparison.Ordinal) || text.Contains("表    号", StringComparison.Ordinal)))
            {
                book.Sheets[i].Name = $"Sheet{i + 1}";
            }
        }
    });

    [Fact]
    public void External_links() => SaysTheSame(book => book.HasExternalLink = true);

    [Fact]
    public void Other_sheets_some_of_them_hidden() => SaysTheSame(book =>
    {
        var dictionary = new SheetDraft("字典") { IsHidden = true };
        (dictionary[1, 1], dictionary[2, 1], dictionary[2, 2]) = ("代码", 1, "小学");
        book.Sheets.Insert(0, dictionary);
        var cover = new SheetDraft("封面");
        cover[3, 3] = "澄溪县教育事业统计报表";
        book.Sheets.Insert(0, cover);
    });

    [Fact]
    public void Old_workbooks() => Assert.All(Books(SchoolType.NineYear), book =>
        FormBooks.Of([("school.xls", book.Book.ToXls())], allowMissing: false).IsRowOf(book.School, 0));

    [Fact]
    public void A_hidden_form_is_not_read_and_said_to_be_hidden()
    {
        var (_, book) = Books(SchoolType.NineYear).Last();
        book["教基5176"].IsHidden = true;

        var reading = FormBooks.Of(book);

        Assert.Equal("隐藏的工作表，未读取", Assert.Single(Assert.Single(reading.Mappings, mapping => mapping.Sheet!.StartsWith("教基5176", StringComparison.Ordinal)).Choices).Zh);
        Assert.DoesNotContain("sports_area_m2", reading.Rows[0].Keys);
    }

    [Fact]
    public void Zeros_left_blank_where_printed_totals_show_that_they_are_zeros()
    {
        foreach (var (school, book) in Books(SchoolType.NineYear))
        {
            book.Each(sheet => sheet.BlankZeros());
            var reading = school.IsReadFrom(book);

            Assert.Contains(reading.Choices, choice => choice.Contains("按 0 读取", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Educations_called_as_in_the_first_forms()
    {
        var school = SchoolFacts.Of(SchoolType.NineYear);
        var book = Forms2021.Of(school);
        book["教基4155"].Change(value => value is string text ? text.Replace("高中阶段以下", "高中以下", StringComparison.Ordinal).Replace("高中阶段", "高中", StringComparison.Ordinal) : value);
        book["教基4155"].FlattenLabels();

        school.IsReadFrom(book);
    }

    internal static IEnumerable<(SchoolFacts School, WorkbookDraft Book)> Books(params SchoolType[] types) => types.SelectMany(type => new (SchoolFacts, WorkbookDraft)[]
    {
        (SchoolFacts.Of(type, 3, 2020), Forms2020.Of(SchoolFacts.Of(type, 3, 2020))),
        (SchoolFacts.Of(type, 3, 2021), Forms2021.Of(SchoolFacts.Of(type, 3, 2021), later: false)),
        (SchoolFacts.Of(type, 3), Forms2021.Of(SchoolFacts.Of(type, 3))),
    });

    private static FormBooks SaysTheSame(Action<WorkbookDraft> spoil)
    {
        FormBooks? last = null;
        foreach (var (school, book) in Books(SchoolType.TeachingPoint, SchoolType.NineYear, SchoolType.CompleteSecondary))
        {
            spoil(book);
            last = school.IsReadFrom(book);
        }

        return last!;
    }
}
