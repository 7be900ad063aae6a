using System.Diagnostics;
using System.Globalization;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Benchmarks.SideBySide;

/// <summary>The product as one of the engines of a side-by-side run: the table is read once, then commands come line by line.</summary>
public sealed class Engine
{
    private readonly StandardInForce _inForce;
    private readonly StatisticsTable _nation;
    private readonly StatisticsTable _county;
    private AssessmentResult _result;

    public Engine(string file)
    {
        var standard = StandardFiles.BesideProgram.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh) is StandardOpening.Opened opened
            ? opened.Standard
            : throw new InvalidOperationException("The standard beside the program cannot be opened.");
        _inForce = standard.At(new DateOnly(2026, 11, 21));
        _nation = Read(new InputFile(file), standard);
        _county = Read(new InputFile("county.csv", FirstCounty(file)), standard);
        _result = AssessmentResult.Of(_nation, _inForce);
    }

    /// <summary>Answers each command with the milliseconds it took, or with <c>ok</c>.</summary>
    public void Serve(TextReader commands, TextWriter answers)
    {
        answers.WriteLine("ready");
        while (commands.ReadLine() is { } command)
        {
            answers.WriteLine(command.Split(' ', 2) switch
            {
                ["memory"] => Milliseconds(() => _result = AssessmentResult.Of(_nation, _inForce)),
                ["evaluate"] => Milliseconds(() => ResourceKernel.Evaluate(_result.Units, _inForce.Plan)),
                ["sum"] => Milliseconds(Sum),
                ["county"] => Milliseconds(() => AssessmentResult.Of(_county, _inForce)),
                ["counts"] => VerdictCounts.Of(_result),
                ["write", var path] => Write(path),
                _ => "?",
            });
            answers.Flush();
        }
    }

    private static StatisticsTable Read(InputFile file, Standard standard) =>
        new StatisticsFiles().Read([file], standard, new StatisticsReadingOptions()).Table ?? throw new InvalidOperationException("The file was refused.");

    private static byte[] FirstCounty(string file)
    {
        var lines = File.ReadLines(file);
        var first = lines.Skip(1).First()[..6];
        return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(1).Concat(lines.Skip(1).TakeWhile(line => line.StartsWith(first, StringComparison.Ordinal)))));
    }

    private static string Milliseconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture);
    }

    private void Sum()
    {
        var sum = ColumnSum.Of(_result.Units.Enrolment);
        for (var k = 0; k < _inForce.Plan.IndicatorCount; k++)
        {
            sum += ColumnSum.Of(_result.Units.Numerator(k));
        }

        GC.KeepAlive(sum);
    }

    /// <summary>Two files that the runner compares: <c>PATH.spreads.csv</c> and <c>PATH.units.csv</c>.</summary>
    private string Write(string path)
    {
        using var spreads = new StreamWriter(path + ".spreads.csv");
        using var units = new StreamWriter(path + ".units.csv");
        var view = _result.Units;
        for (var at = 0; at < view.Blocks.Length; at++)
        {
            var block = view.Blocks[at];
            var (county, stage) = (view.Counties[block.County].Code, block.Stage.Id());
            for (var k = 0; k < _inForce.Plan.IndicatorCount; k++)
            {
                var spread = _result.Figures.Spread(at, k);
                spreads.WriteLine($"{county},{stage},{k},{Text(spread.Mean)},{Text(spread.Cv)},{Reason(spread.Reason)},{spread.Verdict.Id()}");
            }

            for (var unit = block.Start; unit < block.End; unit++)
            {
                var row = view.Units[unit].Row;
                units.WriteLine($"{county},{_nation.PartOf(row).SchoolCode[row.Row]},{stage},{_result.Figures.UnitVerdicts[unit].Id()}");
            }
        }

        return "ok";
    }

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Reason(CvReason reason) => reason switch
    {
        CvReason.Missing => "missing",
        CvReason.ZeroMean => "zero_mean",
        CvReason.NoUnits => "no_units",
        _ => "",
    };
}
