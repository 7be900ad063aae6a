using System.Collections.Immutable;
using Junheng.Assessment.Units;

namespace Junheng.Assessment.Resources;

/// <summary>
/// Judges every unit and computes every mean and coefficient of variation of a view: the same function for one county and for the nation.
/// Stage blocks are independent of each other and are done side by side; see <see cref="BlockKernel"/> for what happens in one.
/// </summary>
public static class ResourceKernel
{
    /// <summary>Fewer units than this are not worth a second thread.</summary>
    private const int UnitsPerThread = 8192;

    /// <summary>Runs a thread, so that one that is held up does not hold up the others.</summary>
    private const int RunsPerThread = 4;

    /// <summary>Evaluates a view. Linear in units × indicators.</summary>
    public static ResourceFigures Evaluate(UnitTable table, ResourcePlan plan)
    {
        var figures = new ResourceFigures(table.Count, table.Blocks.Length, plan.IndicatorCount);
        var threads = Math.Clamp(table.Count / UnitsPerThread, 1, Environment.ProcessorCount);
        if (threads == 1)
        {
            EvaluateBlocks(table, plan, figures, 0, table.Blocks.Length);
            return figures;
        }

        var cuts = BlockCuts(table.Blocks, threads * RunsPerThread);
        Parallel.For(0, cuts.Length - 1, cut => EvaluateBlocks(table, plan, figures, cuts[cut], cuts[cut + 1]));
        return figures;
    }

    /// <summary>Block indices that cut the units into about equal runs.</summary>
    private static int[] BlockCuts(ImmutableArray<StageBlock> blocks, int runs)
    {
        var units = blocks[^1].End;
        var cuts = new List<int>(runs + 1) { 0 };
        for (var block = 1; block < blocks.Length; block++)
        {
            if ((long)blocks[block].Start * runs >= (long)units * cuts.Count)
            {
                cuts.Add(block);
            }
        }

        cuts.Add(blocks.Length);
        return [.. cuts];
    }

    private static void EvaluateBlocks(UnitTable table, ResourcePlan plan, ResourceFigures figures, int first, int end)
    {
        var longest = 0;
        for (var block = first; block < end; block++)
        {
            longest = Math.Max(longest, table.Blocks[block].Count);
        }

        var kernel = new BlockKernel(table, longest);
        for (var block = first; block < end; block++)
        {
            var units = table.Blocks[block];
            var stage = plan[units.Stage];
            var spreads = figures.WritableSpreads(block);
            if (units.Count == 0)
            {
                for (var k = 0; k < spreads.Length; k++)
                {
                    spreads[k] = SpreadJudge.WithoutUnits(stage.Indicators[k]);
                }

                continue;
            }

            kernel.Evaluate(units, stage, spreads, figures.WritableVerdicts(units.Start, units.Count));
        }
    }
}
