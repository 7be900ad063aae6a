using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Tests.Reference;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>
/// Everything the product says about one county beside everything the reference says: exact figures exactly, means and coefficients to 1e-12,
/// measures for information to 1e-9.
/// </summary>
internal sealed class Comparison
{
    private const double Tight = 1e-12;
    private const double Loose = 1e-9;

    /// <summary>Where a figure is 0 but for the last bits of doubles near 1.</summary>
    private const double NearZero = 1e-13;

    private readonly List<string> _differences = [];
    private readonly string _county;
    private readonly Func<ReferenceUnitResult, ReferenceFinding, IEnumerable<string>> _missing;

    private Comparison(string county, Func<ReferenceUnitResult, ReferenceFinding, IEnumerable<string>> missing) => (_county, _missing) = (county, missing);

    /// <summary>What the two say differently; empty when they agree.</summary>
    /// <param name="product">The product's county.</param>
    /// <param name="reference">The reference's county.</param>
    /// <param name="missing">What must be named as missing for a finding; null: what the reference names.</param>
    public static IReadOnlyList<string> Differences(
        CountyAssessment product, ReferenceCounty reference, Func<ReferenceUnitResult, ReferenceFinding, IEnumerable<string>>? missing = null)
    {
        var comparison = new Comparison(reference.Code, missing ?? ((_, finding) => finding.Missing));
        comparison.Same("code", reference.Code, product.Code);
        comparison.Excluded(product, reference);
        comparison.Units(product, reference);
        comparison.Stages(product, reference);
        comparison.Part(product, reference);
        return comparison._differences;
    }

    private void Excluded(CountyAssessment product, ReferenceCounty reference) => Same(
        "excluded",
        string.Join(' ', reference.Excluded.Select(unit => $"{unit.SchoolCode}/{unit.Stage}/{unit.Reason}")),
        string.Join(' ', product.Excluded.Select(unit => $"{unit.SchoolCode}/{unit.Stage.Id()}/{unit.Reason}")));

    private void Units(CountyAssessment product, ReferenceCounty reference)
    {
        Same(
            "units",
            string.Join(' ', reference.Units.Select(unit => $"{unit.SchoolCode}/{unit.Stage}")),
            string.Join(' ', product.Units.Select(unit => $"{unit.SchoolCode}/{unit.Stage.Id()}")));
        foreach (var (mine, theirs) in product.Units.Zip(reference.Units))
        {
            var at = $"{theirs.SchoolCode}/{theirs.Stage}";
            Same($"{at} verdict", theirs.Verdict.Text(), mine.Verdict.Id());
            Same($"{at} eased verdict", theirs.Verdict.Text(), mine.EasedVerdict.Id());
            Same($"{at} excepted", theirs.Excepted, mine.Excepted is not null);
            Same($"{at} rounding", string.Join(' ', theirs.RoundingSensitive), string.Join(' ', mine.RoundingSensitive.Select(each => each.Id)));
            Findings(at, mine, theirs);
        }
    }

    private void Findings(string at, UnitAssessment mine, ReferenceUnitResult theirs)
    {
        var expected = theirs.Indicators.Where(finding => finding.Verdict is ReferenceVerdict.NotMet or ReferenceVerdict.Undecided).ToList();
        Same($"{at} findings", string.Join(' ', expected.Select(finding => finding.Indicator)), string.Join(' ', mine.Findings.Select(finding => finding.Indicator.Id)));
        foreach (var (actual, finding) in mine.Findings.Zip(expected))
        {
            var where = $"{at} {finding.Indicator}";
            Same($"{where} verdict", finding.Verdict.Text(), actual.Verdict.Id());
            Same($"{where} within floor", finding.WithinFloor, actual.Standing == Standing.WithinFloor);
            Exactly($"{where} value", finding.Value, actual.Value);
            Exactly($"{where} norm", finding.Norm, actual.Numbers.Norm);
            Exactly($"{where} floor", finding.Floor, actual.Numbers.Floor);
            Exactly($"{where} shortfall to norm", finding.ShortfallToNorm, actual.ShortfallToNorm);
            Exactly($"{where} shortfall to floor", finding.ShortfallToFloor, actual.ShortfallToFloor);
            Same($"{where} item", finding.Item, actual.Indicator.Item);
            Same($"{where} missing", string.Join(' ', _missing(theirs, finding).Order(StringComparer.Ordinal)), string.Join(' ', actual.Missing.Order(StringComparer.Ordinal)));
        }
    }

