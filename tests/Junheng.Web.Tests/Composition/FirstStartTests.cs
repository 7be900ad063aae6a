using Junheng.Application.FirstStart;
using Junheng.Application.Import;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Documents.Definitions;
using Junheng.Domain.Text;
using Junheng.Storage.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Web.Tests.Composition;

[Collection(nameof(WebProgramTests))]
public class FirstStartTests(WebProgram program)
{
    [Fact]
    public async Task A_second_start_stores_nothing() =>
        Assert.False(await program.Services.GetRequiredService<StoreSampleCounty>().RunAsync(TestContext.Current.CancellationToken));

    [Fact]
    public void The_sample_workbook_is_the_same_every_time()
    {
        var files = program.Services.GetRequiredService<ISampleFiles>();
        var table = SampleCounty.Schools(1);

        Assert.Equal(files.Workbook(table, "schools.xlsx", "学校一览").Content, files.Workbook(table, "schools.xlsx", "学校一览").Content);
    }

    [Fact]
    public async Task The_standard_kept_can_be_opened_again_with_the_same_hash()
    {
        var opened = Assert.IsType<StandardOpening.Opened>(StandardFiles.BesideProgram.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh));
        var kept = await program.Services.GetRequiredService<StoredStandards>().FindAsync(opened.Standard.ContentHash, TestContext.Current.CancellationToken);
        Assert.NotNull(kept);
        var folder = Directory.CreateTempSubdirectory("junheng-standard-");
        try
        {
            foreach (StandardTextFile file in kept.Files)
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, file.Text, TestContext.Current.CancellationToken);
            }

            var again = Assert.IsType<StandardOpening.Opened>(new StandardFiles(folder.FullName).Open(StandardRequest.Of(kept.Id), Language.Zh));
            Assert.Equal(opened.Standard.ContentHash, again.Standard.ContentHash);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
