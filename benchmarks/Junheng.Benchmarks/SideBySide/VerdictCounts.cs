using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;

namespace Junheng.Benchmarks.SideBySide;

/// <summary>One line that sums up all verdicts, the same for every engine.</summary>
public static class VerdictCounts
{
    public static string Of(AssessmentResult result)
    {
        var units = new int[4];
        foreach (var verdict in result.Figures.UnitVerdicts)
        {
            units[(int)verdict]++;
        }

        var spreads = new int[4];
        for (var block = 0; block < result.Units.Blocks.Length; block++)
        {
            for (var k = 0; k < result.InForce.Plan.IndicatorCount; k++)
            {
                spreads[(int)result.Figures.Spread(block, k).Verdict]++;
            }
        }

        return $"units {Text(units)} cvs {Text(spreads)}";
    }

    private static string Text(int[] counts) => $"{counts[(int)Verdict.Met]} {counts[(int)Verdict.NotMet]} {counts[(int)Verdict.Undecided]}";
}
