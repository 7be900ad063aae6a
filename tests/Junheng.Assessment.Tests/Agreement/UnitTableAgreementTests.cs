using System.Globalization;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>Product and reference say the same about random counties in the unit layout.</summary>
public sealed class UnitTableAgreementTests
{
    private const int CountiesInTable = 250;

    [Fact]
    public void Sixty_thousand_small_counties_under_quality_balance() => Agree(240, ReferenceStandard.QualityBalance2017);

    [Fact]
    public void Twenty_thousand_small_counties_under_basic_balance() => Agree(80, ReferenceStandard.BasicBalance2012);

    private static void Agree(int tables, ReferenceStandard standard) => Counties.Agree(tables, seed =>
    {
        var draw = new Draw(seed);
        var counties = new UnitCounties(draw, standard);
        List<ReferenceUnitRow> rows = [];
        for (var county = 0; county < CountiesInTable; county++)
        {
            rows.AddRange(counties.County(string.Create(CultureInfo.InvariantCulture, $"C{county:D4}"), Math.Min(draw.From(1, 12), draw.From(1, 12))));
        }

        return Counties.OfUnits(rows, standard);
    });
}
