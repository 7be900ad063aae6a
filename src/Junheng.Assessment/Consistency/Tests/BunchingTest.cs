using System.Collections.Immutable;
using System.Globalization;
using Junheng.Assessment.Consistency.Statistics;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Consistency.Tests;

/// <summary>
/// Values that gather just above a norm: near it a unit should be about as likely just above as just below. Asked where the one-sided binomial tail of
/// "at least so many above" is below the level.
/// </summary>
internal sealed class BunchingTest : CheckTest
{
    private const int MostCells = 12;

    public override string Name => "bunching";

    public override ImmutableArray<string> Numbers => ["window", "least", "level", "chance"];

    public override ImmutableArray<(string Name, ImmutableArray<string> Choices)> Words => [("scope", ["county", "table"])];

    public override ImmutableArray<string> Blanks => ["indicator", "stage", "norm", "above", "below", "window", "p"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context)
    {
        var isTable = rule.Test!.Words["scope"] == "table";
        if (isTable && context.Schools.Counties.Length < 2)
        {
            yield break;
        }

        var plan = context.Standard.Plan;
        foreach (var (stage, at) in plan.Stages.Select((stage, at) => (stage, at)))
        {
            for (var indicator = 0; indicator < stage.Indicators.Length; indicator++)
            {
                var numbers = stage.Indicators[indicator];
                foreach (var norm in new[] { numbers.Norm, numbers.Floor }.OfType<Rational>())
                {
                    foreach (var hit in Near(rule, context, at, indicator, norm, numbers.Scale, isTable))
                    {
                        yield return hit;
                    }
                }
            }
        }
    }

    private static IEnumerable<CheckHit> Near(CheckRule rule, TestContext context, int stageAt, int indicator, Rational norm, Rational scale, bool isTable)
    {
        var stages = context.Standard.Standard.Stages.Length;
        var threshold = new RatioThreshold(norm, scale);
        var window = Number(rule, "window");
        var (above, below) = (new List<int>(), 0);
        for (var county = 0; county < context.View.Counties.Length; county++)
        {
            var block = context.View.Blocks[(county * stages) + stageAt];
            below += Collect(context.View, block, indicator, threshold, window, above);
            if (!isTable)
            {
                if (Ask(rule, context, block.Stage, indicator, norm, county, above, below) is { } hit)
                {
                    yield return hit;
                }

                above.Clear();
                below = 0;
            }
        }

        if (isTable && Ask(rule, context, context.Standard.Standard.Stages[stageAt], indicator, norm, -1, above, below) is { } whole)
        {
            yield return whole;
        }
    }

    /// <summary>Adds the units just above, and counts those just below.</summary>
    private static int Collect(UnitTable view, StageBlock block, int indicator, RatioThreshold threshold, double window, List<int> above)
    {
        var below = 0;
        for (var unit = block.Start; unit < block.End; unit++)
        {
            if (view.HasEnrolment(unit) && view.HasNumerator(unit, indicator)
                && Math.Abs((view.Numerator(indicator)[unit] / view.Enrolment[unit]) - threshold.Ratio) <= window * threshold.Ratio)
            {
                if (threshold.IsReachedBy(view, unit, indicator))
                {
                    above.Add(unit);
                }
                else
                {
                    below++;
                }
            }
        }

        return below;
    }

    private static CheckHit? Ask(CheckRule rule, TestContext context, Stage stage, int indicator, Rational norm, int county, List<int> above, int below)
    {
        var trials = above.Count + below;
        if (trials < Whole(rule, "least"))
        {
            return null;
        }

        var chance = BinomialTail.AtLeast(above.Count, trials, rule.Test!.Numbers["chance"]);
        return chance < Number(rule, "level") ? Hit(rule, context, stage, context.Standard.Standard.Indicators[indicator], indicator, norm, county, above, below, chance) : null;
    }

    private static CheckHit Hit(
        CheckRule rule, TestContext context, Stage stage, Indicator indicator, int index, Rational norm, int county, List<int> above, int below, double chance)
    {
        var values = new Dictionary<string, LocalizedText>
        {
            ["indicator"] = indicator.Title,
            ["stage"] = new(stage == Stage.Primary ? "小学" : "初中", stage.Id()),
            ["norm"] = Same(PlainNumber.Of(norm, 4)),
            ["above"] = Same(above.Count),
            ["below"] = Same(below),
            ["window"] = Same((Number(rule, "window") * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"),
            ["p"] = Chance(chance),
        };
        var table = context.Schools.Table;
        var cells = above.Take(MostCells).SelectMany(unit => context.View.Terms(unit, index)).Where(term => table.PartOf(term.Row).Figure(term.Column)?.IsPresent(term.Row.Row) == true)
            .Select(term => context.Hits.Cell(new Subjects.CellAt(table.PartOf(term.Row).Figure(term.Column)!, term.Row, term.Column, StageOf(term.Column, stage)))).Distinct();
        var content = string.Create(
            CultureInfo.InvariantCulture, $"indicator={indicator.Id}; stage={stage.Id()}; norm={PlainNumber.Of(norm, 4)}; above={above.Count}; below={below}");
        return context.Hits.OfCounty(rule, county, [.. cells], HitMaker.Filled(rule.Message.Text, values), content) with { Stage = stage };
    }

    private static Stage StageOf(string column, Stage stage) => column.EndsWith(stage.Id(), StringComparison.Ordinal) ? stage : Stage.None;
}
