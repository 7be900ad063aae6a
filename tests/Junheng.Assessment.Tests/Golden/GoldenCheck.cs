using System.Globalization;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Traces;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Tests.Golden;

/// <summary>Compares what a golden case expects with what the product says. An expectation that nothing can check fails.</summary>
internal sealed class GoldenCheck
{
    private readonly GoldenCase _golden;
    private readonly AssessmentResult _result;
    private readonly CountyAssessment _county;

    private GoldenCheck(GoldenCase golden)
    {
        (_golden, _result) = (golden, GoldenInput.Judge(golden));
        _county = _result.County(0);
    }

    /// <summary>Judges a case and checks every expectation of it.</summary>
    public static void Run(string file, string name)
    {
        var check = new GoldenCheck(GoldenCase.Find(file, name));
        foreach (var entry in check._golden.Expected.Entries)
        {
            check.Check(entry);
        }
    }

    private void Check(DefinitionEntry entry)
    {
        switch (entry.Key)
        {
            case "county":
                Same(entry.Value, _county.Verdict.Id());
                break;
            case "county_eased":
                Same(entry.Value, _county.EasedVerdict.Id());
                break;
            case "parts":
                Each(entry, Part);
                break;
            case "units":
                Each(entry, Unit);
                break;
            case "excluded":
                Assert.Equal(entry.Value.Entries().Select(each => $"{each.Key} {each.Value.Text()}"), _county.Excluded.Select(unit => $"{unit.SchoolCode}/{unit.Stage.Id()} {unit.Reason}"));
                break;
            case "indicators":
                Each(entry, Indicator);
                break;
            case "spreads":
                Each(entry, Spread);
                break;
            case "composites":
                Each(entry, Composite);
                break;
            case "amounts":
                Each(entry, Amounts);
                break;
            case "items":
                Each(entry, Item);
                break;
            case "data_findings":
                Assert.Equal(entry.Value.Texts(), _county.Items.Where(item => !item.DataFindings.IsEmpty).Select(item => item.Id));
                break;
            case "easements_used":
                Assert.Equal(entry.Value.Texts(), _county.EasementsUsed.Select(use => use.Easement.Id));
                break;
            default:
                Assert.Fail($"{entry.KeyAt}: nothing checks '{entry.Key}'");
                break;
        }
    }

    private static void Each(DefinitionEntry entry, Action<DefinitionEntry> check)
    {
        Assert.NotEmpty(entry.Value.Entries());
        foreach (var each in entry.Value.Entries())
        {
            check(each);
        }
    }

    private void Part(DefinitionEntry entry) => Same(entry.Value, _county.Parts.Single(part => part.Part.Id == entry.Key).Verdict.Id());

    private void Unit(DefinitionEntry entry)
    {
        var unit = UnitOf(entry.Key.Split('/'));
        Fields(entry, field => field switch
        {
            "verdict" => unit.Verdict.Id(),
            "eased" => unit.EasedVerdict.Id(),
            "excepted" => unit.Excepted?.Id ?? "",
            "rounding_sensitive" => string.Join(' ', unit.RoundingSensitive.Select(each => each.Id)),
            _ => null,
        });
    }

    private void Indicator(DefinitionEntry entry)
    {
        var path = entry.Key.Split('/');
        var unit = UnitOf(path);
        var trace = FigureTracer.Trace(_result, unit.Unit, _result.InForce.Standard.IndexOf(path[2]));
        var finding = unit.Findings.SingleOrDefault(each => each.Indicator.Id == path[2]);
        Assert.Equal(trace.Verdict is Verdict.NotMet or Verdict.Undecided, finding is not null);
        Fields(entry, field => field switch
        {
            "value" => Decimal(trace.Value),
            "printed" => Decimal(trace.Value?.Round(trace.PrintDigits)),
            "verdict" => trace.Verdict.Id(),
            "within_floor" => trace.Standing == Standing.WithinFloor ? "true" : "false",
            "rounding_sensitive" => unit.RoundingSensitive.Any(each => each.Id == path[2]) && trace.RoundingSensitive ? "true" : "false",
            "missing" => string.Join(' ', finding?.Missing ?? []),
            "shortfall_to_norm" => Decimal(finding?.ShortfallToNorm),
            "shortfall_to_floor" => Decimal(finding?.ShortfallToFloor),
            _ => null,
        });
    }

