using System.Text;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Benchmarks;

/// <summary>A generated set of counties as CSV, as a table, and as the standard sees it.</summary>
public sealed class GeneratedCase
{
    private readonly InputFile[] _inputs;
    private readonly StatisticsFiles _files = new();

    private GeneratedCase(byte[] csv)
    {
        _inputs = [new InputFile("units.csv", csv)];
        var standard = StandardFiles.BesideProgram.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh) is StandardOpening.Opened opened
            ? opened.Standard
            : throw new InvalidOperationException("The standard beside the program cannot be opened.");
        InForce = standard.At(new DateOnly(2026, 11, 21));
        Table = Read().Table ?? throw new InvalidOperationException("The generated rows were refused.");
        View = InForce.View(Table);
    }

    public StandardInForce InForce { get; }

    public StatisticsTable Table { get; }

    public UnitTable View { get; }

    /// <summary>The counties of the sample nation with seed 1.</summary>
    public static GeneratedCase Of(int counties, int rows)
    {
        var csv = new StringBuilder(string.Join(',', SampleNation.Columns)).Append('\n');
        foreach (var row in SampleNation.Units(seed: 1, counties, rows))
        {
            csv.AppendJoin(',', row).Append('\n');
        }

        return new GeneratedCase(Encoding.UTF8.GetBytes(csv.ToString()));
    }

    public StatisticsReading Read() => _files.Read(_inputs, InForce.Standard, new StatisticsReadingOptions());
}
