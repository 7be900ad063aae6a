using System.Collections.Immutable;
using System.Security.Cryptography;
using Junheng.Application.Files;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Import;

/// <summary>What came of reading files for an import.</summary>
public abstract record BatchOutcome
{
    private BatchOutcome()
    {
    }

    /// <summary>All that is wrong.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : BatchOutcome;

    /// <summary>Everything that would be stored.</summary>
    public sealed record Made(ImportBatch Batch) : BatchOutcome;
}

/// <summary>What an import would store: open the standard → read in both languages → cut by county and year.</summary>
public sealed class MakeImportBatch(IStandardLibrary library, IStatisticsFiles files, IStandardTexts texts)
{
    /// <summary>Reads files; nothing is stored.</summary>
    public BatchOutcome Run(ImportRequest request)
    {
        if (library.Open(request.Standard, Language.Zh) is not StandardOpening.Opened { Standard: var standard })
        {
            return new BatchOutcome.Refused(((StandardOpening.Refused)library.Open(request.Standard, Language.Zh)).Findings);
        }

        var (chinese, english) = (Read(request, standard, Language.Zh), Read(request, standard, Language.En));
        if (chinese.Table.Table is not { } table || chinese.Items is { Figures: null })
        {
            return new BatchOutcome.Refused(chinese.Findings);
        }

        var stored = request.Tables.Append(request.Items).OfType<InputFile>().Select(Stored).ToImmutableArray();
        if (TwoFilesForOneReturn(table) is { } clash)
        {
            return new BatchOutcome.Refused([clash]);
        }

        var findings = Both(chinese.Findings, english.Findings, stored);
        return new BatchOutcome.Made(new ImportBatch([.. table.Counties.Select(county => County(table, county, stored, chinese.Items, request, findings))], texts.Of(standard)));
    }

    private (StatisticsReading Table, ItemsReading? Items, ImmutableArray<Finding> Findings) Read(ImportRequest request, Standard standard, Language language)
    {
        var table = files.Read(request.Tables, standard, new StatisticsReadingOptions(AllowMissing: false, language));
        var items = request.Items is { } file ? files.ReadItems(file, standard, language) : null;
        return (table, items, [.. table.Findings, .. items?.Findings ?? []]);
    }

    private static StoredFile Stored(InputFile file)
    {
        var content = file.Content ?? throw new ArgumentException("An import takes files by content.", nameof(file));
        var mediaType = Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xls" => "application/vnd.ms-excel",
            ".zip" => "application/zip",
            _ => "text/csv; charset=utf-8",
        };
        return new StoredFile(Convert.ToHexStringLower(SHA256.HashData(content)), Path.GetFileName(file.Name), mediaType, content);
    }

    private static IEnumerable<IGrouping<(int Year, TableLayout Layout), (StatisticsPart Part, int Row)>> ReturnsOf(StatisticsTable table, CountyRows county) => county.Rows()
        .Select(row => (Part: table.PartOf(row), row.Row))
        .GroupBy(row => (row.Part.ReportYearOf(row.Row), row.Part.Layout));

    /// <summary>The input that a file came in: a member of an archive is named <c>archive.zip/member.xlsx</c>.</summary>
    private static string InputOf(string file) => file.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? file[..slash] : file;

    private static Finding? TwoFilesForOneReturn(StatisticsTable table) => (
        from county in table.Counties
        from rows in ReturnsOf(table, county)
        let names = rows.Select(row => InputOf(row.Part.File)).Distinct().ToList()
        where names.Count > 1
        select new Finding(
            "import.two-files",
            Severity.Error,
            new Origin(names[1]),
            $"县 {county.Code} {rows.Key.Year} 年的数据来自两个文件：{string.Join("、", names)}",
            "同一年的数据放在一个文件里",
            county.Code)).FirstOrDefault();

    private static ImmutableArray<ImportFinding> Both(ImmutableArray<Finding> chinese, ImmutableArray<Finding> english, ImmutableArray<StoredFile> files) =>
        [.. chinese.Zip(english, (zh, en) => new ImportFinding(
            files.FirstOrDefault(file => file.Name == InputOf(zh.Place.File ?? ""))?.Sha256 ?? files[0].Sha256,
            zh.Rule,
            zh.Severity,
            zh.Place,
            new LocalizedText(zh.Message, en.Message),
            new LocalizedText(zh.Remedy, en.Remedy)))];

    private static CountyImport County(
        StatisticsTable table, CountyRows county, ImmutableArray<StoredFile> files, ItemsReading? items, ImportRequest request, ImmutableArray<ImportFinding> findings)
    {
        string HashOf(string name) => files.First(file => file.Name == InputOf(name)).Sha256;
        var returns = ReturnsOf(table, county).OrderBy(rows => rows.Key).Select(rows => new ImportedReturn(rows.Key.Year, HashOf(rows.First().Part.File), PartRows.Gather([.. rows]))).ToImmutableArray();
        var lines = items?.Figures?.All.Where(line => line.CountyCode == county.Code).ToImmutableArray() ?? [];
        var name = returns.Select(each => each.Part.CountyName?[0]).LastOrDefault(text => !string.IsNullOrEmpty(text)) ?? "";
        return new CountyImport(
            county.Code,
            name,
            files,
            returns,
            lines.IsEmpty ? null : new ImportedItems(request.ItemsYear, HashOf(Path.GetFileName(request.Items!.Name)), lines),
            findings);
    }
}
