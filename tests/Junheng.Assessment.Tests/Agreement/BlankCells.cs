using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>
/// The blank cells of a school table behind a missing figure: the reference names the item, the product names the cells that somebody has to fill in.
/// They are the item itself, the indoor sports area where the file has that column, and the pupils of the school's other stages, by which it is split.
/// </summary>
internal sealed class BlankCells(IReadOnlyList<ReferenceSchoolRow> rows, ReferenceStandard standard)
{
    private const string Indoor = "indoor_sports_area_m2";

    private static readonly Dictionary<string, string[]> _splitStages = new(StringComparer.Ordinal)
    {
        ["nine_year"] = ["primary", "junior"],
        ["complete_secondary"] = ["junior", "senior"],
        ["twelve_year"] = ["primary", "junior", "senior"],
    };

    private readonly ILookup<(string, string?), ReferenceSchoolRow> _campuses = rows.ToLookup(row => (row.CountyCode, row.ParentSchoolCode));
    private readonly Dictionary<(string, string), ReferenceSchoolRow> _schools = rows.ToDictionary(row => (row.CountyCode, row.SchoolCode));

    /// <summary>What must be named for a finding of a unit.</summary>
    public IEnumerable<string> Names(string county, ReferenceUnitResult unit, ReferenceFinding finding)
    {
        if (finding.Missing.Count == 0 || finding.Missing is ["enrolment"] || standard.StagedItems.Contains(finding.Item))
        {
            return finding.Missing;
        }

        var school = _schools[(county, unit.SchoolCode)];
        var family = Family(school).ToList();
        var columns = finding.Item is "teaching_area_m2" or "sports_area_m2" ? new[] { finding.Item, Indoor } : [finding.Item];
        var stages = _splitStages.GetValueOrDefault(school.SchoolType ?? "", []).Where(stage => stage != unit.Stage);
        return columns.Where(column => family.Exists(row => row.Items.TryGetValue(column, out var cell) ? cell is null : column != Indoor))
            .Concat(stages.Where(stage => family.Exists(row => Teaches(row, stage) && row.Enrolment(stage) is null)).Select(stage => $"enrolment_{stage}"));
    }

    private static bool Teaches(ReferenceSchoolRow row, string stage) => row.SchoolType switch
    {
        "primary" or "teaching_point" => stage == "primary",
        "junior" => stage == "junior",
        { } type => _splitStages.GetValueOrDefault(type, []).Contains(stage),
        _ => false,
    };

    private IEnumerable<ReferenceSchoolRow> Family(ReferenceSchoolRow school) => _campuses[(school.CountyCode, school.SchoolCode)].SelectMany(Family).Prepend(school);
}
