using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Results;

/// <summary>Works out why a unit has its verdict: values, what is missing, what it lacks in whole things.</summary>
internal sealed class UnitReasons(AssessmentResult result, EasedView? eased)
{
    private static readonly ImmutableArray<string> _enrolmentMissing = ["enrolment"];

    public UnitAssessment Of(int unit, Stage stage)
    {
        var standard = result.InForce.Standard;
        var plan = result.InForce.Plan[stage];
        var standings = UnitJudge.Judge(result.Units, unit, plan).Standings;
        var verdict = result.Figures.UnitVerdicts[unit];
        var findings = ImmutableArray.CreateBuilder<IndicatorFinding>();
        for (var k = 0; k < standings.Length; k++)
        {
            if (standings[k] != Standing.Met)
            {
                findings.Add(Finding(unit, k, standard.Indicators[k], plan.Indicators[k], standings[k]));
            }
        }

        var row = result.Units.Units[unit].Row;
        var part = result.Units.Raw.PartOf(row);
        var excepted = verdict == Verdict.Met ? findings.FirstOrDefault(finding => finding.Standing == Standing.WithinFloor)?.Indicator : null;
        return new UnitAssessment(
            unit,
            part.SchoolCode[row.Row],
            part.SchoolName?[row.Row] ?? "",
            stage,
            verdict,
            eased is null ? verdict : eased.UnitVerdict(unit, verdict),
            excepted,
            [.. standard.Indicators.Where((_, k) => PrintCheck.ValueFlips(result.Units, unit, k, plan.Indicators[k], standard.Print.Value))],
            findings.ToImmutable());
    }

    private IndicatorFinding Finding(int unit, int k, Indicator indicator, IndicatorNumbers numbers, Standing standing)
    {
        if (standing == Standing.Missing)
        {
            var missing = result.Units.HasEnrolment(unit) ? result.Units.MissingCells(unit, k) : _enrolmentMissing;
            return new IndicatorFinding(indicator, numbers, null, standing, Verdict.Undecided, missing, null, null);
        }

        var (pupils, amount) = (result.Units.ExactEnrolment(unit)!.Value, result.Units.ExactNumerator(unit, k)!.Value);
        return new IndicatorFinding(
            indicator,
            numbers,
            numbers.Scale * amount / pupils,
            standing,
            Verdict.NotMet,
            [],
            Shortfall(numbers.Norm),
            Shortfall(numbers.Floor));

        Rational? Shortfall(Rational? threshold)
        {
            if (threshold is not { } value)
            {
                return null;
            }

            var lacking = (value * pupils / numbers.Scale) - amount;
            if (lacking.Sign <= 0)
            {
                return Rational.Zero;
            }

            return result.InForce.Standard.Columns[indicator.Item] is { IsWhole: true } ? Rational.FromInteger(lacking.Ceiling()) : lacking;
        }
    }
}
