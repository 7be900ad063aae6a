using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Units;

namespace Junheng.Benchmarks;

/// <summary>From a table of schools to all verdicts and coefficients, step by step, for one county, a province and the nation.</summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class AssessmentBenchmarks
{
    private GeneratedCase _case = null!;

    /// <summary>How much there is to judge.</summary>
    public enum Size
    {
        OneCounty,
        Province,
        Nation,
    }

    [Params(Size.OneCounty, Size.Province, Size.Nation)]
    public Size Case { get; set; }

    [GlobalSetup]
    public void Generate() => _case = Case switch
    {
        Size.OneCounty => GeneratedCase.Of(counties: 1, rows: 70),
        Size.Province => GeneratedCase.Of(counties: 100, rows: 7_000),
        _ => GeneratedCase.Of(counties: 2_900, rows: 200_000),
    };

    [Benchmark(Description = "sum of the columns", Baseline = true)]
    public double SumOfColumns()
    {
        var sum = ColumnSum.Of(_case.View.Enrolment);
        for (var k = 0; k < _case.InForce.Plan.IndicatorCount; k++)
        {
            sum += ColumnSum.Of(_case.View.Numerator(k));
        }

        return sum;
    }

    [Benchmark(Description = "evaluate a view")]
    public ResourceFigures Evaluate() => ResourceKernel.Evaluate(_case.View, _case.InForce.Plan);

    [Benchmark(Description = "view")]
    public UnitTable View() => _case.InForce.View(_case.Table);

    [Benchmark(Description = "view and evaluate")]
    public AssessmentResult ViewAndEvaluate() => AssessmentResult.Of(_case.Table, _case.InForce);

    [Benchmark(Description = "read CSV")]
    public object ReadCsv() => _case.Read();

    /// <summary>Runs in this process: nothing is generated, restored or built besides.</summary>
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