    private void Stages(CountyAssessment product, ReferenceCounty reference)
    {
        foreach (var mine in product.Stages)
        {
            var theirs = reference.Stage(mine.Stage.Id());
            Same($"{theirs.Stage} units", theirs.Units, mine.Units);
            Same($"{theirs.Stage} meeting", theirs.UnitsMeeting, mine.Meeting);
            Same($"{theirs.Stage} not meeting", theirs.UnitsNotMeeting, mine.NotMeeting);
            Same($"{theirs.Stage} undecided", theirs.UnitsUndecided, mine.Undecided);
            foreach (var (indicator, spread) in mine.Indicators.Zip(theirs.Indicators))
            {
                Spread($"{theirs.Stage} {spread.Indicator}", indicator, spread);
            }

            Composite(theirs.Stage, mine, theirs);
            if (theirs.Composite is null)
            {
                var units = product.Units.Where(unit => unit.Stage == mine.Stage).Select(unit => unit.Verdict);
                Same($"{theirs.Stage} verdict", theirs.Verdict.Text(), Verdicts.Combine(units.Concat(mine.Indicators.Select(each => each.Spread.Verdict))).Id());
            }
        }
    }

    private void Spread(string at, IndicatorAssessment mine, ReferenceSpread theirs)
    {
        Same($"{at} id", theirs.Indicator, mine.Indicator.Id);
        Close($"{at} mean", theirs.Mean?.ToDouble(), mine.Spread.Mean, Tight, 0);
        Close($"{at} cv", theirs.Cv, mine.Spread.Cv, Tight, NearZero);
        Same($"{at} cv reason", theirs.CvReason, ReasonId(mine.Spread.Reason));
        Exactly($"{at} cv limit", theirs.CvLimit, mine.Numbers.CvLimit);
        Same($"{at} cv verdict", theirs.CvVerdict?.Text() ?? "not_applicable", mine.Spread.Verdict.Id());
        Same($"{at} cv rounding", theirs.RoundingSensitive, mine.RoundingSensitive);
        Close($"{at} gini", theirs.Gini, mine.Other.Gini, Loose, NearZero);
        Close($"{at} theil", theirs.Theil, mine.Other.Theil, Loose, NearZero);
        Close($"{at} unweighted cv", Finite(theirs.UnweightedCvN), mine.Other.UnweightedCvN, Loose, NearZero);
        Close($"{at} weighted cv of the summary", Finite(theirs.Cv), mine.Other.WeightedCv, Loose, NearZero);
    }

    private void Composite(string at, StageAssessment mine, ReferenceStageResult theirs)
    {
        Same($"{at} has a composite", theirs.Composite is not null, mine.Composite is not null);
        if (theirs.Composite is { } composite && mine.Composite is { } actual)
        {
            Close($"{at} composite", composite.Cv, actual.Cv, Tight, NearZero);
            Exactly($"{at} composite limit", composite.CvLimit, actual.Limit);
            Same($"{at} composite verdict", composite.CvVerdict.Text(), actual.Verdict.Id());
        }
    }

    private void Part(CountyAssessment product, ReferenceCounty reference)
    {
        var part = product.Parts.Single(each => each.Part.Id is "resourceAllocation" or "interSchoolBalance");
        Same($"{part.Part.Id} verdict", (reference.ResourceAllocation ?? reference.InterSchoolBalance)!.Value.Text(), part.Verdict.Id());
        Same($"{part.Part.Id} eased verdict", part.Verdict, part.EasedVerdict);
    }

    /// <summary>A measure beyond the largest double is no figure.</summary>
    private static double? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;

    private static string? ReasonId(CvReason reason) => reason switch
    {
        CvReason.Missing => "missing",
        CvReason.ZeroMean => "zero_mean",
        CvReason.NoUnits => "no_units",
        _ => null,
    };

    private void Same<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _differences.Add($"{_county} {what}: the reference says {expected}, the product {actual}");
        }
    }

    private void Exactly(string what, ReferenceNumber? expected, Rational? actual)
    {
        if (expected?.Numerator != actual?.Numerator || expected?.Denominator != actual?.Denominator)
        {
            _differences.Add($"{_county} {what}: the reference says {expected}, the product {actual}");
        }
    }

    private void Close(string what, double? expected, double? actual, double relative, double absolute)
    {
        var agree = expected is { } one && actual is { } other
            ? one == other || Math.Abs(one - other) <= Math.Max(relative * Math.Max(Math.Abs(one), Math.Abs(other)), absolute)
            : expected is null && actual is null;
        if (!agree)
        {
            _differences.Add(FormattableString.Invariant($"{_county} {what}: the reference says {expected:R}, the product {actual:R}"));
        }
    }
}
