using Junheng.Application.Import;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;

namespace Junheng.Application.FirstStart;

/// <summary>Writes generated tables as the files that a county would hand in.</summary>
public interface ISampleFiles
{
    /// <summary>A workbook of one sheet with Chinese headings.</summary>
    InputFile Workbook(SampleTable table, string fileName, string sheetName);

    /// <summary>A CSV file with the public column ids.</summary>
    InputFile Csv(SampleTable table, string fileName);
}

/// <summary>
/// Use case: an empty database gets the sample county, through the same import that any county goes through, so that every figure leads to a real cell of a real workbook.
/// </summary>
public sealed class StoreSampleCounty(IImportStore store, ISampleFiles files, ImportFiles import)
{
    private const ulong Seed = 1;
    private const int ItemsYear = SampleYears.Last;

    /// <summary>Stores the sample county where nothing is stored yet; says whether it did.</summary>
    /// <exception cref="InvalidOperationException">The generated files were refused.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (!await store.IsEmptyAsync(cancellation))
        {
            return false;
        }

        var schools = files.Workbook(SampleCounty.Schools(Seed), "schools.xlsx", "学校一览");
        var items = files.Csv(SampleCounty.Items(Seed), "items.csv");
        var outcome = await import.RunAsync(new ImportRequest([schools], items, ItemsYear, StandardRequest.Of(StandardRequest.DefaultId)), cancellation);
        return outcome is ImportOutcome.Refused refused
            ? throw new InvalidOperationException($"The sample county was refused: {string.Join("; ", refused.Findings.Select(finding => finding.Message))}")
            : true;
    }
}
