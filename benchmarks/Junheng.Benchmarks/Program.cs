using BenchmarkDotNet.Running;
using Junheng.Benchmarks;
using Junheng.Benchmarks.Papers;
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
        PaperSideBySide.Run(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(AssessmentBenchmarks).Assembly).Run(args);
        break;
}