    private void Spread(DefinitionEntry entry)
    {
        var path = entry.Key.Split('/');
        var stage = StageOf(path[0]);
        var k = _result.InForce.Standard.IndexOf(path[1]);
        var spread = stage.Indicators[k];
        Fields(entry, field => field switch
        {
            "cv" => Near(entry, "cv", spread.Spread.Cv),
            "mean" => Near(entry, "mean", spread.Spread.Mean),
            "printed" => Decimal(ExactSpread.Of(_result.Units, _result.Units.Blocks[stage.Block], k).Rounded(_result.InForce.Standard.Print.Cv)),
            "verdict" => spread.Spread.Verdict.Id(),
            "reason" => spread.Spread.Reason switch { CvReason.Missing => "missing", CvReason.ZeroMean => "zero_mean", CvReason.NoUnits => "no_units", _ => "" },
            "rounding_sensitive" => spread.RoundingSensitive ? "true" : "false",
            "limit" => Decimal(spread.Numbers.CvLimit),
            "target" => Decimal(spread.Numbers.CvTarget),
            "unweighted_cv" => Near(entry, "unweighted_cv", spread.Other.UnweightedCvN),
            _ => null,
        });
    }

    private void Composite(DefinitionEntry entry)
    {
        var composite = StageOf(entry.Key).Composite!;
        Fields(entry, field => field switch
        {
            "cv" => Near(entry, "cv", composite.Cv),
            "printed" => composite.Cv is { } cv ? Decimal(Rational.FromShortestDecimal(Math.Round(cv, 9)).Round(_result.InForce.Standard.Print.Cv)) : "",
            "verdict" => composite.Verdict.Id(),
            "limit" => Decimal(composite.Limit),
            _ => null,
        });
    }

    private void Amounts(DefinitionEntry entry)
    {
        var unit = UnitOf(entry.Key.Split('/'));
        Fields(entry, item =>
        {
            var k = _result.InForce.Standard.Indicators.Select((indicator, at) => (indicator.Item, at)).Single(each => each.Item == item).at;
            return Decimal(_result.Units.ExactNumerator(unit.Unit, k));
        });
    }

    private void Item(DefinitionEntry entry)
    {
        var item = _county.Items.Single(each => each.Id == entry.Key);
        Fields(entry, field => field switch
        {
            "verdict" => item.Verdict.Id(),
            "eased" => item.EasedVerdict.Id(),
            "value" => Decimal(item.Value),
            "printed" => Decimal(item.Value?.Round(_result.InForce.Standard.Items.Single(each => each.Id == item.Id).Digits)),
            "norm" => Decimal(item.Norm),
            "missing" => string.Join(' ', item.Missing),
            _ => null,
        });
    }

    private UnitAssessment UnitOf(string[] path) => _county.Units.Single(unit => unit.SchoolCode == path[0] && unit.Stage.Id() == path[1]);

    private StageAssessment StageOf(string stage) => _county.Stages.Single(each => each.Stage.Id() == stage);

    /// <summary>Each field of an expectation; a plain text stands for its verdict. Numbers are compared as numbers.</summary>
    private static void Fields(DefinitionEntry entry, Func<string, string?> actual)
    {
        if (entry.Value is DefinitionNode.Scalar)
        {
            Same(entry.Value, actual("verdict"));
            return;
        }

        Each(entry, field => Same(field.Value, actual(field.Key) ?? throw new InvalidDataException($"{field.KeyAt}: nothing checks '{field.Key}'")));
    }

    private static void Same(DefinitionNode expected, string? actual)
    {
        var text = expected is DefinitionNode.Sequence ? string.Join(' ', expected.Texts()) : expected.Text();
        var isNumber = text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '-');
        Assert.True((isNumber ? Decimal(expected.Number()) : text) == actual, $"{expected.At}: expected {text}, but it is {actual}");
    }

    /// <summary>The expected text where the actual figure is within the tolerance, else the actual figure.</summary>
    private string Near(DefinitionEntry entry, string field, double? actual)
    {
        var expected = ((DefinitionNode.Map)entry.Value)[field]!;
        var isNear = expected.Number() is { } number ? actual is { } known && Math.Abs(known - number.ToDouble()) <= _golden.Tolerance.ToDouble() : actual is null;
        return isNear ? Decimal(expected.Number()) : actual?.ToString("R", CultureInfo.InvariantCulture) ?? "";
    }

    private static string Decimal(Rational? number) => number?.ToString() ?? "";
}
