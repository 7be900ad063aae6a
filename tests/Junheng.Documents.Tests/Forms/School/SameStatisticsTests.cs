using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Workbooks of forms give the same figures as the simple school table that is made from the same facts.</summary>
public class SameStatisticsTests
{
    public static TheoryData<SchoolType> Types { get; } =
        [SchoolType.Primary, SchoolType.TeachingPoint, SchoolType.Junior, SchoolType.NineYear, SchoolType.CompleteSecondary, SchoolType.TwelveYear];

    [Theory]
    [MemberData(nameof(Types))]
    public void Forms_up_to_2020(SchoolType type) => SchoolFacts.Of(type, year: 2020).IsReadFrom(Forms2020.Of(SchoolFacts.Of(type, year: 2020)));

    [Theory]
    [MemberData(nameof(Types))]
    public void Forms_from_2021_on_with_art_as_a_course_beside_music(SchoolType type) => SchoolFacts.Of(type, year: 2021).IsReadFrom(Forms2021.Of(SchoolFacts.Of(type, year: 2021), later: false));

    [Theory]
    [MemberData(nameof(Types))]
    public void Forms_from_2021_on_with_art_as_subtotal(SchoolType type) => SchoolFacts.Of(type).IsReadFrom(Forms2021.Of(SchoolFacts.Of(type)));
}
