using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Which school a sheet speaks of, and that each way of telling is said.</summary>
public class WhichSchoolTests
{
    private readonly SchoolFacts _first = SchoolFacts.Of(SchoolType.Primary, 1);
    private readonly SchoolFacts _second = SchoolFacts.Of(SchoolType.NineYear, 2);

    [Fact]
    public void Sheets_of_several_schools_in_one_workbook_by_their_heads()
    {
        var book = new WorkbookDraft().Add(Forms2021.Of(_first).Sheets).Add(Forms2021.Of(_second).Sheets);

        var reading = FormBooks.Of(book);

        reading.IsRowOf(_first, 0);
        reading.IsRowOf(_second, 1);
    }

    [Fact]
    public void Sheets_of_several_schools_in_one_workbook_by_the_sheets_names()
    {
        var book = new WorkbookDraft();
        foreach (var school in new[] { _first, _second })
        {
            foreach (var sheet in Forms2021.Of(school).Sheets)
            {
                WithoutHead(sheet);
                book.Add(sheet.Copy($"{sheet.Name.Split('_')[0]}_{school.Name}"));
            }
        }

        var reading = FormBooks.Of(book);

        reading.IsRowOf(_first, 0);
        reading.IsRowOf(_second, 1);
        Assert.Contains(reading.Choices, choice => choice.Contains("按工作表名", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_of_nobody_knows_which_school_is_asked()
    {
        var book = new WorkbookDraft().Add(Forms2021.Of(_first).Sheets).Add(Forms2021.Of(_second).Sheets);
        var sheet = book.Sheets.Last(each => each.Name.StartsWith("教基5176", StringComparison.Ordinal));
        WithoutHead(sheet);

        Assert.Equal(["forms.no-school"], FormBooks.Of(book).Errors);
    }

    [Fact]
    public void Forms_of_a_school_in_several_workbooks_come_together()
    {
        var sheets = Forms2021.Of(_second).Sheets;
        foreach (var sheet in sheets.Skip(4).Where(sheet => sheet[2, 1] is string))
        {
            sheet[2, 1] = $"{sheet[2, 1]}　　县代码：{SchoolFacts.CountyCode}";
        }

        var reading = FormBooks.Of(new WorkbookDraft().Add(sheets.Take(4)), new WorkbookDraft().Add(sheets.Skip(4)));

        reading.IsRowOf(_second, 0);
        Assert.Single(reading.Rows);
    }

    [Fact]
    public void Without_an_identity_form_the_sheets_names_tell_the_type()
    {
        var book = Forms2021.Of(_second);
        book.Sheets.RemoveAt(0);

        var reading = FormBooks.Of(book);

        Assert.Equal(("nine_year", _second.Code, _second.Name), (reading.Rows[0]["school_type"], reading.Rows[0]["school_code"], reading.Rows[0]["school_name"]));
        Assert.Contains("办学类型按工作表名确定", reading.Choices);
    }

    [Fact]
    public void Without_any_form_code_the_headings_tell_the_form()
    {
        var book = Forms2021.Of(_second);
        var sheet = book["教基5176"];
        sheet.Change(value => value is string text ? text.Replace("教基5176", "本表", StringComparison.Ordinal) : value);
        sheet.Name = "条件";

        var reading = FormBooks.Of(book);

        reading.IsRowOf(_second, 0);
        Assert.Contains("按列标题识别为“中小学占地面积及其他办学条件”", reading.Choices);
    }

    [Fact]
    public void Without_any_name_inside_the_files_name_tells()
    {
        var book = Forms2021.Of(_second);
        book.Sheets.RemoveAt(0);
        book.Each(sheet =>
        {
            WithoutHead(sheet);
            sheet.Name = sheet.Name.Split('_')[0];
        });

        var reading = FormBooks.Of([("澄溪县九年制学校(九年一贯制学校).xlsx", book.ToXlsx())]);

        Assert.Equal(("nine_year", "澄溪县九年制学校"), (reading.Rows[0]["school_type"], reading.Rows[0]["school_name"]));
        Assert.Contains(reading.Choices, choice => choice.Contains("按文件名", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SchoolType.Special, "special")]
    [InlineData(SchoolType.Vocational, "vocational")]
    public void Special_and_vocational_schools_are_read_so_that_the_scope_leaves_them_out(SchoolType type, string id)
    {
        var school = SchoolFacts.Of(type) with { Stages = [] };

        var reading = FormBooks.Of(Forms2021.Of(school));

        Assert.Empty(reading.Errors);
        Assert.Equal(id, Assert.Single(reading.Rows)["school_type"]);
    }

    [Theory]
    [InlineData("幼儿园")]
    [InlineData("高级中学")]
    public void Schools_outside_compulsory_education_are_left_out_with_a_note(string kind)
    {
        var book = Forms2021.Of(_first);
        var type = book["教基1001"].Find("学校（机构）办学类型");
        book["教基1001"][type.Row, 3] = kind;

        var reading = FormBooks.Of(book);

        Assert.Empty(reading.Rows);
        Assert.Contains("forms.outside", reading.Findings.Select(finding => finding.Rule));
    }

    private static void WithoutHead(SheetDraft sheet)
    {
        if (sheet.NumberRow() is null)
        {
            return; // the identity form
        }

        sheet.Change(value => value is string text && (text.Contains("学校（机构）名称", StringComparison.Ordinal) || text.Contains("学校（机构）标识码", StringComparison.Ordinal))
            ? text.Contains("表号", StringComparison.Ordinal) ? "2022/2023学年初" : null : value);
    }
}
