using System.Globalization;
using BenchmarkDotNet.Running;
using Junheng.Benchmarks;
using Junheng.Benchmarks.Papers;
using Junheng.Benchmarks.Plans;
using Junheng.Benchmarks.SideBySide;

switch (args)
{
    case ["generate", var file]:
        NationFile.Write(file);
        break;
    case ["serve", var file]:
        new Engine(file).Serve(Console.In, Console.Out);
        break;
    case ["process", var file]:
        Console.WriteLine(WholeProcess.Run(file));
        break;
    case ["papers"]:
        PaperSideBySide.Run(9);
        break;
    case ["papers", var rounds]:
        PaperSideBySide.Run(int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["plans"]:
        PlanSpeed.Run(false);
        break;
    case ["plans", "nation"]:
        PlanSpeed.Run(true);
        break;
    case ["plans", "tied"]:
        return TiedGaps.Run();
    case ["plans", "verify"]:
        return PlanVerification.Run(false);
    case ["plans", "verify", "nation"]:
        return PlanVerification.Run(true);
    case ["plans", "solvers", var script, var count, var seconds]:
        return SolverComparison.Run(Path.GetFullPath(script), int.Parse(count, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture), 1);
    case ["plans", "solvers", var script, var count, var seconds, var first]:
        return SolverComparison.Run(Path.GetFullPath(script), int.Parse(count, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(first, CultureInfo.InvariantCulture));
    default:
        BenchmarkSwitcher.FromAssembly(typeof(AssessmentBenchmarks).Assembly).Run(args);
        break;
}

return 0;
