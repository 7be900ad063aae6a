using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Reports;

/// <summary>Schools × indicators with value and word (达标矩阵).</summary>
/// <param name="Indicators">The columns.</param>
/// <param name="Rows">One a unit.</param>
/// <param name="IsJudged">Whether the standard judges units; without norms a cell has a value and no word.</param>
public sealed record IndicatorMatrix(ImmutableArray<FormIndicator> Indicators, ImmutableArray<MatrixRow> Rows, bool IsJudged)
{
    /// <summary>The matrix of some counties.</summary>
    internal static IndicatorMatrix Of(AssessmentResult result, ImmutableArray<FormIndicator> indicators, IEnumerable<(CountyAssessment County, ImmutableArray<JudgedUnit> Units)> counties) => new(
        indicators,
        [.. counties.SelectMany(county => county.Units.Select(unit => Row(county.County, unit)))],
        result.InForce.UnitRule is not null);

    private static MatrixRow Row(CountyAssessment county, JudgedUnit unit) => new(
        county.Code,
        unit.Unit.SchoolCode,
        unit.Name,
        unit.Unit.Stage,
        unit.Type.ChineseName(),
        PrintedFigure.Of(unit.Enrolment, 0),
        unit.Unit.Verdict,
        [.. unit.Traces.Select((trace, k) => new MatrixCell(PrintedFigure.Of(trace.Value, trace.PrintDigits), trace.Standing, PaperWords.Of(trace.Standing, unit.Numbers[k])))]);
}

/// <summary>One unit.</summary>
/// <param name="County">County code.</param>
/// <param name="Code">School code.</param>
/// <param name="Name">School name.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Type">School type in words.</param>
/// <param name="Enrolment">Pupils.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="Cells">One an indicator.</param>
public sealed record MatrixRow(string County, string Code, string Name, Stage Stage, string Type, PrintedFigure? Enrolment, Verdict Verdict, ImmutableArray<MatrixCell> Cells);

/// <summary>One figure.</summary>
/// <param name="Value">The value; null when missing.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Word">The same in words; empty without a norm.</param>
public sealed record MatrixCell(PrintedFigure? Value, Standing Standing, string Word);
