using System.IO.Compression;
using System.Text;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tests.Statistics;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Folders and archives are read as what lies in them; hostile archives are refused by name.</summary>
public sealed class ExpansionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-papers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_archive_of_lists_is_read_and_counts_as_one_input()
    {
        var (primary, junior) = WideList.County();
        var reading = Papers.Of(("county.zip", Zip(("表/b.xlsx", junior.Xlsx()), ("表/a.xlsx", primary.Xlsx()), ("说明.docx", [1]), ("表/~$a.xlsx", [2]))));

        var table = reading.Accepted();
        Assert.Equal(4, table.Counties[0].Rows().Count());
        Assert.Equal($"county.zip/表/a.xlsx › 小学一览表 › {primary.Cell(0, "运动场地面积")}", table.PlaceOf("2101010001", "sports_area_m2"));
        Assert.Equal(("county.zip", 5), (reading.Inputs.Single().File, reading.Inputs.Single().Rows));
        Assert.Equal(["note county.zip"], reading.Of("forms.other-files"));
    }

    [Fact]
    public void Names_in_gbk_are_decoded()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (primary, junior) = WideList.County();
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding(936)))
        {
            Add(zip, "小学.xlsx", primary.Xlsx());
            Add(zip, "初中.xlsx", junior.Xlsx());
        }

        Assert.Equal(["county.zip/初中.xlsx", "county.zip/小学.xlsx"], Papers.Of(("county.zip", stream.ToArray())).Mappings.Select(mapping => mapping.File).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../out.xlsx", "forms.zip-path")]
    [InlineData("/etc/out.xlsx", "forms.zip-path")]
    [InlineData("C:/out.xlsx", "forms.zip-path")]
    [InlineData("a/../../out.csv", "forms.zip-path")]
    [InlineData("inner.zip", "forms.zip-nested")]
    public void Hostile_names_in_an_archive_are_refused_by_name(string name, string rule)
    {
        var (primary, _) = WideList.County();
        var reading = Papers.Of(PaperOptions.Default, true, Domain.Text.Language.Zh, ("county.zip", Zip(("a.xlsx", primary.Xlsx()), (name, primary.Xlsx()))));

        Assert.Equal([$"{rule} county.zip/{name}"], reading.Refusals());
    }

    [Fact]
    public void A_name_twice_in_an_archive_is_refused()
    {
        var (primary, _) = WideList.County();
        var reading = Papers.Of(("county.zip", Zip(("a.xlsx", primary.Xlsx()), ("A.xlsx", primary.Xlsx()))));

        Assert.Contains(reading.Refusals(), refusal => refusal.StartsWith("forms.zip-double county.zip/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_that_unpacks_to_an_abnormal_size_is_refused()
    {
        var reading = Papers.Of(("bomb.zip", Zip(("bomb.csv", new byte[30 << 20]))));

        Assert.Equal(["file.zip-bomb bomb.zip/bomb.csv"], reading.Refusals());
    }

    [Fact]
    public void A_school_in_two_files_of_an_archive_is_refused_with_both()
    {
        var (primary, junior) = WideList.County();
        var reading = Papers.Of(("county.zip", Zip(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()), ("c.xlsx", primary.Xlsx()))));

        Assert.Equal(3, reading.Refusals().Count(refusal => refusal.StartsWith("forms.school-twice county.zip/c.xlsx", StringComparison.Ordinal)));
        Assert.Contains("a.xlsx", reading.Findings.First(finding => finding.Rule == "forms.school-twice").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_tables_and_lists_in_one_folder_make_one_table()
    {
        var (primary, junior) = WideList.County();
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "sub"));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "sub", "a.xlsx"), primary.Xlsx());
        File.WriteAllBytes(Path.Combine(_folder.FullName, "b.xlsx"), junior.Xlsx());
        File.WriteAllBytes(Path.Combine(_folder.FullName, "~$b.xlsx"), [1]);
        File.WriteAllBytes(Path.Combine(_folder.FullName, "c.csv"), SchoolSheet.Schools().Csv());
        var progress = new List<PaperProgress>();
        var reading = new StatisticsFiles().Read(
            [new InputFile(_folder.FullName)],
            Reading.Standard2017,
            new StatisticsReadingOptions { Papers = PaperOptions.Default with { Progress = new Recorder(progress) } });

        Assert.Equal(["210101", "示范县"], reading.Accepted().Counties.Select(county => county.Code).Order(StringComparer.Ordinal));
        Assert.Equal(new PaperProgress(3, 3), progress[^1]);
        Assert.Contains(reading.Mappings, mapping => mapping.File == $"{_folder.Name}/sub/a.xlsx");
    }

    [Fact]
    public void An_empty_folder_is_refused() => Assert.Equal(
        [$"forms.no-files {_folder.Name}"],
        new StatisticsFiles().Read([new InputFile(_folder.FullName)], Reading.Standard2017, new StatisticsReadingOptions()).Refusals());

    [Fact]
    public void An_empty_file_in_a_folder_is_refused_by_name()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "a.csv"), []);
        Assert.Equal(
            [$"file.empty {_folder.Name}/a.csv"],
            new StatisticsFiles().Read([new InputFile(_folder.FullName + "/")], Reading.Standard2017, new StatisticsReadingOptions()).Refusals());
    }

    [Fact]
    public void A_whole_disk_is_refused_without_reading_it() => Assert.Contains(
        new StatisticsFiles().Read([new InputFile("/")], Reading.Standard2017, new StatisticsReadingOptions()).Refusals(),
        refusal => refusal.StartsWith("forms.too-many-files", StringComparison.Ordinal));

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                Add(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    private sealed class Recorder(List<PaperProgress> seen) : IProgress<PaperProgress>
    {
        public void Report(PaperProgress value) => seen.Add(value);
    }
}
