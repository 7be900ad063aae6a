using System.IO.Compression;
using System.Text;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Workbooks of forms that cannot be read, or hold what is no figure; and whole counties of them in an archive.</summary>
public class BadWorkbookTests
{
    private readonly SchoolFacts _school = SchoolFacts.Of(SchoolType.NineYear);

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    public void A_formula_error_is_an_error_at_its_cell(string error)
    {
        var book = Forms2021.Of(_school);
        book["教基5176"][17, 4] = new Formula("1/0", new CellError(error));

        var finding = Assert.Single(FormBooks.Of(book).Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(("input.formula-error", "教基5176_九年一贯制学校", "D17"), (finding.Rule, finding.Place.Sheet, finding.Place.Cell));
    }

    [Fact]
    public void Text_in_place_of_a_figure_is_an_error_at_its_cell()
    {
        var book = Forms2021.Of(_school);
        book["教基3112"][6, 9] = "约500人";

        Assert.Equal("I6", Assert.Single(FormBooks.Of(book).Findings, finding => finding.Rule == "input.not-a-number").Place.Cell);
    }

    [Fact]
    public void A_workbook_with_a_password_is_refused()
    {
        var bytes = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(bytes, 1024);

        Assert.Equal(["file.encrypted"], FormBooks.Of([("school.xlsx", bytes)]).Errors);
    }

    [Fact]
    public void A_figure_of_a_stage_that_the_school_has_not_is_refused_at_its_cell()
    {
        var school = SchoolFacts.Of(SchoolType.Primary);
        var book = Forms2021.Of(school);
        var sheet = book["教基4155"];
        (sheet[sheet.Find("初中").Row, 3], sheet[sheet.Find("初中").Row, 19]) = (3, 3);

        Assert.Contains(FormBooks.Of(book).Findings, finding => finding.Rule == "input.stage-not-taught" && finding.Place.Sheet == "教基4155_小学");
    }

    [Fact]
    public void An_archive_of_school_workbooks_gives_the_same_figures_as_the_simple_table()
    {
        SchoolType[] types = [SchoolType.Primary, SchoolType.TeachingPoint, SchoolType.Junior, SchoolType.NineYear, SchoolType.CompleteSecondary, SchoolType.TwelveYear];
        var schools = Enumerable.Range(1, 24).Select(i => SchoolFacts.Of(types[i % types.Length], i)).ToList();

        var reading = FormBooks.Of([("澄溪县.zip", Archive(schools))], allowMissing: false);

        Assert.True(!reading.Errors.Any(), string.Join("\n", reading.Findings));
        var simple = FormBooks.Of(Papers.Of(("simple.csv", SchoolTable.Csv([.. schools]))));
        Assert.Equal(schools.Count, reading.Rows.Count);
        Assert.All(reading.Rows.Zip(simple.Rows).Zip(schools.OrderBy(school => school.Code, StringComparer.Ordinal)), each =>
            Assert.All(FormAssertions.Needed(each.Second.Type), id => Assert.Equal(each.First.Second[id], each.First.First[id])));
    }

    [Fact]
    public void A_school_twice_in_an_archive_is_refused_naming_both_members()
    {
        var reading = FormBooks.Of([("澄溪县.zip", Archive([_school, _school with { Name = _school.Name }], "副本"))]);

        Assert.Contains("forms.twice", reading.Errors);
        Assert.Contains(reading.Findings, finding => finding.Rule == "forms.twice" && finding.Message.Contains("澄溪县.zip", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_where_only_the_forms_of_one_school_lack_is_read_with_what_is_missing()
    {
        var book = Forms2021.Of(_school);
        book.Sheets.RemoveAll(sheet => sheet.Name.StartsWith("教基5170", StringComparison.Ordinal));

        Assert.Contains("input.missing-item-column", FormBooks.Of([("a.xlsx", book.ToXlsx())], allowMissing: false).Errors);
        Assert.DoesNotContain("teaching_area_m2", FormBooks.Of(book).Rows[0].Keys);
    }

    private static byte[] Archive(List<SchoolFacts> schools, string suffix = "")
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < schools.Count; i++)
            {
                var school = schools[i];
                using var entry = zip.CreateEntry($"{SchoolFacts.NameOf(school.Type)}/{school.Name}{(i == 0 ? "" : suffix)}({SchoolFacts.NameOf(school.Type)}).xlsx").Open();
                entry.Write(Forms2021.Of(school).ToXlsx());
            }
        }

        return bytes.ToArray();
    }
}
