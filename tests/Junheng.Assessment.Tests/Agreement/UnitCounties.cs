using System.Globalization;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>
/// Random counties as rows of a unit table: ordinary ones, ties at every norm, floor and limit, single and equal schools, nothing at all, figures
/// missing, pupils missing or none, figures beyond all reason.
/// </summary>
internal sealed class UnitCounties(Draw draw, ReferenceStandard standard)
{
    private static readonly string?[] _types = [null, "primary", "junior", "nine_year", "special", "vocational", "teaching_point", "teaching_point"];

    private readonly Amounts _amounts = new(draw);

    private bool HasNorms => standard.Year == 2017;

    /// <summary>The rows of one county, in random order.</summary>
    public List<ReferenceUnitRow> County(string code, int units)
    {
        List<ReferenceUnitRow> rows = [];
        var kind = draw.Below(100);
        foreach (var (stage, count) in new[] { (ReferenceStages.Primary, units - (units / 2)), (ReferenceStages.Junior, units / 2) })
        {
            if (count > 0)
            {
                rows.AddRange(kind switch
                {
                    < 40 => Independent(code, stage, count, (indicator, pupils) => _amounts.Ordinary(indicator, stage, pupils.ToDouble())),
                    < 60 when HasNorms => Independent(code, stage, count, (indicator, pupils) => NearThresholds(indicator, stage, pupils)),
                    < 80 => AtLimit(code, stage, count),
                    < 90 => Equal(code, stage, count),
                    < 91 => Independent(code, stage, count, (_, _) => _amounts.Extreme(), _amounts.Extreme),
                    < 94 => Independent(code, stage, count, (_, _) => null),
                    < 97 => Independent(code, stage, count, (_, _) => "0"),
                    _ => Independent(code, stage, count, (_, _) => "1", () => null),
                });
            }
        }

        Blank(rows);
        Disguise(rows);
        draw.Shuffle(rows);
        return rows;
    }

    private string NearThresholds(ReferenceIndicator indicator, string stage, ReferenceNumber pupils) => draw.Below(4) switch
    {
        0 => _amounts.Ordinary(indicator, stage, pupils.ToDouble()),
        1 => _amounts.WherePrintRounds(indicator, stage, pupils),
        _ => _amounts.AtThreshold(indicator, stage, pupils),
    };

    private IEnumerable<ReferenceUnitRow> Independent(
        string code, string stage, int count, Func<ReferenceIndicator, ReferenceNumber, string?> amount, Func<string?>? pupils = null)
    {
        for (var unit = 0; unit < count; unit++)
        {
            var enrolment = pupils is null ? _amounts.Pupils() : pupils();
            var exact = ReferenceNumber.ParseCell(enrolment) ?? ReferenceNumber.One;
            yield return Row(code, stage, unit, enrolment, indicator => amount(indicator, exact));
        }
    }

    /// <summary>Every school alike.</summary>
    private IEnumerable<ReferenceUnitRow> Equal(string code, string stage, int count)
    {
        var pupils = _amounts.Pupils();
        var items = standard.Indicators.ToDictionary(each => each.Id, each => _amounts.Ordinary(each, stage, double.Parse(pupils, CultureInfo.InvariantCulture)));
        return Enumerable.Range(0, count).Select(unit => Row(code, stage, unit, pupils, indicator => items[indicator.Id]));
    }

    /// <summary>Coefficients exactly at their limit, or a hair beside it. In 2012 they lie apart in pairs, so that their mean is the limit.</summary>
    private IEnumerable<ReferenceUnitRow> AtLimit(string code, string stage, int count)
    {
        var ties = new SpreadTies(draw);
        var limit = standard.CvLimits[stage];
        var apart = HasNorms ? ReferenceNumber.Zero : ReferenceNumber.Of(draw.From(0, 20), 100);
        var means = standard.Indicators.Select(_ => ReferenceNumber.Of(draw.Of(1, 2, 4, 30, 1500), draw.Of(1, 10, 100))).ToList();
        var hairs = standard.Indicators.Select(_ => ReferenceNumber.Parse(draw.Of("0", "0", "0", "0.0000000001", "-0.0000000001", "0.0004", "-0.0004"))).ToList();
        var unit = 0;
        foreach (var (pupils, isRich) in ties.Groups(count))
        {
            yield return Row(code, stage, unit++, CellText.Of(pupils), indicator =>
            {
                var k = IndexOf(indicator);
                var wanted = limit + (k % 2 == 0 ? apart : -apart) + hairs[k];
                var amount = ties.Amount(pupils, isRich, means[k], wanted);
                return CellText.Of(amount.Sign < 0 ? ReferenceNumber.Zero : amount);
            });
        }
    }

    private int IndexOf(ReferenceIndicator indicator) => standard.Indicators.TakeWhile(each => each.Id != indicator.Id).Count();

    private ReferenceUnitRow Row(string county, string stage, int unit, string? pupils, Func<ReferenceIndicator, string?> amount) => new(
        county, $"S{(unit * 7919) % 1000}", stage, pupils, standard.Indicators.ToDictionary(each => each.Item, amount, StringComparer.Ordinal));

    /// <summary>Takes single figures out of every third county.</summary>
    private void Blank(List<ReferenceUnitRow> rows)
    {
        if (!draw.Percent(33))
        {
            return;
        }

        for (var at = 0; at < rows.Count; at++)
        {
            if (draw.Percent(30))
            {
                var item = draw.Of([.. rows[at].Items.Keys]);
                rows[at] = rows[at] with { Items = new Dictionary<string, string?>(rows[at].Items, StringComparer.Ordinal) { [item] = draw.Of(null, "0") } };
            }

            if (draw.Percent(8))
            {
                rows[at] = rows[at] with { Enrolment = draw.Of(null, "0", " ") };
            }
        }
    }

    /// <summary>Gives schools types, organisers and small numbers of pupils that put them out of scope, or nearly.</summary>
    private void Disguise(List<ReferenceUnitRow> rows)
    {
        if (!draw.Percent(33))
        {
            return;
        }

        for (var at = 0; at < rows.Count; at++)
        {
            var type = draw.Of(_types);
            rows[at] = rows[at] with { SchoolType = type, OrganiserType = draw.Percent(40) ? null : draw.From(1, 10) };
            if (type == "teaching_point" && draw.Percent(50))
            {
                rows[at] = rows[at] with { Enrolment = draw.Of("49", "50", "51", "49.5", "0", null) };
            }
        }
    }
}
