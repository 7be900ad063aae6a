using System.Globalization;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>Product and reference say the same about random counties in the school layout: split, indoor sports area, campuses.</summary>
public sealed class SchoolTableAgreementTests
{
    private const int CountiesInTable = 250;

    [Fact]
    public void Sixteen_thousand_counties_of_schools_under_quality_balance() => Agree(64, ReferenceStandard.QualityBalance2017);

    [Fact]
    public void Eight_thousand_counties_of_schools_under_basic_balance() => Agree(32, ReferenceStandard.BasicBalance2012);

    private static void Agree(int tables, ReferenceStandard standard) => Counties.Agree(tables, seed =>
    {
        var draw = new Draw(seed);
        var counties = new SchoolCounties(draw, standard, hasIndoorColumn: draw.Percent(60));
        List<ReferenceSchoolRow> rows = [];
        for (var county = 0; county < CountiesInTable; county++)
        {
            rows.AddRange(counties.County(string.Create(CultureInfo.InvariantCulture, $"C{county:D4}"), draw.From(1, 6)));
        }

        return Counties.OfSchools(rows, standard);
    });
}
