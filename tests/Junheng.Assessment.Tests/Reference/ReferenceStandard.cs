using System.Collections.Frozen;

namespace Junheng.Assessment.Tests.Reference;

/// <summary>The two standards, typed here from the official tables alone, so that a slip in the product's data is seen.</summary>
/// <param name="Year">2017 (quality balance) or 2012 (basic balance).</param>
/// <param name="Indicators">In the order of the standard.</param>
/// <param name="SplitItems">The shared items that a combined school divides between its stages.</param>
/// <param name="StagedItems">The items that schools report per stage.</param>
/// <param name="CvLimits">Limit by stage: of every single CV in 2017, of the composite in 2012.</param>
public sealed record ReferenceStandard(
    int Year,
    IReadOnlyList<ReferenceIndicator> Indicators,
    IReadOnlyList<string> SplitItems,
    IReadOnlyList<string> StagedItems,
    IReadOnlyDictionary<string, ReferenceNumber> CvLimits)
{
    /// <summary>教督〔2017〕6号: seven indicators with norms and floors, each with its own CV limit.</summary>
    public static ReferenceStandard QualityBalance2017 { get; } = new(
        2017,
        [
            WithNorms("R1", "above_degree_teachers", perHundred: true, whole: true, ("4.2", "3.57"), ("5.3", "4.505")),
            WithNorms("R2", "backbone_teachers", perHundred: true, whole: true, ("1", "0.85"), ("1", "0.85")),
            WithNorms("R3", "pe_art_teachers", perHundred: true, whole: true, ("0.9", "0.765"), ("0.9", "0.765")),
            WithNorms("R4", "teaching_area_m2", perHundred: false, whole: false, ("4.5", "3.825"), ("5.8", "4.93")),
            WithNorms("R5", "sports_area_m2", perHundred: false, whole: false, ("7.5", "6.375"), ("10.2", "8.67")),
            WithNorms("R6", "equipment_yuan", perHundred: false, whole: false, ("2000", "1700"), ("2500", "2125")),
            WithNorms("R7", "multimedia_rooms", perHundred: true, whole: true, ("2.3", "1.955"), ("2.4", "2.04")),
        ],
        SplitItems: ["teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms"],
        StagedItems: ["above_degree_teachers", "backbone_teachers", "pe_art_teachers"],
        CvLimits: ByStage("0.50", "0.45"));

    /// <summary>教督〔2012〕3号: eight values without norms, judged by the arithmetic mean of their CVs.</summary>
    public static ReferenceStandard BasicBalance2012 { get; } = new(
        2012,
        [
            WithoutNorms("B1", "teaching_area_m2", perHundred: false, whole: false),
            WithoutNorms("B2", "sports_area_m2", perHundred: false, whole: false),
            WithoutNorms("B3", "equipment_yuan", perHundred: false, whole: false),
            WithoutNorms("B4", "computers", perHundred: true, whole: true),
            WithoutNorms("B5", "books", perHundred: false, whole: true),
            WithoutNorms("B6", "full_time_teachers", perHundred: false, whole: true),
            WithoutNorms("B7", "above_degree_teachers", perHundred: false, whole: true),
            WithoutNorms("B8", "mid_title_teachers", perHundred: false, whole: true),
        ],
        SplitItems: ["teaching_area_m2", "sports_area_m2", "equipment_yuan", "computers", "books"],
        StagedItems: ["full_time_teachers", "above_degree_teachers", "mid_title_teachers"],
        CvLimits: ByStage("0.65", "0.55"));

    /// <summary>The standard of that year.</summary>
    public static ReferenceStandard Of(int year) => year switch
    {
        2017 => QualityBalance2017,
        2012 => BasicBalance2012,
        _ => throw new ArgumentOutOfRangeException(nameof(year)),
    };

    private static ReferenceIndicator WithNorms(
        string id, string item, bool perHundred, bool whole, (string Norm, string Floor) primary, (string Norm, string Floor) junior) =>
        new(id, item, perHundred, whole, ByStage(primary.Norm, junior.Norm), ByStage(primary.Floor, junior.Floor));

    private static ReferenceIndicator WithoutNorms(string id, string item, bool perHundred, bool whole) =>
        new(id, item, perHundred, whole, FrozenDictionary<string, ReferenceNumber>.Empty, FrozenDictionary<string, ReferenceNumber>.Empty);

    private static Dictionary<string, ReferenceNumber> ByStage(string primary, string junior) => new(StringComparer.Ordinal)
    {
        [ReferenceStages.Primary] = ReferenceNumber.Parse(primary),
        [ReferenceStages.Junior] = ReferenceNumber.Parse(junior),
    };
}
