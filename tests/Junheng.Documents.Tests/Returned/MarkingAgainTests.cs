using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Returned;

public sealed class MarkingAgainTests
{
    private static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly Finding[] _findings = [FormWorkbook.Error("D2"), FormWorkbook.Warning("E2"), FormWorkbook.Error("F3"), FormWorkbook.Error("B7")];

    [Fact]
    public void Marking_twice_gives_one_set_of_marks()
    {
        var once = MarkedWorkbook.Of(FormWorkbook.With(("F3", null)), _findings);

        var twice = once.Again(_findings);

        Assert.Equal(once.Parts().Keys, twice.Parts().Keys);
        Assert.All(once.Parts(), part => Assert.Equal(Encoding.UTF8.GetString(part.Value), Encoding.UTF8.GetString(twice.Parts()[part.Key])));
    }

    [Fact]
    public void Without_errors_and_warnings_left_every_mark_vanishes()
    {
        var input = new MarkedWorkbook(FormWorkbook.With(("F3", null)));

        var clean = MarkedWorkbook.Of(input.Bytes, _findings).Again();

        Assert.Equal(input.Sheets, clean.Sheets);
        Assert.Equal(input.Parts()[input.SheetPart(1)], clean.Parts()[input.SheetPart(1)]);
        Assert.Equal(input.Comments(), clean.Comments());
        Assert.Equal(Cells(input), Cells(clean));
        Assert.Equal(Lines(input, "cols"), Lines(clean, "cols"));
        Assert.Equal(Lines(input, "dimension"), Lines(clean, "dimension"));
        Assert.Equal(input.Part("xl/workbook.xml").Descendants(_main + "definedName").Select(name => name.ToString()), clean.Part("xl/workbook.xml").Descendants(_main + "definedName").Select(name => name.ToString()));
        Assert.Single(Encoding.UTF8.GetString(clean.Parts().Single(part => part.Key.EndsWith(".vml", StringComparison.Ordinal)).Value).Split("<v:shape ").Skip(1));
        Assert.Empty(FormWorkbook.Faults(clean.Bytes));
    }

    [Fact]
    public void A_sheet_that_had_no_comments_has_none_again()
    {
        var sheet = SchoolSheet.Units().Xlsx();

        var clean = MarkedWorkbook.Of(sheet, FormWorkbook.Error("D2"), FormWorkbook.Warning("E3")).Again();

        Assert.DoesNotContain(clean.Parts(), part => part.Key.Contains("comments", StringComparison.Ordinal) || part.Key.EndsWith(".vml", StringComparison.Ordinal));
        Assert.Empty(clean.Part(clean.SheetPart(0)).Elements(_main + "legacyDrawing"));
        Assert.Empty(FormWorkbook.Faults(clean.Bytes));
    }

    [Fact]
    public void Corrected_in_the_marked_cells_it_is_read_as_if_it_had_never_been_marked()
    {
        var reading = Reading.Of(FormWorkbook.With(("D2", "五百")));
        var error = Assert.Single(reading.Findings, finding => finding.Severity == Severity.Error);
        var marked = MarkedWorkbook.Of("file1", FormWorkbook.With(("D2", "五百")), [.. reading.Findings]);

        var corrected = MarkingTests.Rezipped(marked.Bytes, "xl/sharedStrings.xml", xml => xml.Replace("五百", "500", StringComparison.Ordinal));

        Assert.Equal("D2", error.Place.Cell);
        var again = Reading.Of(corrected);
        Assert.Equal(3, again.Accepted().Parts.Sum(part => part.Count));
        Assert.Equal(["input.number-as-text D2", "table.hidden-sheets", "table.other-sheets"], again.Remarks().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_row_cleared_of_all_but_what_we_wrote_about_it_counts_as_blank()
    {
        var total = FormWorkbook.With(("A4", "合计"), ("B4", null), ("C4", null));
        var cleared = FormWorkbook.With([.. FormWorkbook.Headings.Select((_, column) => (Origin.CellName(4, column), (object?)null))]);
        var marked = MarkedWorkbook.Of("file1", cleared, [.. Reading.Of(total).Findings]);

        Assert.NotNull(marked.Text(0, "M4"));
        Assert.Equal(2, Reading.Of(marked.Bytes).Accepted().Parts.Sum(part => part.Count));
    }

    [Fact]
    public void What_people_wrote_in_the_index_is_kept_while_the_question_stays()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(), _findings);
        var answered = MarkingTests.Rezipped(marked.Bytes, marked.SheetPart(3), xml => new System.Text.RegularExpressions.Regex("<c r=\"I6\" s=\"(\\d+)\" />").Replace(xml, "<c r=\"I6\" s=\"$1\" t=\"inlineStr\"><is><t>新校区启用</t></is></c>"));

        Assert.Equal("新校区启用", MarkedWorkbook.Of(answered, _findings).Index().Single(line => line["D"] == "E2")["I"]);
        Assert.DoesNotContain(MarkedWorkbook.Of(answered, FormWorkbook.Warning("E4")).Index(), line => line["I"].Length > 0);
    }

    [Fact]
    public void Marks_are_found_again_after_another_program_has_saved_the_workbook()
    {
        Assert.SkipUnless(Office() is not null, "LibreOffice (soffice) is not installed.");
        var input = FormWorkbook.With(("F3", null));
        var folder = Directory.CreateTempSubdirectory("junheng-office-");
        try
        {
            var path = Path.Combine(folder.FullName, "表.xlsx");
            File.WriteAllBytes(path, MarkedWorkbook.Of(input, _findings).Bytes);
            using var office = Process.Start(new ProcessStartInfo(Office()!, ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "xlsx", "--outdir", Path.Combine(folder.FullName, "out"), path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Assert.True(office.WaitForExit(120_000));
            var saved = new MarkedWorkbook(File.ReadAllBytes(Path.Combine(folder.FullName, "out", "表.xlsx")));

            var clean = saved.Again();

            Assert.Equal("校验结果", saved.Sheets[^1]);
            Assert.Equal(["学校", "附表", "代码"], clean.Sheets);
            Assert.Equal("按花名册核对过", Assert.Single(clean.Comments()).Value);
            Assert.DoesNotContain("FFFFC3C1", new[] { "D2", "F3" }.Where(cell => clean.Cell(0, cell) is not null).Select(cell => clean.Colour(0, cell)));
            Assert.DoesNotContain(clean.Part(clean.SheetPart(0)).Descendants(_main + "c"), cell => cell.Attribute("r")!.Value.StartsWith('M'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Office() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    private static List<string> Cells(MarkedWorkbook workbook) => [.. workbook.Part(workbook.SheetPart(0)).Descendants(_main + "c").Select(cell => $"{cell.Attribute("r")!.Value} {cell.Attribute("s")?.Value} {cell.Value}")];

    private static List<string> Lines(MarkedWorkbook workbook, string element) => [.. workbook.Part(workbook.SheetPart(0)).Elements(_main + element).DescendantsAndSelf().Select(line => string.Join(' ', line.Attributes().Where(each => !each.IsNamespaceDeclaration).OrderBy(each => each.Name.LocalName, StringComparer.Ordinal)))];
}
