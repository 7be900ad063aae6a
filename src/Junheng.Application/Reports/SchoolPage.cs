using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Traces;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Reports;

/// <summary>One school on one page (一校一表).</summary>
/// <param name="Code">School code.</param>
/// <param name="Name">School name.</param>
/// <param name="Facts">Identity and size: label and value; an empty value stays blank.</param>
/// <param name="Stages">Its stages in scope.</param>
public sealed record SchoolPage(string Code, string Name, ImmutableArray<(string Label, string Value)> Facts, ImmutableArray<SchoolPageStage> Stages)
{
    /// <summary>The page of one school; null when it has no unit in scope.</summary>
    /// <param name="result">The result.</param>
    /// <param name="county">The school's county in it.</param>
    /// <param name="schoolCode">The school.</param>
    public static SchoolPage? Of(AssessmentResult result, CountyAssessment county, string schoolCode) =>
        county.Units.Where(unit => unit.SchoolCode == schoolCode).Select(unit => JudgedUnit.Of(result, unit)).ToImmutableArray() is { IsEmpty: false } stages ? PageOf(result, stages) : null;

    /// <summary>The pages of all schools with a unit in scope, in the order of their codes.</summary>
    internal static ImmutableArray<SchoolPage> Of(AssessmentResult result, ImmutableArray<JudgedUnit> units) =>
        [.. units.GroupBy(unit => unit.Unit.SchoolCode).Select(school => PageOf(result, [.. school]))];

    private static SchoolPage PageOf(AssessmentResult result, ImmutableArray<JudgedUnit> stages)
    {
        var first = stages[0];
        var columns = result.InForce.Standard.Columns;
        string Pupils(Stage stage) => stages.FirstOrDefault(unit => unit.Unit.Stage == stage) is { } unit
            ? Text(unit.Enrolment)
            : first.Part.Layout == TableLayout.School ? Text(StageFigures.Staged(result.Units.Raw, first.Row, stage, "enrolment")) : "";
        return new SchoolPage(
            first.Unit.SchoolCode,
            first.Name,
            [
                ("学校代码", first.Unit.SchoolCode),
                ("学校类型", first.Type.ChineseName()),
                ("举办者类型", first.Organiser == 0 ? "" : $"{first.Organiser} {OrganiserTypes.ChineseName(first.Organiser)}"),
                ("城乡类型", PaperWords.Of(first.Part.Locales?[first.Row.Row] ?? Locale.Unknown)),
                ("乡镇（街道）", first.Part.Township?[first.Row.Row] ?? ""),
                ("班级数", Text(first.Part.Figure("classes")?.Exact(first.Row.Row))),
                ("小学在校生", Pupils(Stage.Primary)),
                ("初中在校生", Pupils(Stage.Junior)),
                ("高中在校生", Pupils(Stage.Senior)),
            ],
            [.. stages.Select(unit => StageOf(unit, columns))]);
    }

    private static string Text(Rational? count) => PrintedFigure.Of(count, 0)?.Text ?? "";

    private static SchoolPageStage StageOf(JudgedUnit unit, ColumnCatalogue columns) => new(
        unit.Unit.Stage,
        unit.Unit.Verdict,
        unit.Unit.Excepted?.Short.Zh,
        [.. unit.Traces.Select((trace, k) => Line(unit, trace, unit.Numbers[k], columns))]);

    private static SchoolPageLine Line(JudgedUnit unit, FigureTrace trace, IndicatorNumbers numbers, ColumnCatalogue columns)
    {
        var item = columns[trace.Indicator.Item];
        var finding = unit.Unit.Findings.FirstOrDefault(each => each.Indicator.Id == trace.Indicator.Id);
        return new SchoolPageLine(
            trace.Indicator.Short.Zh,
            trace.Indicator.Unit.Zh,
            CellWords.Amounts(trace),
            CellWords.Share(trace),
            PrintedFigure.Of(trace.NumeratorTotal, item is { IsWhole: true } && trace.NumeratorTotal is { IsInteger: true } ? 0 : 2),
            PrintedFigure.Of(trace.Value, trace.PrintDigits),
            PrintedFigure.Of(numbers.Norm, Decimals(numbers.Norm)),
            PrintedFigure.Of(numbers.Floor, Decimals(numbers.Floor)),
            trace.Standing,
            PaperWords.Of(trace.Standing, numbers),
            finding is null ? "" : CellWords.Shortfall(finding, columns));
    }

    private static int Decimals(Rational? number)
    {
        var digits = 0;
        while (number is { } value && digits < 4 && value.Round(digits) != value)
        {
            digits++;
        }

        return digits;
    }
}

/// <summary>One stage of a school on its page.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Verdict">Its strict verdict.</param>
/// <param name="Excepted">The indicator that it passes with by the floor; null for none.</param>
/// <param name="Lines">One an indicator.</param>
public sealed record SchoolPageStage(Stage Stage, Verdict Verdict, string? Excepted, ImmutableArray<SchoolPageLine> Lines);

/// <summary>One indicator of a school's stage.</summary>
/// <param name="Indicator">Its short name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Amounts">The amounts as given, in words.</param>
/// <param name="Share">How they were divided between stages; empty when they were not.</param>
/// <param name="Amount">The stage's amount.</param>
/// <param name="Value">The figure per pupil.</param>
/// <param name="Norm">The norm.</param>
/// <param name="Floor">The floor.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Word">The same in words.</param>
/// <param name="Shortfall">What is lacking, in whole things; empty when nothing is.</param>
public sealed record SchoolPageLine(
    string Indicator,
    string Unit,
    string Amounts,
    string Share,
    PrintedFigure? Amount,
    PrintedFigure? Value,
    PrintedFigure? Norm,
    PrintedFigure? Floor,
    Standing Standing,
    string Word,
    string Shortfall);
