using System.Collections.Immutable;
using System.Globalization;
using Junheng.Assessment.Consistency.Statistics;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Consistency.Tests;

/// <summary>
/// Last digits of large figures: of what is counted or measured, each of the ten is about as frequent. Looks at the last digit before the decimal point of
/// figures of at least <c>from</c>, a column and county at a time.
/// </summary>
internal abstract class DigitTest : CheckTest
{
    public override ImmutableArray<string> Numbers => ["from", "least", "level"];

    public override bool NeedsColumns => true;

    public override ImmutableArray<string> Blanks => ["column", "n", "digits", "p"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context)
    {
        var (from, least, level) = (Number(rule, "from"), Whole(rule, "least"), Number(rule, "level"));
        for (var county = 0; county < context.Schools.Counties.Length; county++)
        {
            foreach (var column in rule.Test!.Columns)
            {
                var digits = new int[10];
                foreach (var (_, cell) in context.CellsOf(column, context.Schools.Counties[county]))
                {
                    if (TestContext.ValueOf(cell) is var value && value >= from)
                    {
                        digits[(int)(Math.Floor(value) % 10)]++;
                    }
                }

                var count = digits.Sum();
                if (count >= least && Tail(rule, digits, count) is var chance && chance < level)
                {
                    yield return Hit(rule, context, county, column, digits, count, chance);
                }
            }
        }
    }

    /// <summary>How likely such digits are by chance.</summary>
    protected abstract double Tail(CheckRule rule, int[] digits, int count);

    private static CheckHit Hit(CheckRule rule, TestContext context, int county, string column, int[] digits, int count, double chance)
    {
        var shown = string.Join(' ', digits.Select((number, digit) => string.Create(CultureInfo.InvariantCulture, $"{digit}:{number}")));
        var values = new Dictionary<string, LocalizedText>
        {
            ["column"] = context.Set.Columns[column]!.Title,
            ["n"] = Same(count),
            ["digits"] = Same(shown),
            ["p"] = Chance(chance),
        };
        return context.Hits.OfCounty(rule, county, [], HitMaker.Filled(rule.Message.Text, values), $"column={column}; digits={shown}");
    }
}

/// <summary>
/// All ten last digits, by the χ² test with nine degrees of freedom. Of some dozens of figures the χ² law makes rare cases look rarer than they are; its tail is
/// therefore multiplied by <c>caution</c>, so that false alarms stay below the level.
/// </summary>
internal sealed class LastDigitsTest : DigitTest
{
    public override string Name => "last_digits";

    public override ImmutableArray<string> Numbers => base.Numbers.Add("caution");

    protected override double Tail(CheckRule rule, int[] digits, int count)
    {
        var expected = count / 10.0;
        return Number(rule, "caution") * ChiSquareTail.AtLeast(digits.Sum(number => (number - expected) * (number - expected) / expected), 9);
    }
}

/// <summary>Too many figures that end in 0 or 5, by the exact binomial tail of one fifth.</summary>
internal sealed class HeapingTest : DigitTest
{
    public override string Name => "heaping";

    /// <summary>No more of them than expected is never unlikely, so their tail need not be worked out.</summary>
    protected override double Tail(CheckRule rule, int[] digits, int count) => (digits[0] + digits[5]) * 5 <= count ? 1 : BinomialTail.AtLeast(digits[0] + digits[5], count, Domain.Numbers.Rational.FromFraction(1, 5));
}

/// <summary>How telling it is that two figures are equal.</summary>
internal static class Rarity
{
    /// <summary>Significant digits of the part before the decimal point, without trailing zeros: 0 for 0, 1 for 300, 3 for 1230, 4 for 2417.</summary>
    public static int Digits(double value)
    {
        var whole = (long)Math.Min(Math.Floor(Math.Abs(value)), 1e15);
        while (whole != 0 && whole % 10 == 0)
        {
            whole /= 10;
        }

        var digits = 0;
        for (; whole != 0; whole /= 10)
        {
            digits++;
        }

        return digits;
    }
}

/// <summary>One telling value in several schools of a county.</summary>
internal sealed class RepeatedValueTest : CheckTest
{
    private const int MostCells = 12;

    public override string Name => "repeated_value";

    public override ImmutableArray<string> Numbers => ["digits", "schools"];

    public override bool NeedsColumns => true;

