using System.Collections.Immutable;
using Junheng.Application.Explain;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Reports;

/// <summary>Where one printed figure comes from (指标明细), unrounded.</summary>
/// <param name="Code">School code.</param>
/// <param name="Name">School name.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Title">Its words.</param>
/// <param name="Formula">The computation in words.</param>
/// <param name="Amount">Numerator; null when missing.</param>
/// <param name="Enrolment">Pupils; null when missing.</param>
/// <param name="Value">The value unrounded; null when missing.</param>
/// <param name="Exact">The value exactly: a decimal where it ends, else a fraction.</param>
/// <param name="Printed">The value as printed.</param>
/// <param name="Word">How it stands.</param>
/// <param name="Share">The stage's share of shared resources; empty where nothing is divided.</param>
/// <param name="NumeratorCells">Cells of the numerator.</param>
/// <param name="EnrolmentCells">Cells of the enrolment.</param>
public sealed record FigureDetail(
    string Code,
    string Name,
    Stage Stage,
    string Indicator,
    string Title,
    string Formula,
    double? Amount,
    double? Enrolment,
    double? Value,
    string Exact,
    PrintedFigure? Printed,
    string Word,
    string Share,
    string NumeratorCells,
    string EnrolmentCells)
{
    /// <summary>One a unit and indicator.</summary>
    internal static ImmutableArray<FigureDetail> Of(ImmutableArray<JudgedUnit> units) => [.. units.SelectMany(unit => unit.Traces.Select((trace, k) => new FigureDetail(
        unit.Unit.SchoolCode,
        unit.Name,
        unit.Unit.Stage,
        trace.Indicator.Id,
        trace.Indicator.Short.Zh,
        InWords(trace),
        trace.NumeratorTotal?.ToDouble(),
        trace.EnrolmentTotal?.ToDouble(),
        trace.Value?.ToDouble(),
        trace.Value is { } value ? ExactText.Of(value) : "",
        PrintedFigure.Of(trace.Value, trace.PrintDigits),
        PaperWords.Of(trace.Standing, unit.Numbers[k]),
        CellWords.Share(trace),
        CellWords.Sources(trace.Numerator),
        CellWords.Sources(trace.Enrolment))))];

    private static string InWords(Assessment.Traces.FigureTrace trace)
    {
        var numerator = string.Join(" ＋ ", trace.Numerator.Where(cell => cell.Coefficient is not { Sign: < 0 }).Select(cell => cell.Title.Zh).Distinct());
        var taken = string.Concat(trace.Numerator.Where(cell => cell.Coefficient is { Sign: < 0 }).Select(cell => cell.Title.Zh).Distinct().Select(title => $" － {title}"));
        var times = trace.Indicator.Scale == Rational.One ? "" : $" × {ExactText.Of(trace.Indicator.Scale)}";
        var sum = taken.Length > 0 || numerator.Contains('＋', StringComparison.Ordinal) ? $"（{numerator}{taken}）" : numerator;
        return $"{sum}{(CellWords.Share(trace).Length > 0 ? " × 本学段分摊比例" : "")} ÷ {PaperWords.Of(trace.Stage)}在校生数{times}";
    }
}
