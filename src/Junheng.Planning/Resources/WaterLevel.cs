using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Junheng.Planning.Resources;

/// <summary>The cheapest continuous levelling of one indicator (F2).</summary>
/// <param name="Level">λ: every unit is lifted to it, at least to its requirement, at most to its cap. −∞ when the requirements alone suffice.</param>
/// <param name="Mean">Σ w·X after levelling.</param>
/// <param name="Square">Σ w·X².</param>
/// <param name="IsReachable">False when the caps exclude the limit; then the level is that of the smallest dispersion.</param>
internal readonly record struct Levelling(double Level, double Mean, double Square, bool IsReachable)
{
    /// <summary>Whether the limit binds.</summary>
    public bool IsActive => Level > double.NegativeInfinity;
}

/// <summary>
/// Finds the smallest λ at which X = clamp(λ, L, U) has Σw·X² ≤ s²·(Σw·X)². Where the units below λ are known, λ is the root of a quadratic; Newton's
/// method on that set, kept within a bracket, needs a few passes over the units and no sorting.
/// </summary>
internal static class WaterLevel
{
    private const int MostPasses = 200;

    /// <summary>Levels with caps only where <paramref name="caps"/> is not empty. <paramref name="start"/> is a guess of λ, or 0.</summary>
    public static Levelling Solve(ReadOnlySpan<double> weights, ReadOnlySpan<double> required, ReadOnlySpan<double> caps, double squaredRoot, double start)
    {
        var (mean, square) = Totals(weights, required);
        if (square <= squaredRoot * mean * mean)
        {
            return new Levelling(double.NegativeInfinity, mean, square, true);
        }

        var high = double.PositiveInfinity;
        if (caps.Length > 0)
        {
            high = LeastDispersed(weights, required, caps, Largest(required));
            var best = Pass(weights, required, caps, high);
            if (best.Excess(squaredRoot, high) > 1e-13 * best.SquareAt(high))
            {
                return new Levelling(high, best.MeanAt(high), best.SquareAt(high), false);
            }
        }

        return Search(weights, required, caps, squaredRoot, start > 0 ? start : mean, high);
    }

    private static Levelling Search(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> required, ReadOnlySpan<double> caps, double squaredRoot, double level, double high)
    {
        double low = 0;
        var pass = Pass(weights, required, caps, level);
        for (var count = 0; count < MostPasses; count++)
        {
            var root = pass.Root(squaredRoot);
            if (pass.Excess(squaredRoot, level) > 0 && level < high)
            {
                low = level;
            }
            else
            {
                high = level;
            }

            var isWithin = double.IsFinite(root) && root >= low * (1 - 1e-13) && root <= high * (1 + 1e-13);
            var next = isWithin ? root : double.IsFinite(high) ? 0.5 * (low + high) : 2 * level;
            var there = Pass(weights, required, caps, next);
            var isSettled = isWithin && ((there.Free == pass.Free && there.Capped == pass.Capped)
                || Math.Abs(there.Excess(squaredRoot, next)) <= 1e-15 * there.SquareAt(next));
            (pass, level) = (there, next);
            if (isSettled || (double.IsFinite(high) && high - low <= 1e-15 * high))
            {
                break;
            }
        }

        return new Levelling(level, pass.MeanAt(level), pass.SquareAt(level), true);
    }

    /// <summary>The level of the smallest dispersion under caps: the fixed point λ = S/T, by bisection.</summary>
    private static double LeastDispersed(ReadOnlySpan<double> weights, ReadOnlySpan<double> required, ReadOnlySpan<double> caps, double high)
    {
        double low = 0;
        for (var count = 0; count < 100 && high - low > 1e-15 * high; count++)
        {
            var middle = 0.5 * (low + high);
            var pass = Pass(weights, required, caps, middle);
            if (middle * pass.MeanAt(middle) < pass.SquareAt(middle))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }

    private static double Largest(ReadOnlySpan<double> required)
    {
        double largest = 0;
        foreach (var each in required)
        {
            largest = Math.Max(largest, each);
        }

        return largest;
    }

    private static (double Mean, double Square) Totals(ReadOnlySpan<double> weights, ReadOnlySpan<double> required)
    {
        var (mean, square) = (Vector256<double>.Zero, Vector256<double>.Zero);
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var x = ref MemoryMarshal.GetReference(required);
        var i = 0;
        for (; i + Vector256<double>.Count <= weights.Length; i += Vector256<double>.Count)
        {
            var amount = Vector256.LoadUnsafe(ref x, (nuint)i);
            var weighted = Vector256.LoadUnsafe(ref w, (nuint)i) * amount;
            mean += weighted;
            square += weighted * amount;
        }

        var (sum, squares) = (Sum(mean), Sum(square));
        for (; i < weights.Length; i++)
        {
            sum += weights[i] * required[i];
            squares += weights[i] * required[i] * required[i];
        }

        return (sum, squares);
    }

    /// <summary>The lanes in a fixed order, which is the same on every machine.</summary>
    private static double Sum(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);

    private static Moments Pass(ReadOnlySpan<double> weights, ReadOnlySpan<double> required, ReadOnlySpan<double> caps, double level)
    {
        if (caps.Length > 0)
        {
            return PassWithCaps(weights, required, caps, level);
        }

        var (free, mean, square, at) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256.Create(level));
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var x = ref MemoryMarshal.GetReference(required);
        var i = 0;
        for (; i + Vector256<double>.Count <= weights.Length; i += Vector256<double>.Count)
        {
            var (weight, amount) = (Vector256.LoadUnsafe(ref w, (nuint)i), Vector256.LoadUnsafe(ref x, (nuint)i));
            var isBelow = Vector256.LessThan(amount, at);
            free += weight & isBelow;
            var weighted = Vector256.AndNot(weight, isBelow) * amount;
            mean += weighted;
            square += weighted * amount;
        }

        var (below, sum, squares) = (Sum(free), Sum(mean), Sum(square));
        for (; i < weights.Length; i++)
        {
            if (required[i] < level)
            {
                below += weights[i];
                continue;
            }

            sum += weights[i] * required[i];
            squares += weights[i] * required[i] * required[i];
        }

        return new Moments(below, sum, squares, 0);
    }

    private static Moments PassWithCaps(ReadOnlySpan<double> weights, ReadOnlySpan<double> required, ReadOnlySpan<double> caps, double level)
    {
        double free = 0, mean = 0, square = 0;
        var capped = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var w = weights[i];
            var x = required[i];
            if (x < level)
            {
                if (caps[i] > level)
                {
                    free += w;
                    continue;
                }

                x = caps[i];
                capped++;
            }

            mean += w * x;
            square += w * x * x;
        }

        return new Moments(free, mean, square, capped);
    }

    /// <summary>Weight of the units at the level, and the moments of the others.</summary>
    private readonly record struct Moments(double Free, double Mean, double Square, int Capped)
    {
        public double MeanAt(double level) => (Free * level) + Mean;

        public double SquareAt(double level) => (Free * level * level) + Square;

        public double Excess(double squaredRoot, double level) => SquareAt(level) - (squaredRoot * MeanAt(level) * MeanAt(level));

        /// <summary>The root on the falling branch, as if no unit crossed the level; not a number when there is none.</summary>
        public double Root(double squaredRoot)
        {
            var a = Free - (squaredRoot * Free * Free);
            var b = squaredRoot * Free * Mean;
            var c = Square - (squaredRoot * Mean * Mean);
            return c / (b + Math.Sqrt((b * b) - (a * c)));
        }
    }
}