    public override ImmutableArray<string> Blanks => ["column", "value", "n", "schools"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context)
    {
        var (digits, schools) = (Whole(rule, "digits"), Whole(rule, "schools"));
        for (var county = 0; county < context.Schools.Counties.Length; county++)
        {
            foreach (var column in rule.Test!.Columns)
            {
                var repeated = context.CellsOf(column, context.Schools.Counties[county])
                    .Where(each => Rarity.Digits(TestContext.ValueOf(each.Cell)) >= digits)
                    .GroupBy(each => TestContext.ValueOf(each.Cell))
                    .Where(group => group.Select(each => each.School).Distinct().Count() >= schools)
                    .OrderBy(group => group.Key);
                foreach (var group in repeated)
                {
                    yield return Hit(rule, context, county, column, [.. group]);
                }
            }
        }
    }

    private static CheckHit Hit(CheckRule rule, TestContext context, int county, string column, (int School, CellAt Cell)[] group)
    {
        var codes = group.Select(each => context.Schools.Schools[each.School].Code).Distinct(StringComparer.Ordinal).ToList();
        ImmutableArray<HitCell> cells = [.. group.Take(MostCells).Select(each => context.Hits.Cell(each.Cell))];
        var values = new Dictionary<string, LocalizedText>
        {
            ["column"] = context.Set.Columns[column]!.Title,
            ["value"] = Same(cells[0].Value),
            ["n"] = Same(codes.Count),
            ["schools"] = Same(string.Join('、', codes.Take(MostCells)) + (codes.Count > MostCells ? " …" : "")),
        };
        return context.Hits.OfCounty(rule, county, cells, HitMaker.Filled(rule.Message.Text, values), CheckHit.ContentOf(cells, "", context.Schools.Counties[county].Year));
    }
}

/// <summary>
/// Two schools of a county with several telling figures in common. A common figure weighs as many points as it has significant digits less one: equal large
/// uneven figures tell much, equal small or round ones little.
/// </summary>
internal sealed class CopiedFiguresTest : CheckTest
{
    /// <summary>A value that more schools share is no trace of one copy; <see cref="RepeatedValueTest"/> asks about it.</summary>
    private const int MostSharing = 20;

    public override string Name => "copied_figures";

    public override ImmutableArray<string> Numbers => ["digits", "figures", "weight"];

    public override bool NeedsColumns => true;

    public override ImmutableArray<string> Blanks => ["first", "second", "n", "columns"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context) =>
        context.Schools.Counties.SelectMany(county => InCounty(rule, context, county));

    private static IEnumerable<CheckHit> InCounty(CheckRule rule, TestContext context, CheckedCounty county)
    {
        var digits = Whole(rule, "digits");
        var common = new Dictionary<(int First, int Second), List<(CellAt First, CellAt Second)>>();
        foreach (var column in rule.Test!.Columns)
        {
            var groups = context.CellsOf(column, county).Where(each => Rarity.Digits(TestContext.ValueOf(each.Cell)) >= digits)
                .GroupBy(each => (each.Cell.Stage, Value: TestContext.ValueOf(each.Cell)))
                .Select(group => group.ToList())
                .Where(group => group.Count is > 1 and <= MostSharing);
            foreach (var group in groups)
            {
                for (var first = 0; first < group.Count; first++)
                {
                    for (var second = first + 1; second < group.Count; second++)
                    {
                        var pair = (group[first].School, group[second].School);
                        (common.TryGetValue(pair, out var cells) ? cells : common[pair] = []).Add((group[first].Cell, group[second].Cell));
                    }
                }
            }
        }

        var (figures, weight) = (Whole(rule, "figures"), Number(rule, "weight"));
        return common.Where(pair => pair.Value.Count >= figures && pair.Value.Sum(cell => Rarity.Digits(TestContext.ValueOf(cell.First)) - 1) >= weight
                && !Pairs.AreRelated(context.Schools, pair.Key.First, pair.Key.Second))
            .OrderBy(pair => pair.Key)
            .Select(pair => Hit(rule, context, pair.Key.First, pair.Key.Second, pair.Value));
    }

    private static CheckHit Hit(CheckRule rule, TestContext context, int first, int second, List<(CellAt First, CellAt Second)> common)
    {
        ImmutableArray<HitCell> cells = [.. common.SelectMany(pair => new[] { context.Hits.Cell(pair.First), context.Hits.Cell(pair.Second) })];
        var titles = cells.Where((_, at) => at % 2 == 0).Select(cell => cell.Title).ToList();
        var values = new Dictionary<string, LocalizedText>
        {
            ["first"] = Same(context.Schools.Schools[first].Code),
            ["second"] = Same(context.Schools.Schools[second].Code),
            ["n"] = Same(common.Count),
            ["columns"] = new(string.Join('、', titles.Select(title => title.Zh)), string.Join(", ", titles.Select(title => title.En))),
        };
        return context.Hits.Of(rule, first, Domain.Schools.Stage.None, cells, HitMaker.Filled(rule.Message.Text, values));
    }
}
