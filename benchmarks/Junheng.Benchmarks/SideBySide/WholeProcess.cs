using Junheng.Application.Assess;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;

namespace Junheng.Benchmarks.SideBySide;

/// <summary>What <c>assess FILE</c> does, up to the printed result: standard, file, view, verdicts, result id.</summary>
public static class WholeProcess
{
    /// <summary>Judges a file and tells how many units and coefficients have which verdict.</summary>
    public static string Run(string file)
    {
        var request = new AssessRequest([new InputFile(file)], StandardRequest.Of(StandardRequest.DefaultId), new DateOnly(2026, 11, 21));
        return new AssessCounties(StandardFiles.BesideProgram, new StatisticsFiles()).Run(request) is AssessOutcome.Assessed { Report: var report }
            ? $"{VerdictCounts.Of(report.Result)} result {report.ResultId}"
            : throw new InvalidOperationException("The file was refused.");
    }
}
