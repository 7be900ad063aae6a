using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Traces;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Reports;

/// <summary>Makes Tables Ⅱ-1, Ⅱ-2 and Ⅲ of a stage.</summary>
internal sealed class StageTableBuilder(AssessmentResult result, StageAssessment stage, ImmutableArray<JudgedUnit> units)
{
    /// <summary>Columns of Table Ⅱ-2 before the first indicator, as its own numbers count: the indicators are L7 and up.</summary>
    private const int FirstValue = 7;

    /// <summary>The tables of one stage.</summary>
    public StageTables Build()
    {
        var count = result.InForce.Standard.Indicators.Length;
        var spreads = stage.Indicators.Select((_, k) => Spread(k)).ToImmutableArray();
        return new StageTables(
            stage.Stage,
            [.. Enumerable.Range(0, count).Select(k => Meeting(unit => unit.Traces[k].Standing == Standing.Met, unit => unit.Traces[k].Standing == Standing.Missing))],
            Meeting(unit => unit.Unit.Verdict == Verdict.Met, unit => unit.Unit.Verdict == Verdict.Undecided),
            [.. units.Select(Line)],
            FootNotes(),
            spreads,
            Composite(spreads),
            stage.Composite?.Verdict ?? Verdict.NotApplicable,
            CvLimits());
    }

    /// <summary>What stands in the remark column: the column numbers of Table Ⅱ-2 by standing.</summary>
    private static string Remark(JudgedUnit unit)
    {
        string Numbers(Standing standing) => Runs([.. Enumerable.Range(0, unit.Traces.Length).Where(k => unit.Traces[k].Standing == standing)]);
        var parts = new List<string>();
        if (unit.Traces.All(trace => trace.Standing == Standing.Met))
        {
            parts.Add($"{unit.Traces.Length}项均达标");
        }
        else
        {
            Add("达标", Standing.Met);
            Add("仅达85%", Standing.WithinFloor);
            Add("不足85%", Standing.BelowFloor);
            Add("缺数据", Standing.Missing);
        }

        if (unit.Unit.EasedVerdict != unit.Unit.Verdict)
        {
            parts.Add($"按过渡性规定：{PaperWords.Of(unit.Unit.EasedVerdict)}");
        }

        if (unit.Unit.RoundingSensitive.Length > 0)
        {
            parts.Add($"按未舍入的数判定：{Runs([.. Enumerable.Range(0, unit.Traces.Length).Where(k => unit.Traces[k].RoundingSensitive)])}");
        }

        return string.Join("；", parts);

        void Add(string word, Standing standing)
        {
            if (Numbers(standing) is { Length: > 0 } numbers)
            {
                parts.Add($"{word}：{numbers}");
            }
        }
    }

    /// <summary>Column numbers, three and more in a row as a run: <c>L7—L10、L12</c>.</summary>
    private static string Runs(IReadOnlyList<int> indicators)
    {
        var runs = new List<string>();
        for (var at = 0; at < indicators.Count;)
        {
            var end = at;
            while (end + 1 < indicators.Count && indicators[end + 1] == indicators[end] + 1)
            {
                end++;
            }

            var (first, last) = ($"L{indicators[at] + FirstValue}", $"L{indicators[end] + FirstValue}");
            runs.Add(end == at ? first : end == at + 1 ? $"{first}、{last}" : $"{first}—{last}");
            at = end + 1;
        }

        return string.Join('、', runs);
    }

    private MeetingCount Meeting(Func<JudgedUnit, bool> meets, Func<JudgedUnit, bool> isUndecided)
    {
        var (met, undecided) = (units.Count(meets), units.Count(isUndecided));
        var isKnown = units.Length > 0 && undecided == 0;
        return new MeetingCount(
            met,
            undecided,
            isKnown ? PrintedFigure.Of(Rational.FromInteger(met), 0) : null,
            isKnown ? PrintedFigure.Of(Rational.FromFraction(100 * met, units.Length), result.InForce.Standard.Print.Percent) : null);
    }

