using System.IO.Compression;
using System.Text;
using Junheng.Application.Returned;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Forms.Expansion;
using Junheng.Documents.Returned;
using Junheng.Documents.Tests.Statistics;
using Junheng.Documents.Tests.Tables;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Returned;

public sealed class OtherFormatsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-returned-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_CSV_comes_back_as_a_workbook_whose_codes_are_text_and_whose_figures_are_numbers()
    {
        var csv = SchoolSheet.Units().Set(2, "school_code", "0101010001").Set(3, "enrolment", "四百").Csv();
        var marked = MarkedWorkbook.Of("file1", csv, [.. Reading.Of(csv).Findings]);

        Assert.Equal(["数据", "校验结果"], marked.Sheets);
        Assert.Equal("0101010001", marked.Text(0, "B2"));
        Assert.Equal("500", marked.Cell(0, "D2")!.Value);
        Assert.Null(marked.Text(0, "D2"));
        Assert.Equal("四百", marked.Text(0, "D3"));
        Assert.Equal("FFFFC3C1", marked.Colour(0, "D3"));
        Assert.Empty(FormWorkbook.Faults(marked.Bytes));
    }

    [Fact]
    public void A_CSV_and_its_workbook_are_read_alike()
    {
        var csv = Encoding.UTF8.GetBytes("\uFEFF\r\n" + Encoding.UTF8.GetString(SchoolSheet.Units().With("备注", "\"a,b\"\n第二行").Csv()).TrimStart('\uFEFF') + "\r\n,,\r\n");
        var marked = MarkedWorkbook.Of("file1", csv, FormWorkbook.Warning("D3", file: "file1", sheet: null));

        var (before, after) = (Reading.Of(csv).Accepted(), Reading.Of(marked.Bytes).Accepted());
        Assert.Equal(before.Parts.Sum(part => part.Count), after.Parts.Sum(part => part.Count));
        Assert.Equal(before.Parts[0].SourceRows, after.Parts[0].SourceRows);
        Assert.DoesNotContain(Reading.Of(marked.Bytes).Findings, finding => finding.Severity != Severity.Note || finding.Rule == "input.numeric-code");
    }

    [Fact]
    public void An_old_workbook_comes_back_as_a_new_one_of_the_same_cells()
    {
        var old = OldWorkbook.Of("学校", ["county_code", "enrolment"], ["0210101", 12.5], [null, "x"]);

        var marked = MarkedWorkbook.Of("旧.xls", old, FormWorkbook.Error("B3", file: "旧.xls"));

        Assert.Equal(["学校", "校验结果"], marked.Sheets);
        Assert.Equal(("0210101", "12.5", "x"), (marked.Text(0, "A2"), marked.Cell(0, "B2")!.Value, marked.Text(0, "B3")));
        Assert.Equal("FFFFC3C1", marked.Colour(0, "B3"));
        Assert.Empty(FormWorkbook.Faults(marked.Bytes));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_gives_its_findings_alone()
    {
        var marked = MarkedWorkbook.Of("坏.xlsx", [1, 2, 3, 0], new Finding("file.corrupt", Severity.Error, new Origin("坏.xlsx"), "工作簿已损坏", "另存"));

        Assert.Equal(["校验结果"], marked.Sheets);
        Assert.Equal("工作簿已损坏", Assert.Single(marked.Index())["G"]);
        Assert.Empty(FormWorkbook.Faults(marked.Bytes));
    }

    [Fact]
    public void A_document_type_in_a_sheet_is_never_processed()
    {
        var input = MarkingTests.Rezipped(FormWorkbook.With(), new MarkedWorkbook(FormWorkbook.With()).SheetPart(1), xml => xml.Replace("<x:worksheet", "<!DOCTYPE x [<!ENTITY e \"boom\">]><x:worksheet", StringComparison.Ordinal));

        var marked = MarkedWorkbook.Of(input, FormWorkbook.Error("A1", sheet: "附表"));

        Assert.Equal(["校验结果"], marked.Sheets);
    }

    [Fact]
    public void The_first_input_goes_to_the_target_and_the_others_beside_it()
    {
        var outcome = Run([Written("a.csv"), Written("b.csv"), Written("b.txt")], "back.xlsx");

        var files = Assert.IsType<ReturnOutcome.Written>(outcome).Files;
        Assert.Equal(["back.xlsx", "back-b.xlsx", "back-b-2.xlsx"], files.Select(file => Path.GetFileName(file.Path)));
        Assert.All(files, file => Assert.True(File.Exists(file.Path)));
        Assert.Equal(6, _folder.GetFiles().Length);
    }

    [Fact]
    public void An_input_is_never_written_over()
    {
        var input = Written("a.xlsx");

        Assert.Contains("a.xlsx", Assert.IsType<ReturnOutcome.Refused>(Run([input], "a.xlsx")).Reason.Zh, StringComparison.Ordinal);
        Assert.IsType<ReturnOutcome.Refused>(Run([Written("x.csv"), Written("back-y.xlsx"), Written("y.csv")], "back.xlsx"));
        Assert.IsType<ReturnOutcome.Refused>(Run([input], "back.xls"));
    }

    [Fact]
    public void Inputs_of_the_same_name_are_refused_because_findings_could_not_be_told_apart()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "sub"));

        Assert.IsType<ReturnOutcome.Refused>(Run([Written("a.csv"), Written("sub/a.csv")], "back.xlsx"));
    }

    [Fact]
    public void A_run_that_breaks_leaves_the_old_copy()
    {
        var target = Path.Combine(_folder.FullName, "back.xlsx");
        File.WriteAllText(target, "old");

        Assert.Throws<IOException>(() => new ReturnWorkbooks(new Broken(), new PaperMembers()).Run([new InputFile("a.csv", [1])], [], target));

        Assert.Equal("old", File.ReadAllText(target));
        Assert.Single(_folder.GetFiles());
    }

    [Theory]
    [InlineData("county.zip")]
    [InlineData("county")]
    [InlineData("county/")]
    public void Of_a_folder_or_archive_the_files_go_back_that_something_was_found_in(string name)
    {
        var input = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "county", "东镇"));
        foreach (var member in new[] { "county/a.csv", "county/东镇/b.csv" })
        {
            Written(member);
        }

        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            ZipFile.CreateFromDirectory(Path.Combine(_folder.FullName, "county"), input, CompressionLevel.Fastest, includeBaseDirectory: false, Encoding.UTF8);
        }

        var place = new Origin($"{name.TrimEnd('/')}/东镇/b.csv", null, "B2");
        var outcome = new ReturnWorkbooks(new ReturnedWorkbooks(StandardFiles.BesideProgram), new PaperMembers()).Run(
            [new InputFile(input)], [new Finding("input.blank-code", Severity.Error, place, "空白", "补上")], Path.Combine(_folder.FullName, "back.xlsx"));

        var file = Assert.Single(Assert.IsType<ReturnOutcome.Written>(outcome).Files);
        Assert.Equal((place.File, 1), (file.Input, file.Errors));
        Assert.True(File.Exists(file.Path));
    }

    private ReturnOutcome Run(IReadOnlyList<string> inputs, string target) =>
        new ReturnWorkbooks(new ReturnedWorkbooks(StandardFiles.BesideProgram), new PaperMembers()).Run([.. inputs.Select(path => new InputFile(path))], [], Path.Combine(_folder.FullName, target));

    private string Written(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, SchoolSheet.Units().Csv());
        return path;
    }

    private sealed class Broken : IReturnedWorkbooks
    {
        public void Write(InputFile input, IReadOnlyList<Finding> findings, Stream target, IReadOnlyDictionary<string, int>? headingRows = null)
        {
            target.WriteByte(1);
            throw new IOException("no room");
        }
    }
}
