using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Assessment.Dispersion;
using Junheng.Assessment.Items;
using Junheng.Assessment.Levels;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Results;

/// <summary>Applies the standard's verdict rule to one county and gathers its reasons.</summary>
internal sealed class CountyJudge(AssessmentResult result, EasedView? eased)
{
    /// <summary>The items as they stand in every county when nothing is known beyond the schools.</summary>
    private readonly Lazy<ImmutableArray<ItemResult>> _itemsOfNobody = new(() => JudgeItems(result.InForce, ItemFigures.None, "", []));

    /// <summary>Positions by id, looked up once and not once a county.</summary>
    private readonly FrozenDictionary<string, int> _itemAt = result.InForce.Standard.Items.Select((item, at) => (item.Id, at)).ToFrozenDictionary(item => item.Id, item => item.at, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, int> _indicatorAt = result.InForce.Standard.Indicators.Select((indicator, at) => (indicator.Id, at)).ToFrozenDictionary(each => each.Id, each => each.at, StringComparer.Ordinal);

    private StandardInForce InForce => result.InForce;

    private Standard Standard => result.InForce.Standard;

    private int StageCount => Standard.Stages.Length;

    public Verdict VerdictOf(int county)
    {
        var items = JudgeItems(county);
        return Verdicts.Combine(Standard.Parts.Select(part => Strict(part.Rule, county, items)));
    }

    public CountyAssessment Judge(int county)
    {
        var units = result.Units.Counties[county];
        var items = JudgeItems(county);
        var parts = Standard.Parts.Select(part => new PartAssessment(part, Strict(part.Rule, county, items), Eased(part.Rule, county, items))).ToImmutableArray();
        var stages = Enumerable.Range(county * StageCount, StageCount).Select(Stage).ToImmutableArray();
        var judge = new UnitReasons(result, eased);
        var assessed = result.Units.BlocksOf(county)
            .SelectMany(block => Enumerable.Range(block.Start, block.Count).Select(unit => judge.Of(unit, block.Stage)))
            .OrderBy(unit => unit.SchoolCode, StringComparer.Ordinal)
            .ThenBy(unit => unit.Stage);
        return new CountyAssessment(
            units.Code,
            units.Name,
            units.ReportYear,
            Verdicts.Combine(parts.Select(part => part.Verdict)),
            Verdicts.Combine(parts.Select(part => part.EasedVerdict)),
            parts,
            stages,
            [.. assessed],
            units.Excluded,
            items,
            EasementsUsed(county, items));
    }

    public CountyOutline Outline(int county)
    {
        var units = result.Units.Counties[county];
        var items = JudgeItems(county);
        var parts = Standard.Parts.Select(part => new PartAssessment(part, Strict(part.Rule, county, items), Eased(part.Rule, county, items))).ToImmutableArray();
        return new CountyOutline(
            units.Code,
            units.Name,
            units.ReportYear,
            Verdicts.Combine(parts.Select(part => part.Verdict)),
            Verdicts.Combine(parts.Select(part => part.EasedVerdict)),
            parts,
            [.. Enumerable.Range(county * StageCount, StageCount).Select(StageOutline)],
            [.. items.Where(item => item.Verdict == Verdict.NotMet).Select(item => item.Id)],
            [.. items.Where(item => item.Verdict == Verdict.Undecided).Select(item => item.Id)]);
    }

    private ImmutableArray<ItemResult> JudgeItems(int county) => result.Items.All.IsEmpty
        ? _itemsOfNobody.Value
        : JudgeItems(InForce, result.Items, result.Units.Counties[county].Code, CountyEntity.Schools(result.Units, result.Units.BlocksOf(county)));

    private static ImmutableArray<ItemResult> JudgeItems(StandardInForce inForce, ItemFigures figures, string county, IReadOnlyList<SchoolEntity> schools)
    {
        var judge = new ItemJudge(inForce, figures, county, schools);
        return [.. inForce.Standard.Items.Select(judge.Judge)];
    }

    private Verdict Strict(VerdictRule rule, int county, ImmutableArray<ItemResult> items) =>
        Evaluate(rule, county, items, UnitVerdictStrict, (_, _, strict) => strict, item => item.Verdict);

    private Verdict Eased(VerdictRule rule, int county, ImmutableArray<ItemResult> items) => Evaluate(
        rule,
        county,
        items,
        unit => eased is null ? UnitVerdictStrict(unit) : eased.UnitVerdict(unit, UnitVerdictStrict(unit)),
        (block, indicator, strict) => eased is null ? strict : eased.CvVerdict(block, indicator, strict),
        item => item.EasedVerdict);

    private Verdict UnitVerdictStrict(int unit) => result.Figures.UnitVerdicts[unit];

    private Verdict Evaluate(
        VerdictRule rule,
        int county,
        ImmutableArray<ItemResult> items,
        Func<int, Verdict> unitVerdict,
        Func<int, int, Verdict, Verdict> cvVerdict,
        Func<ItemResult, Verdict> itemVerdict)
    {
        IEnumerable<int> blocks = Enumerable.Range(county * StageCount, StageCount);
        Verdict Item(string id) => itemVerdict(items[_itemAt[id]]);
        return rule switch
        {
            VerdictRule.All all => Verdicts.Combine(all.Rules.Select(inner => Evaluate(inner, county, items, unitVerdict, cvVerdict, itemVerdict))),
            VerdictRule.EachUnit => Verdicts.Combine(blocks.Select(block => OfUnits(result.Units.Blocks[block], unitVerdict))),
            VerdictRule.Dispersion dispersion => Verdicts.Combine(blocks.SelectMany(
                block => dispersion.Indicators.Select(id => _indicatorAt[id]).Select(k => cvVerdict(block, k, result.Figures.Spread(block, k).Verdict)))),
            VerdictRule.Composite composite => Verdicts.Combine(blocks.Select(block => CompositeOf(block, composite).Verdict)),
            VerdictRule.Items each => Verdicts.Combine(each.Ids.Select(Item)),
            VerdictRule.Veto veto => Verdicts.Combine(veto.Ids.Select(Item)),
            VerdictRule.Manual manual => Item(manual.Id),
            _ => Verdict.Undecided,
        };
    }

    private static Verdict OfUnits(StageBlock block, Func<int, Verdict> unitVerdict)
    {
        var combined = block.Count == 0 ? Verdict.Undecided : Verdict.NotApplicable;
        for (var unit = block.Start; unit < block.End && combined != Verdict.NotMet; unit++)
        {
            combined = Verdicts.Combine(combined, unitVerdict(unit));
        }

        return combined;
    }

    private CompositeCv CompositeOf(int block, VerdictRule.Composite composite)
    {
        var units = result.Units.Blocks[block];
        var spreads = Enumerable.Range(0, Standard.Indicators.Length).Select(k => result.Figures.Spread(block, k)).ToList();
        return CompositeCv.Of(result.Units, units, [.. composite.Indicators.Select(id => _indicatorAt[id])], spreads, composite.Limit[units.Stage]);
    }

    private StageOutline StageOutline(int block)
    {
        var units = result.Units.Blocks[block];
        var verdicts = result.Figures.UnitVerdicts.Slice(units.Start, units.Count);
        return new StageOutline(
            units.Stage,
            block,
            units.Count,
            verdicts.Count(Verdict.Met),
            verdicts.Count(Verdict.NotMet),
            InForce.UnitRule is null ? 0 : verdicts.Count(Verdict.Undecided),
            [.. Enumerable.Range(0, Standard.Indicators.Length).Select(k => result.Figures.Spread(block, k))],
            Composite is { } composite ? CompositeOf(block, composite) : null);
    }

    private VerdictRule.Composite? Composite => Standard.Parts.Select(part => part.Rule).OfType<VerdictRule.Composite>().FirstOrDefault();

    private StageAssessment Stage(int block)
    {
        var units = result.Units.Blocks[block];
        var verdicts = result.Figures.UnitVerdicts.Slice(units.Start, units.Count).ToArray();
        int? Count(Verdict verdict) => InForce.UnitRule is null ? null : verdicts.Count(each => each == verdict);
        var composite = Composite;
        return new StageAssessment(
            units.Stage,
            block,
            units.Count,
            Count(Verdict.Met),
            Count(Verdict.NotMet),
            Count(Verdict.Undecided),
            [.. Standard.Indicators.Select((indicator, k) => Indicator(block, indicator, k))],
            composite is null ? null : CompositeOf(block, composite));
    }

    private IndicatorAssessment Indicator(int block, Indicator indicator, int k)
    {
        var units = result.Units.Blocks[block];
        var numbers = InForce.Plan[units.Stage].Indicators[k];
        var spread = result.Figures.Spread(block, k);
        var places = new List<Place>(units.Count);
        for (var unit = units.Start; unit < units.End; unit++)
        {
            if (result.Units.HasEnrolment(unit) && result.Units.HasNumerator(unit, k))
            {
                places.Add(new Place(result.Units.Numerator(k)[unit], result.Units.Enrolment[unit]));
            }
        }

        return new IndicatorAssessment(
            indicator, numbers, spread, PrintCheck.CvFlips(result.Units, units, k, numbers, spread, Standard.Print.Cv), DispersionSummary.Of(places, units.Count - places.Count));
    }

    private ImmutableArray<EasementUse> EasementsUsed(int county, ImmutableArray<ItemResult> items)
    {
        var blocks = result.Units.BlocksOf(county).ToList();
        var used = InForce.EasementsInForce.Select(easement => new EasementUse(
            easement,
            easement.Indicator is not null
                ? eased?.TimesUsed(easement, blocks[0].Start, blocks[^1].End) ?? 0
                : items.Count(item => item.Id == easement.Item && item.Verdict != item.EasedVerdict)));
        return [.. used.Where(use => use.Times > 0)];
    }
}
