using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// The first bound of a stage, linear in every indicator: exceptions in parts by the convex relaxation, directions from those, multipliers raised together;
/// then the vertex that they single out is averaged into the parts, and again. Each vertex is also a plan.
/// </summary>
internal sealed class RootBound(StageModel stage, Incumbent incumbent, StageDual dual, SearchLimits limits)
{
    private const int Iterations = 30;
    private const int Rounds = 6;
    private const int Evaluations = 60;

    /// <summary>Sets forms, multipliers and value of the root; false when a limit is out of reach with every exception granted.</summary>
    public bool Raise(Frame root)
    {
        var count = stage.Indicators.Length;
        var (multipliers, most, slope) = (new double[2 * count], new double[2 * count], new double[2 * count]);
        var weights = new RootWeights(stage, root.Options);
        weights.SetDirectSavings();
        incumbent.Try(root.Options, weights.Values);
        new Relaxation(stage).Improve(weights.Values, root.Options, Iterations, limits.Target(incumbent.Cost));
        incumbent.Try(root.Options, weights.Values);
        dual.View.Build(root.Options);
        var scale = new double[2 * count];
        var ascent = new DualAscent(2 * count);
        for (var round = 0; round < Rounds; round++)
        {
            for (var j = 0; j < count; j++)
            {
                dual.Forms[j] = weights.Form(j, out multipliers[j]);
                most[j] = dual.Forms[j].MostMultiplier;
            }

            dual.Prepare();
            for (var j = 0; j < count; j++)
            {
                scale[j] = dual.Forms[j].Kind == ConeKind.Linear ? most[j] : 0;
            }

            ascent.Run(dual, multipliers, scale, most, 0.1, Evaluations, limits.Target(incumbent.Cost));
            var value = dual.Evaluate(multipliers, slope);
            incumbent.TryChosen(root.Options, dual);
            var isBetter = value > root.Value + (2e-6 * Math.Abs(value));
            if (value > root.Value)
            {
                root.Value = value;
                dual.Forms.CopyTo(root.Forms.AsSpan());
                multipliers.CopyTo(root.Multipliers.AsSpan());
            }

            if (round > 1 && !isBetter)
            {
                break;
            }

            weights.AverageIn(dual, 1.0 / (round + 2));
        }

        root.Value = double.NegativeInfinity;
        return true;
    }
}
