using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Traces;

/// <summary>Makes traces on demand: nothing of them is kept while thousands of counties are judged.</summary>
public static class FigureTracer
{
    /// <summary>The trace of one unit's indicator.</summary>
    /// <param name="result">The result that the unit belongs to.</param>
    /// <param name="unit">Index of the unit in the view.</param>
    /// <param name="indicator">Index of the indicator in the standard.</param>
    public static FigureTrace Trace(AssessmentResult result, int unit, int indicator)
    {
        var (table, inForce) = (result.Units, result.InForce);
        var reference = table.Units[unit];
        var part = table.Raw.PartOf(reference.Row);
        var definition = inForce.Standard.Indicators[indicator];
        var plan = inForce.Plan[reference.Stage];
        var standing = UnitJudge.Judge(table, unit, plan).Standings[indicator];
        var (amount, pupils) = (table.ExactNumerator(unit, indicator), table.ExactEnrolment(unit));
        var numbers = plan.Indicators[indicator];
        return new FigureTrace(
            part.CountyCode[reference.Row.Row],
            part.SchoolCode[reference.Row.Row],
            part.SchoolName?[reference.Row.Row] ?? "",
            reference.Stage,
            definition,
            definition.Formula.ToString(),
            Cells(result, table.Terms(unit, indicator)),
            Cells(result, table.EnrolmentTerms(unit)),
            amount,
            pupils,
            amount is { } x && pupils is { Sign: > 0 } p ? definition.Scale * x / p : null,
            InForce(inForce, definition, reference.Stage, entry => entry.Norm),
            InForce(inForce, definition, reference.Stage, entry => entry.Floor),
            standing,
            standing == Standing.Missing ? Verdict.Undecided : numbers.Norm is null ? Verdict.NotApplicable : standing == Standing.Met ? Verdict.Met : Verdict.NotMet,
            PrintCheck.ValueFlips(table, unit, indicator, numbers, inForce.Standard.Print.Value),
            inForce.Standard.Print.Value);
    }

    /// <summary>The units of a school and stage; more than one when several counties use the same code.</summary>
    public static IEnumerable<int> UnitsOf(AssessmentResult result, string schoolCode, Stage stage)
    {
        for (var unit = 0; unit < result.Units.Count; unit++)
        {
            var reference = result.Units.Units[unit];
            if (reference.Stage == stage && result.Units.Raw.PartOf(reference.Row).SchoolCode[reference.Row.Row] == schoolCode)
            {
                yield return unit;
            }
        }
    }

    /// <summary>The limit of the coefficient in force, with where it stands; null without one.</summary>
    public static NumberInForce? CvLimit(StandardInForce inForce, Indicator indicator, Stage stage) => InForce(inForce, indicator, stage, entry => entry.CvLimit);

    /// <summary>Terms of a figure as cells with their places.</summary>
    public static ImmutableArray<TracedCell> Cells(AssessmentResult result, ImmutableArray<FigureTerm> terms) => [.. terms.Select(term =>
    {
        var part = result.Units.Raw.PartOf(term.Row);
        return new TracedCell(
            term.Column,
            TitleOf(result.InForce.Standard, term.Column),
            part.SchoolCode[term.Row.Row],
            part.OriginOf(term.Row.Row, term.Column),
            part.Figure(term.Column)?.Exact(term.Row.Row),
            term.Coefficient);
    })];

    private static LocalizedText TitleOf(Standard standard, string column)
    {
        if (standard.Columns[column] is { } plain)
        {
            return plain.Title;
        }

        foreach (var (stage, zh, en) in new[] { (Stage.Primary, "小学", "primary"), (Stage.Junior, "初中", "junior"), (Stage.Senior, "高中", "senior") })
        {
            var suffix = "_" + stage.Id();
            if (column.EndsWith(suffix, StringComparison.Ordinal) && standard.Columns[column[..^suffix.Length]] is { } staged)
            {
                return new LocalizedText($"{zh}{staged.Title.Zh}", $"{staged.Title.En} ({en})");
            }
        }

        return new LocalizedText(column, column);
    }

    private static NumberInForce? InForce(StandardInForce inForce, Indicator indicator, Stage stage, Func<DatedNorm, StageNumbers> number) =>
        inForce.EntryFor(indicator, stage, number) is { } entry && number(entry)[stage] is { } value
            ? new NumberInForce(value, entry.From, entry.Source, entry.Overlay)
            : null;
}
