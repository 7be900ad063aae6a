using System.Diagnostics;
using System.IO.Compression;
using ExcelDataReader;
using Junheng.Domain.Schools;
namespace Junheng.Documents.Tests.Forms;
public class Zz
{
    [Fact]
    public void Speed()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance); var types = new[] { SchoolType.Primary, SchoolType.Junior, SchoolType.NineYear, SchoolType.TeachingPoint, SchoolType.CompleteSecondary };
        using var ms = new MemoryStream();
        var all = new List<byte[]>();
        using (var zip = new ZipArchive(ms, ZipArchiveMode.Create, true))
        {
            for (var i = 1; i <= 300; i++)
            {
                var s = SchoolFacts.Of(types[i % types.Length], i);
                var bytes = (i % 2 == 0 ? Forms2021.Of(s) : Forms2021.Of(s)).ToXlsx();
                all.Add(bytes);
                using var e = zip.CreateEntry($"{s.Name}.xlsx").Open();
                e.Write(bytes);
            }
        }
        var zipBytes = ms.ToArray();
        Console.WriteLine($"zip {zipBytes.Length / 1024} KB");
        for (var round = 0; round < 3; round++)
        {
            var w = Stopwatch.StartNew();
            long cells = 0;
            foreach (var b in all)
            {
                using var r = ExcelReaderFactory.CreateReader(new MemoryStream(b));
                do { while (r.Read()) { for (var c = 0; c < r.FieldCount; c++) { if (r.GetValue(c) is not null) cells++; } } } while (r.NextResult());
            }
            Console.WriteLine($"plain {w.ElapsedMilliseconds} ms, {cells} cells");
            w.Restart();
            Parallel.ForEach(all, b =>
            {
                using var r = ExcelReaderFactory.CreateReader(new MemoryStream(b));
                do { while (r.Read()) { for (var c = 0; c < r.FieldCount; c++) { r.GetValue(c); } } } while (r.NextResult());
            });
            Console.WriteLine($"plain parallel {w.ElapsedMilliseconds} ms");
            w.Restart();
            var reading = Papers.Of(("a.zip", zipBytes));
            Console.WriteLine($"ours {w.ElapsedMilliseconds} ms; schools {FormBooks.Of(reading).Rows.Count}; findings {string.Join(",", reading.Findings.GroupBy(f => f.Rule).Select(g => $"{g.Key}={g.Count()}"))}");
            foreach (var f in reading.Findings.Take(3)) Console.WriteLine(f);
        }
    }
}
