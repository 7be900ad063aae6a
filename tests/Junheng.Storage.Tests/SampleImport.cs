using System.Text;
using Junheng.Application.Import;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;

namespace Junheng.Storage.Tests;

/// <summary>The sample county as files, and its import.</summary>
internal static class SampleImport
{
    public const string County = "990121";

    public static InputFile Schools { get; } = Csv(SampleCounty.Schools(1), "schools.csv");

    public static InputFile Items { get; } = Csv(SampleCounty.Items(1), "items.csv");

    public static ImportRequest Request { get; } = new([Schools], Items, 2026, StandardRequest.Of(StandardRequest.DefaultId));

    public static ImportFiles Into(TemporaryDatabase database) =>
        new(Make, database.Imports);

    public static MakeImportBatch Make { get; } = new(StandardFiles.BesideProgram, new StatisticsFiles(), new OneText());

    private static InputFile Csv(SampleTable table, string name)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, table.Columns, table.Rows.Select(row => (IReadOnlyList<object?>)row));
        return new InputFile(name, stream.ToArray());
    }

    private sealed class OneText : IStandardTexts
    {
        public StandardText Of(Standard standard) =>
            new(standard.ContentHash, standard.Id, standard.Version, [new StandardTextFile("standard.yaml", Encoding.UTF8.GetString("标准"u8))]);
    }
}
