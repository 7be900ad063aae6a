using System.Globalization;
using Junheng.Assessment.Results;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Tests.Laws;

/// <summary>Random counties, and what the product says about them, for laws that need no second computation.</summary>
internal static class LawCounties
{
    private static readonly ReferenceStandard _standard = ReferenceStandard.QualityBalance2017;

    /// <summary>Counties of every kind, ties, blanks and schools out of scope included.</summary>
    public static List<ReferenceUnitRow> Any(int counties, ulong seed)
    {
        var draw = new Draw(seed);
        var random = new UnitCounties(draw, _standard);
        return [.. Enumerable.Range(0, counties).SelectMany(county => random.County(Code(county), draw.From(1, 12)))];
    }

    /// <summary>Counties whose schools all count and have every figure, near norms and floors.</summary>
    public static List<ReferenceUnitRow> Whole(int counties, ulong seed)
    {
        var draw = new Draw(seed);
        var amounts = new Amounts(draw);
        List<ReferenceUnitRow> rows = [];
        for (var county = 0; county < counties; county++)
        {
            for (var unit = draw.From(2, 12); unit > 0; unit--)
            {
                var stage = draw.Of(ReferenceStages.Primary, ReferenceStages.Junior);
                var pupils = ReferenceNumber.Of(draw.From(20, 2500));
                rows.Add(new(Code(county), $"S{unit:D2}", stage, CellText.Of(pupils), _standard.Indicators.ToDictionary(
                    indicator => indicator.Item,
                    indicator => (string?)(draw.Percent(50) ? amounts.AtThreshold(indicator, stage, pupils) : amounts.Ordinary(indicator, stage, pupils.ToDouble())),
                    StringComparer.Ordinal)));
            }
        }

        return rows;
    }

    /// <summary>Judges a unit table under the standard of 2017.</summary>
    public static IReadOnlyList<CountyAssessment> Judge(IReadOnlyList<ReferenceUnitRow> rows) => Judge(Product.Assess(ProductTable.OfUnits(rows), Product.QualityBalance2017));

    /// <summary>Judges a school table under the standard of 2017.</summary>
    public static IReadOnlyList<CountyAssessment> Judge(IReadOnlyList<ReferenceSchoolRow> rows) => Judge(Product.Assess(ProductTable.OfSchools(rows), Product.QualityBalance2017));

    /// <summary>Everything that decides, and every figure to the last bit, as text.</summary>
    public static string Everything(CountyAssessment county) => string.Join(
        '\n',
        county.Units.Select(unit => $"{unit.SchoolCode} {Verdicts(unit)} {string.Join(' ', unit.Findings.Select(finding => $"{finding.Indicator.Id} {finding.Value} {finding.Standing} {string.Join('+', finding.Missing)} {finding.ShortfallToNorm} {finding.ShortfallToFloor}"))}")
            .Concat(county.Excluded.Select(unit => $"{unit.SchoolCode} {unit.Stage.Id()} {unit.Reason}"))
            .Concat(county.Stages.SelectMany(stage => stage.Indicators.Select(each => string.Create(
                CultureInfo.InvariantCulture, $"{stage.Stage.Id()} {each.Indicator.Id} {each.Spread} {each.RoundingSensitive} {each.Other}"))))
            .Append(county.Verdict.Id()));

    /// <summary>Verdicts alone.</summary>
    public static string Verdicts(CountyAssessment county) => string.Join(
        '\n',
        county.Units.Select(unit => $"{unit.SchoolCode} {Verdicts(unit)}")
            .Concat(county.Stages.SelectMany(stage => stage.Indicators.Select(each => $"{stage.Stage.Id()} {each.Indicator.Id} {each.Spread.Verdict.Id()}")))
            .Append(county.Verdict.Id()));

    /// <summary>The row with each amount made another one; a blank stays blank.</summary>
    public static ReferenceUnitRow WithAmounts(this ReferenceUnitRow row, Func<string, ReferenceNumber, ReferenceNumber> amount) => row with
    {
        Items = row.Items.ToDictionary(item => item.Key, item => ReferenceNumber.ParseCell(item.Value) is { } known ? CellText.Of(amount(item.Key, known)) : null, StringComparer.Ordinal),
    };

    /// <summary>The row with as many times the pupils.</summary>
    public static ReferenceUnitRow WithPupils(this ReferenceUnitRow row, ReferenceNumber times) =>
        row with { Enrolment = ReferenceNumber.ParseCell(row.Enrolment) is { } pupils ? CellText.Of(times * pupils) : null };

    private static IReadOnlyList<CountyAssessment> Judge(AssessmentResult result) => [.. Enumerable.Range(0, result.CountyCount).Select(result.County)];

    private static string Verdicts(UnitAssessment unit) => $"{unit.Stage.Id()} {unit.Verdict.Id()} {unit.EasedVerdict.Id()} {unit.Excepted?.Id} {string.Join('+', unit.RoundingSensitive.Select(each => each.Id))}";

    private static string Code(int county) => string.Create(CultureInfo.InvariantCulture, $"C{county:D4}");
}
