using System.Globalization;
using System.IO.Compression;
using System.Text;
using Junheng.Application.Assess;
using Junheng.Application.Statistics;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tests.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>Whatever bytes come as tables of schools or items: a result that can be written, or findings with place and remedy; never a fault.</summary>
public class DamagedFilesTests
{
    private const string Items = "county_code,item,field,value,source\n210101,G3,schools_total,62,年报\n210101,G3,schools_with_rooms,60,\n210101,G2,funding_standard,是,\n210101,G8,teacher_mean_salary_yuan,98600,\n210101,recognition,satisfaction,86.5,\n";

    [Fact]
    public void Damaged_unit_tables_in_CSV_never_fault() => Damage(SchoolSheet.Units().With("report_year", 2026).With("centre_city", "1").Csv(), 7_000, 0);

    [Fact]
    public void Damaged_school_tables_in_CSV_never_fault() =>
        Damage(SchoolSheet.Schools().With("indoor_sports_area_m2", 100).With("parent_school_code", null).Set(2, "parent_school_code", "2101010002").Csv(), 7_000, 100_000);

    [Fact]
    public void Damaged_unit_tables_in_workbooks_never_fault() => Damage(Stored(SchoolSheet.Units().With("centre_city", 1).Xlsx()), 3_000, 200_000);

    [Fact]
    public void Damaged_school_tables_in_workbooks_never_fault() => Damage(Stored(SchoolSheet.Schools().Without("school_type").Xlsx()), 2_000, 300_000);

    [Fact]
    public void Damaged_tables_in_old_workbooks_never_fault() => Damage(
        OldWorkbook.Of("学校", ["county_code", "school_code", "stage", "enrolment", "equipment_yuan"], ["210101", "1", "小学", 500d, 1e6], ["210101", "2", "初中", 300d, 9e5]), 1_500, 400_000);

    [Fact]
    public void Damaged_items_files_never_fault() => Damage(
        5_000,
        500_000,
        Encoding.UTF8.GetBytes(Items),
        bytes => new StatisticsFiles().ReadItems(new InputFile("items.csv", bytes), Reading.Standard2017, Language.En) is var reading && reading.Figures is { } figures
            ? (Judge(Reading.Of(SchoolSheet.Units().Csv(), Language.En), figures), reading.Findings)
            : (false, reading.Findings));

    private static void Damage(byte[] valid, int count, int seed) => Damage(count, seed, valid, bytes =>
    {
        var reading = Reading.Of([bytes], Language.En, allowMissing: true);
        return (reading.Table is not null && Judge(reading, ItemFigures.None), reading.Findings);
    });

    private static void Damage(int count, int seed, byte[] valid, Func<byte[], (bool IsAccepted, IEnumerable<Finding> Findings)> read)
    {
        var accepted = 0;
        Parallel.For(0, count, i =>
        {
            var bytes = Mutations.Of(valid, seed + i, ",\"\n\r\0;9e.<>-%"u8);
            try
            {
                var (isAccepted, findings) = read(bytes);
                Assert.Equal(isAccepted, findings.All(finding => finding.Severity != Severity.Error));
                Assert.All(findings, finding => Assert.True(finding.Place.File is not null && finding.Message.Length > 0 && finding.Remedy.Length > 0, finding.ToString()));
                Interlocked.Add(ref accepted, isAccepted ? 1 : 0);
            }
            catch (Exception fault)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Mutation {seed + i}: {fault}\n{Convert.ToBase64String(bytes)}"));
            }
        });

        Assert.InRange(accepted, 1, count - 1);
    }

    /// <summary>Judges every county and writes the result.</summary>
    private static bool Judge(StatisticsReading reading, ItemFigures items)
    {
        var result = AssessmentResult.Of(reading.Table!, Reading.Standard2017.At(new DateOnly(2026, 11, 1)), items);
        AssessmentJson.Write(new AssessmentReport(result, reading.Inputs, reading.Findings, Language.En), Stream.Null);
        return true;
    }

    /// <summary>The same workbook with its parts stored rather than packed, so that damage reaches the XML.</summary>
    private static byte[] Stored(byte[] workbook)
    {
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(workbook)))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                using var target = to.CreateEntry(part.FullName, CompressionLevel.NoCompression).Open();
                using var source = part.Open();
                source.CopyTo(target);
            }
        }

        return bytes.ToArray();
    }
}