    private SchoolLine Line(JudgedUnit unit) => new(
        unit.Unit.SchoolCode,
        unit.Name,
        unit.Organiser,
        PrintedFigure.Of(unit.Enrolment, 0),
        PrintedFigure.Of(unit.Grades, 0),
        PrintedFigure.Of(unit.Classes, 0),
        [.. unit.Traces.Select(trace => PrintedFigure.Of(trace.Value, trace.PrintDigits))],
        unit.Unit.Verdict,
        Remark(unit));

    private ImmutableArray<string> FootNotes()
    {
        int Count(params SchoolType[] types) => units.Count(unit => types.Contains(unit.Type));
        var combined = Count(SchoolType.NineYear, SchoolType.TwelveYear);
        var apart = stage.Stage == Stage.Primary
            ? $"注：1. 本表共 {units.Length} 个单位，其中一贯制学校的小学部 {combined} 所，50人及以上教学点 {Count(SchoolType.TeachingPoint)} 个；特殊教育学校、职业学校和不足50人的教学点不列入。"
            : $"注：1. 本表共 {units.Length} 个单位，其中一贯制学校的初中部 {combined} 所，完全中学的初中部 {Count(SchoolType.CompleteSecondary)} 所；特殊教育学校、职业学校不列入。";
        return
        [
            apart,
            $"2. 举办者类型填代码：{string.Join("，", Enumerable.Range(1, 10).Select(code => $"{code} {OrganiserTypes.ChineseName((byte)code)}"))}。",
            "3. L7—L13 保留两位小数；是否达标按未舍入的数判定。空格为暂缺，不是零，见“未填清单”。",
        ];
    }

    private SpreadEntry Spread(int k)
    {
        var (indicator, print) = (stage.Indicators[k], result.InForce.Standard.Print);
        var block = result.Units.Blocks[stage.Block];
        var cv = PrintedFigure.Of(indicator.Spread.Cv, print.Cv, () => ExactSpread.Of(result.Units, block, k).Rounded(print.Cv));
        var isWhole = indicator.Spread.Reason is CvReason.None or CvReason.ZeroMean;
        return new SpreadEntry(
            isWhole ? PrintedFigure.Of(indicator.Spread.Mean, print.Mean, () => (SpreadTrace.Of(result, stage.Block, k).Mean ?? Rational.Zero).Round(print.Mean)) : null,
            isWhole ? cv : null,
            PrintedFigure.Of(indicator.Numbers.CvLimit, 2),
            indicator.Spread.Verdict,
            isWhole ? null : cv,
            units.Count(unit => unit.Traces[k].Standing == Standing.Missing),
            indicator.RoundingSensitive);
    }

    private PrintedFigure? Composite(ImmutableArray<SpreadEntry> spreads) => stage.Composite is { } composite
        ? PrintedFigure.Of(composite.Cv, result.InForce.Standard.Print.Cv, () => null)
        : spreads.Length > 0 && spreads.All(each => each.Cv is not null)
            ? PrintedFigure.Of(spreads.Average(each => each.Cv!.Unrounded), result.InForce.Standard.Print.Cv, () => null)
            : null;

    private string CvLimits()
    {
        if (stage.Composite is { Limit: { } limit })
        {
            return $"≤ {PrintedFigure.Of(limit, 2)!.Text}";
        }

        var limits = stage.Indicators.Select(each => PrintedFigure.Of(each.Numbers.CvLimit, 2)?.Text).OfType<string>().Distinct().ToList();
        return limits.Count == 1 ? $"≤ {limits[0]}" : string.Join("、", stage.Indicators.Where(each => each.Numbers.CvLimit is not null).Select(each => $"{each.Indicator.Id} ≤ {PrintedFigure.Of(each.Numbers.CvLimit, 2)!.Text}"));
    }
}
