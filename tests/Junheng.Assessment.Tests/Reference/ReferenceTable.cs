namespace Junheng.Assessment.Tests.Reference;

/// <summary>Rows for tests of the reference: a unit that meets everything, of which single cells are then changed.</summary>
internal static class ReferenceTable
{
    /// <summary>A unit of 2,000 pupils that is above every norm of both stages, with the given cells in place of the usual ones.</summary>
    public static ReferenceUnitRow Unit(string school, string stage, params (string Item, string? Cell)[] changed)
    {
        var items = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["above_degree_teachers"] = "120",
            ["backbone_teachers"] = "24",
            ["pe_art_teachers"] = "20",
            ["teaching_area_m2"] = "12000",
            ["sports_area_m2"] = "21000",
            ["equipment_yuan"] = "6000000",
            ["multimedia_rooms"] = "50",
            ["computers"] = "300",
            ["books"] = "40000",
            ["full_time_teachers"] = "130",
            ["mid_title_teachers"] = "60",
        };
        foreach (var (item, cell) in changed)
        {
            items[item] = cell;
        }

        return new("C1", school, stage, "2000", items, stage);
    }

    /// <summary>The only county of an assessment.</summary>
    public static ReferenceCounty County(ReferenceStandard standard, params ReferenceUnitRow[] rows) =>
        Assert.Single(ReferenceAssessment.Assess(rows, standard));

    /// <summary>A decimal as exact number.</summary>
    public static ReferenceNumber Number(string text) => ReferenceNumber.Parse(text);
}
