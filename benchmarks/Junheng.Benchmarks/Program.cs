using BenchmarkDotNet.Running;
using Junheng.Benchmarks;
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
    default:
        BenchmarkSwitcher.FromAssembly(typeof(AssessmentBenchmarks).Assembly).Run(args);
        break;
}
