using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Tests.Counties;

/// <summary>
/// Counties as planner-method measures them: a quarter urban, a third town, the rest rural schools; log-normal sizes; resources with an effect of the
/// type, of size, of the school and of chance. Coefficients of variation come out between 0.25 and 0.82.
/// </summary>
internal static class GeneratedCounty
{
    public static readonly string[] Norms = ["0.042", "0.01", "0.009", "4.5", "7.5", "2000", "0.023"];
    public static readonly string[] JuniorNorms = ["0.053", "0.01", "0.009", "5.8", "10.2", "2500", "0.024"];
    private static readonly int[] _prices = [100000, 60000, 100000, 3000, 500, 1, 60000];
    private static readonly bool[] _isWhole = [true, true, true, false, false, false, true];
    private static readonly string[] _items = ["above_degree_teachers", "backbone_teachers", "pe_art_teachers", "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms"];
    private static readonly double[] _median = [1100, 550, 140];
    private static readonly double[] _sigma = [0.45, 0.6, 0.75];
    private static readonly double[] _base = [0.20, 0.10, 0.05, 0.30, 0.30, 0.25, 0.25];
    private static readonly double[] _noise = [0.22, 0.55, 0.40, 0.35, 0.45, 0.45, 0.35];

    private static readonly double[][] _effects =
    [
        [0.05, 0.05, 0.15], [0.35, 0, -0.6], [0.1, 0, -0.25], [-0.2, 0, 0.5], [-0.5, 0, 0.6], [0.25, 0, -0.25], [-0.1, 0, 0.35],
    ];

    public static ImmutableArray<string> Indicators { get; } = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"];

    /// <summary>A county of unit tables: so many schools in each of the stages given.</summary>
    public static ResourceProblem Of(int schools, int seed, params Stage[] stages)
    {
        var random = new Random(seed);
        var units = ImmutableArray.CreateBuilder<PlanUnit>();
        var purchases = ImmutableArray.CreateBuilder<Purchase>();
        foreach (var stage in stages)
        {
            for (var i = 0; i < schools; i++)
            {
                var code = $"{(stage == Stage.Junior ? 'J' : 'P')}{i:0000}";
                var unit = Unit(random, code, stage);
                for (var j = 0; j < 7; j++)
                {
                    var effect = new PurchaseEffect(units.Count, j, Rational.One);
                    Rational? step = _isWhole[j] ? Rational.One : null;
                    purchases.Add(new Purchase(code, stage, _items[j], new PlanPrice(_prices[j]), step, Rational.Zero, null, [effect]));
                }

                units.Add(unit);
            }
        }

        return new ResourceProblem("410999", Indicators, [.. stages.Select(stage => Rule(stage))], units.ToImmutable(), purchases.ToImmutable());
    }

    /// <summary>Six of seven, the rest at 85 %; 0.50 and 0.45.</summary>
    public static StageRule Rule(Stage stage, string? limit = null)
    {
        var cv = Rational.ParseDecimal(limit ?? (stage == Stage.Junior ? "0.45" : "0.50"));
        var share = Rational.ParseDecimal("0.85");
        var norms = stage == Stage.Junior ? JuniorNorms : Norms;
        return new StageRule(stage, [.. norms.Select(text => Rational.ParseDecimal(text)).Select(norm => new IndicatorRule(norm, norm * share, cv))], 1);
    }

    private static PlanUnit Unit(Random random, string code, Stage stage)
    {
        var u = random.NextDouble();
        var type = u < 0.25 ? 0 : u < 0.6 ? 1 : 2;
        var pupils = Math.Round(Math.Clamp(_median[type] * Math.Exp(_sigma[type] * Normal(random)), 30, 2500));
        var size = Math.Log(pupils / _median[type]);
        var quality = 0.15 * Normal(random);
        var norms = stage == Stage.Junior ? JuniorNorms : Norms;
        var stock = ImmutableArray.CreateBuilder<Rational>();
        for (var j = 0; j < 7; j++)
        {
            var norm = Rational.ParseDecimal(norms[j]).ToDouble();
            var value = norm * Math.Exp(_base[j] + _effects[j][type] - (0.15 * size) + quality + (_noise[j] * Normal(random))) * pupils;
            stock.Add((long)Math.Max(0, Math.Round(value)));
        }

        return new PlanUnit(code, stage, (long)pupils, stock.ToImmutable());
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
