using System.Globalization;
using Junheng.Assessment.Results;
using Junheng.Assessment.Tests.Reference;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>
/// Product and reference say the same about counties of 100 to 300 units. The reference's Gini takes every pair of schools, so all but a few counties are
/// compared in what decides: unit verdicts, means, coefficients and their verdicts. Enrolments have many common divisors, which keeps fractions short.
/// </summary>
public sealed class LargeCountyAgreementTests
{
    private const int CountiesInTable = 25;

    private static readonly string[] _pupils = ["50", "60", "75", "80", "100", "120", "150", "200", "240", "250", "300", "400", "500", "600", "750", "800", "1000", "1200", "1500", "2000"];

    private static readonly ReferenceStandard _standard = ReferenceStandard.QualityBalance2017;

    [Fact]
    public void A_thousand_counties_in_what_decides() => Counties.Agree(40, seed => Verdicts(Rows(seed, CountiesInTable, 100, 300)));

    [Fact]
    public void Eight_counties_in_everything() => Counties.Agree(8, seed => Counties.OfUnits(Rows(seed + 1000, 1, 100, 140), _standard));

    private static List<ReferenceUnitRow> Rows(ulong seed, int counties, int least, int most)
    {
        var draw = new Draw(seed);
        List<ReferenceUnitRow> rows = [];
        for (var county = 0; county < counties; county++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"C{county:D2}");
            var isSteady = draw.Percent(30);
            for (var unit = draw.From(least, most); unit > 0; unit--)
            {
                rows.Add(Row(draw, code, unit, isSteady));
            }
        }

        return rows;
    }

    /// <summary>One unit; in a steady county every unit is above every norm, so that the coefficients decide.</summary>
    private static ReferenceUnitRow Row(Draw draw, string county, int unit, bool isSteady)
    {
        var stage = draw.Of(ReferenceStages.Primary, ReferenceStages.Junior);
        var pupils = draw.Of(_pupils);
        var exact = ReferenceNumber.Parse(pupils);
        var items = _standard.Indicators.ToDictionary(
            indicator => indicator.Item,
            indicator => (string?)CellText.Of(indicator.Norms[stage] * ReferenceNumber.Of(isSteady ? draw.From(100, 160 + (draw.Percent(5) ? 400 : 0)) : draw.From(84, 130), 100) * exact / indicator.Scale),
            StringComparer.Ordinal);
        if (!isSteady && draw.Percent(1))
        {
            items[draw.Of([.. items.Keys])] = null;
        }

        return new(county, $"S{unit:D3}", stage, pupils, items);
    }

    private static List<string> Verdicts(List<ReferenceUnitRow> rows)
    {
        var product = Product.Assess(ProductTable.OfUnits(rows), Product.QualityBalance2017);
        List<string> differences = [];
        foreach (var (group, at) in rows.Select(row => row.ToUnit()).GroupBy(unit => unit.CountyCode).Select((group, at) => (group, at)))
        {
            var units = group.ToList();
            var county = product.County(at);
            differences.AddRange(Units(county, units));
            differences.AddRange(county.Stages.SelectMany(stage => Spreads(county.Code, stage, units)));
        }

        return differences;
    }

    private static IEnumerable<string> Units(CountyAssessment county, List<ReferenceUnit> units)
    {
        var expected = units.ToDictionary(unit => (unit.SchoolCode, unit.Stage), unit => ReferenceUnitJudge.Judge(unit, _standard));
        return county.Units
            .Where(unit => unit.Verdict.Id() != expected[(unit.SchoolCode, unit.Stage.Id())].Verdict.Text())
            .Select(unit => $"{county.Code} {unit.SchoolCode}/{unit.Stage.Id()}: the product says {unit.Verdict.Id()}");
    }

    private static IEnumerable<string> Spreads(string county, StageAssessment stage, List<ReferenceUnit> units)
    {
        foreach (var (indicator, k) in _standard.Indicators.Select((indicator, k) => (indicator, k)))
        {
            var spread = stage.Indicators[k].Spread;
            var here = units.Where(unit => unit.Stage == stage.Stage.Id()).ToList();
            var shares = here.Where(unit => unit.Amount(indicator.Item) is not null).Select(unit => new ReferenceShare(unit.Amount(indicator.Item)!, unit.Enrolment!)).ToList();
            var squared = ReferenceDispersion.WeightedCvSquared(shares)!;
            var limit = _standard.CvLimits[stage.Stage.Id()];
            var verdict = shares.Count < here.Count ? ReferenceVerdict.Undecided : ReferenceVerdicts.Of(squared <= limit * limit);
            var mean = (indicator.Scale * ReferenceDispersion.Mean(shares)).ToDouble();
            var cv = ReferenceSquareRoot.ToDouble(squared);
            if (spread.Verdict.Id() != verdict.Text() || Math.Abs(spread.Mean!.Value - mean) > 1e-12 * mean || Math.Abs(spread.Cv!.Value - cv) > 1e-12 * cv)
            {
                yield return FormattableString.Invariant($"{county} {stage.Stage.Id()} {indicator.Id}: the reference says {mean:R}, {cv:R}, {verdict.Text()}, the product {spread}");
            }
        }
    }
}
