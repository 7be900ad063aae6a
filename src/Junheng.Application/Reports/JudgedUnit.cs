using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Traces;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Reports;

/// <summary>A unit with its traces: worked out once, then laid out on several papers.</summary>
/// <param name="Unit">The unit with its reasons.</param>
/// <param name="Row">Its raw row.</param>
/// <param name="Part">The part that the row stands in.</param>
/// <param name="Numbers">Per indicator, its numbers in force.</param>
/// <param name="Traces">Per indicator, its trace.</param>
/// <param name="Enrolment">Pupils of the stage; null when missing.</param>
/// <param name="Grades">Grades of the stage; null when not known.</param>
/// <param name="Classes">Classes of the stage, campuses included; null when not known.</param>
internal sealed record JudgedUnit(
    UnitAssessment Unit,
    RowRef Row,
    StatisticsPart Part,
    ImmutableArray<IndicatorNumbers> Numbers,
    ImmutableArray<FigureTrace> Traces,
    Rational? Enrolment,
    Rational? Grades,
    Rational? Classes)
{
    /// <summary>The school's name; its code where there is none.</summary>
    public string Name => Unit.SchoolName.Length > 0 ? Unit.SchoolName : Unit.SchoolCode;

    /// <summary>The school's type.</summary>
    public SchoolType Type => Part.SchoolTypeOf(Row.Row);

    /// <summary>Organiser code 1–10; 0 when not given.</summary>
    public byte Organiser => Part.OrganiserTypes?[Row.Row] ?? 0;

    /// <summary>Every unit of a county, in the order of the assessment: by school code, then stage.</summary>
    public static ImmutableArray<JudgedUnit> Of(AssessmentResult result, CountyAssessment county) => [.. county.Units.Select(unit => Of(result, unit))];

    /// <summary>One unit.</summary>
    public static JudgedUnit Of(AssessmentResult result, UnitAssessment unit)
    {
        var row = result.Units.Units[unit.Unit].Row;
        var rows = result.Units.EnrolmentTerms(unit.Unit).Select(term => term.Row);
        return new JudgedUnit(
            unit,
            row,
            result.Units.Raw.PartOf(row),
            result.InForce.Plan[unit.Stage].Indicators,
            [.. Enumerable.Range(0, result.InForce.Standard.Indicators.Length).Select(k => FigureTracer.Trace(result, unit.Unit, k))],
            result.Units.ExactEnrolment(unit.Unit),
            StageFigures.Grades(result.Units.Raw, row, unit.Stage),
            StageFigures.Sum(rows.Select(each => StageFigures.Classes(result.Units.Raw, each, unit.Stage))));
    }
}
