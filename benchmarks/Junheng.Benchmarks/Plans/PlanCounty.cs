using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Benchmarks.Plans;

/// <summary>
/// Generated counties for planning: a quarter urban, a third town, the rest rural schools; log-normal sizes; resources per pupil with an effect of the type, of
/// size, of the school and of chance. Prices of one table. The coefficients of variation come out between 0.25 and 0.82.
/// </summary>
internal static class PlanCounty
{
    private static readonly double[] _norms = [4.2 / 100, 1 / 100.0, 0.9 / 100, 4.5, 7.5, 2000, 2.3 / 100];
    private static readonly double[] _juniorNorms = [5.3 / 100, 1 / 100.0, 0.9 / 100, 5.8, 10.2, 2500, 2.4 / 100];
    private static readonly string[] _exactNorms = ["0.042", "0.01", "0.009", "4.5", "7.5", "2000", "0.023"];
    private static readonly string[] _exactJuniorNorms = ["0.053", "0.01", "0.009", "5.8", "10.2", "2500", "0.024"];
    private static readonly int[] _prices = [100_000, 60_000, 100_000, 3000, 500, 1, 60_000];
    private static readonly bool[] _isWhole = [true, true, true, false, false, false, true];
    private static readonly double[] _median = [1100, 550, 140];
    private static readonly double[] _spread = [0.45, 0.6, 0.75];
    private static readonly double[] _base = [0.20, 0.10, 0.05, 0.30, 0.30, 0.25, 0.25];
    private static readonly double[] _noise = [0.22, 0.55, 0.40, 0.35, 0.45, 0.45, 0.35];

    private static readonly double[][] _effects =
    [
        [0.05, 0.05, 0.15], [0.35, 0, -0.6], [0.1, 0, -0.25], [-0.2, 0, 0.5], [-0.5, 0, 0.6], [0.25, 0, -0.25], [-0.1, 0, 0.35],
    ];

    /// <summary>One stage.</summary>
    public static ResourceProblem Stage(int schools, int seed, Stage stage) => Of((schools, seed, stage));

    /// <summary>A county of both stages.</summary>
    public static ResourceProblem Both(int schools, int seed) => Of((schools, seed, Domain.Schools.Stage.Primary), (schools, seed + 500_000, Domain.Schools.Stage.Junior));

    private static ResourceProblem Of(params (int Schools, int Seed, Stage Stage)[] stages)
    {
        var units = ImmutableArray.CreateBuilder<PlanUnit>();
        var purchases = ImmutableArray.CreateBuilder<Purchase>();
        foreach (var (schools, seed, stage) in stages)
        {
            var random = new Random(seed);
            for (var i = 0; i < schools; i++)
            {
                var code = (stage == Domain.Schools.Stage.Junior ? "J" : "P") + i.ToString("0000", CultureInfo.InvariantCulture);
                var unit = Unit(random, code, stage);
                for (var j = 0; j < _prices.Length; j++)
                {
                    Rational? step = _isWhole[j] ? Rational.One : null;
                    purchases.Add(new Purchase(code, stage, $"R{j + 1}", new PlanPrice(_prices[j]), step, Rational.Zero, null, [new PurchaseEffect(units.Count, j, Rational.One)]));
                }

                units.Add(unit);
            }
        }

        return new ResourceProblem("410999", [.. Enumerable.Range(1, 7).Select(j => $"R{j}")], [.. stages.Select(each => Rule(each.Stage))], units.ToImmutable(), purchases.ToImmutable());
    }

    /// <summary>Six of seven, the last at 85 %; 0.50 and 0.45.</summary>
    private static StageRule Rule(Stage stage)
    {
        var isJunior = stage == Domain.Schools.Stage.Junior;
        var limit = Rational.ParseDecimal(isJunior ? "0.45" : "0.50");
        var norms = (isJunior ? _exactJuniorNorms : _exactNorms).Select(text => Rational.ParseDecimal(text));
        return new StageRule(stage, [.. norms.Select(norm => new IndicatorRule(norm, norm * Rational.FromFraction(85, 100), limit))], 1);
    }

    private static PlanUnit Unit(Random random, string code, Stage stage)
    {
        var drawn = random.NextDouble();
        var type = drawn < 0.25 ? 0 : drawn < 0.6 ? 1 : 2;
        var pupils = Math.Round(Math.Clamp(_median[type] * Math.Exp(_spread[type] * Normal(random)), 30, 2500));
        (_, _) = (Normal(random), Normal(random)); // where it lies: not used here
        var size = Math.Log(pupils / _median[type]);
        var quality = 0.15 * Normal(random);
        var norms = stage == Domain.Schools.Stage.Junior ? _juniorNorms : _norms;
        var stock = ImmutableArray.CreateBuilder<Rational>(norms.Length);
        for (var j = 0; j < norms.Length; j++)
        {
            var value = norms[j] * Math.Exp(_base[j] + _effects[j][type] - (0.15 * size) + quality + (_noise[j] * Normal(random))) * pupils;
            stock.Add((long)Math.Max(0, Math.Round(value)));
        }

        return new PlanUnit(code, stage, (long)pupils, stock.ToImmutable());
    }

    private static double Normal(Random random)
    {
        var (u, v) = (1 - random.NextDouble(), random.NextDouble());
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
    }
}
