using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Benchmarks.Papers;

/// <summary>Reading, mapping and checking lists beside plain reading of the same bytes by ExcelDataReader, alternating round by round.</summary>
internal static class PaperSideBySide
{
    private const int WarmUp = 2;

    /// <summary>Measures every case and prints medians and their ratio.</summary>
    public static void Run(int rounds)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var standard = StandardFiles.BesideProgram.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.En) is StandardOpening.Opened opened ? opened.Standard : throw new InvalidOperationException();
        Case("list 300 x 60", "list.xlsx", PaperFiles.List(300, 60), 300, standard, rounds);
        Case("list 20,000 x 40", "list.xlsx", PaperFiles.List(20_000, 40), 20_000, standard, rounds);
        Case("zip of 300 workbooks", "county.zip", PaperFiles.Archive(300, 40), 300, standard, rounds);
    }

    private static void Case(string title, string name, byte[] bytes, int schools, Standard standard, int rounds)
    {
        var (plain, ours) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            Time(round, plain, () => Plain(name, bytes));
            Time(round, ours, () =>
            {
                var reading = new StatisticsFiles().Read([new InputFile(name, bytes)], standard, new StatisticsReadingOptions());
                var rows = reading.Table?.Parts.Sum(part => part.Count);
                return rows == schools ? schools : throw new InvalidOperationException(string.Join('\n', reading.Findings.Take(20)));
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: plain {Median(plain):0.0} ms, ours {Median(ours):0.0} ms, ratio {Median(ours) / Median(plain):0.00}"));
    }

    private static void Time(int round, List<double> times, Func<long> work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        if (round >= 0)
        {
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static long Plain(string name, byte[] bytes)
    {
        if (!name.EndsWith(".zip", StringComparison.Ordinal))
        {
            return Cells(bytes);
        }

        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.Sum(entry =>
        {
            using var packed = entry.Open();
            using var content = new MemoryStream();
            packed.CopyTo(content);
            return Cells(content.ToArray());
        });
    }

    private static long Cells(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var cells = 0L;
        do
        {
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    cells += reader.GetValue(column) is null ? 0 : 1;
                }
            }
        }
        while (reader.NextResult());
        return cells;
    }
}
