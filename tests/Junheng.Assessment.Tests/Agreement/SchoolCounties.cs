using System.Globalization;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>
/// Random counties as rows of a school table: every type of school, shared resources to be split, indoor sports area to be moved, campuses to be added to
/// their school, figures missing, ties after the split.
/// </summary>
internal sealed class SchoolCounties(Draw draw, ReferenceStandard standard, bool hasIndoorColumn)
{
    private const string Indoor = "indoor_sports_area_m2";

    private static readonly string[] _types =
        ["primary", "primary", "junior", "nine_year", "nine_year", "complete_secondary", "twelve_year", "teaching_point", "special", "vocational"];

    private static readonly Dictionary<string, string[]> _stages = new(StringComparer.Ordinal)
    {
        ["primary"] = ["primary"],
        ["teaching_point"] = ["primary"],
        ["junior"] = ["junior"],
        ["nine_year"] = ["primary", "junior"],
        ["complete_secondary"] = ["junior", "senior"],
        ["twelve_year"] = ["primary", "junior", "senior"],
        ["special"] = ["primary", "junior"],
        ["vocational"] = ["senior"],
    };

    private readonly Amounts _amounts = new(draw);

    /// <summary>The rows of one county, in random order.</summary>
    public List<ReferenceSchoolRow> County(string code, int schools)
    {
        List<ReferenceSchoolRow> rows = [];
        for (var school = 0; school < schools; school++)
        {
            var main = School(code, $"S{(school * 7919) % 1000}", draw.Of(_types), null);
            rows.Add(draw.Percent(8) && main.SchoolType is not ("special" or "vocational" or "teaching_point") ? Untyped(main) : main);
            AddCampuses(rows, rows[^1]);
        }

        draw.Shuffle(rows);
        return rows;
    }

    /// <summary>Campuses of some schools, now and then one of a campus; each teaches what its school teaches, or less.</summary>
    private void AddCampuses(List<ReferenceSchoolRow> rows, ReferenceSchoolRow main)
    {
        if (main.SchoolType is not { } type || type is "special" or "vocational" || !draw.Percent(15))
        {
            return;
        }

        var parent = main.SchoolCode;
        for (var campus = 0; campus < draw.From(1, 2); campus++)
        {
            var kind = draw.Percent(50) ? type : type is "nine_year" or "twelve_year" ? draw.Of("primary", "junior") : type;
            rows.Add(School(main.CountyCode, $"{main.SchoolCode}-{campus}", kind, parent));
            parent = draw.Percent(30) ? rows[^1].SchoolCode : main.SchoolCode;
        }
    }

    private ReferenceSchoolRow School(string county, string code, string type, string? parent)
    {
        var stages = _stages[type];
        var pupils = ReferenceStages.All.ToDictionary(stage => stage, stage => stages.Contains(stage) ? Pupils(type) : draw.Of(null, null, "0"), StringComparer.Ordinal);
        var items = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var indicator in standard.Indicators)
        {
            if (standard.StagedItems.Contains(indicator.Item))
            {
                foreach (var stage in ReferenceStages.Judged)
                {
                    items[ReferenceSchool.StagedKey(indicator.Item, stage)] =
                        Teaches(type, stage, pupils[stage]) ? Amount(indicator, stage, ReferenceNumber.ParseCell(pupils[stage])) : draw.Of(null, null, "0");
                }
            }
            else
            {
                items[indicator.Item] = Shared(indicator, stages, pupils);
            }
        }

        if (hasIndoorColumn)
        {
            MoveIndoors(items);
        }

        return new(county, code, pupils["primary"], pupils["junior"], pupils["senior"], items, type, draw.Percent(60) ? null : draw.From(1, 10), ParentSchoolCode: parent);
    }

    /// <summary>Special and vocational schools teach the stages in which they have pupils.</summary>
    private static bool Teaches(string type, string stage, string? pupils) =>
        type is "special" or "vocational" ? ReferenceNumber.ParseCell(pupils) is { Sign: > 0 } : _stages[type].Contains(stage);

    /// <summary>The same school without its type: its stages are told from its pupils.</summary>
    private static ReferenceSchoolRow Untyped(ReferenceSchoolRow school)
    {
        string? WithPupils(string? pupils) => ReferenceNumber.ParseCell(pupils) is { Sign: > 0 } ? pupils : null;
        var stages = ReferenceStages.All.Where(stage => WithPupils(school.Enrolment(stage)) is not null).ToList();
        if (stages.Count == 0 || stages is ["senior"] or ["primary", "senior"])
        {
            return school;
        }

        var items = school.Items.ToDictionary(
            item => item.Key, item => ReferenceStages.Judged.Any(stage => item.Key.EndsWith("_" + stage, StringComparison.Ordinal) && !stages.Contains(stage)) ? null : item.Value, StringComparer.Ordinal);
        return school with { SchoolType = null, Items = items };
    }

    private string? Pupils(string type) => draw.Below(100) switch
    {
        < 4 => null,
        < 8 => "0",
        < 14 when type == "teaching_point" => draw.Of("49", "50", "51"),
        < 60 => (110 * draw.From(1, 15)).ToString(CultureInfo.InvariantCulture),
        _ => _amounts.Pupils(),
    };

    private string? Amount(ReferenceIndicator indicator, string stage, ReferenceNumber? pupils)
    {
        if (draw.Percent(3))
        {
            return draw.Of(null, "0");
        }

        var known = pupils ?? ReferenceNumber.Of(300);
        return standard.Year == 2017 && draw.Percent(30) ? _amounts.AtThreshold(indicator, stage, known) : _amounts.Ordinary(indicator, stage, known.ToDouble());
    }

    /// <summary>A shared amount, drawn for the pupils that the split weighs, so that ties fall on the stage's part.</summary>
    private string? Shared(ReferenceIndicator indicator, string[] stages, Dictionary<string, string?> pupils)
    {
        var judged = draw.Of([.. stages.Where(ReferenceStages.Judged.Contains).DefaultIfEmpty("junior")]);
        var weights = stages.Length > 1 && stages[^1] != "senior" || stages.Length == 3 ? ("1", "1.1", "1.32") : ("1", "1", "1.2");
        var weighted = (Weight(weights.Item1, pupils["primary"]) + Weight(weights.Item2, pupils["junior"]) + Weight(weights.Item3, pupils["senior"]))
            / ReferenceNumber.Parse(judged == "primary" ? weights.Item1 : weights.Item2);
        return Amount(indicator, judged, HasDecimal(weighted) ? weighted : ReferenceNumber.Of(weighted.Floor() + 1));
    }

    private static ReferenceNumber Weight(string weight, string? pupils) => ReferenceNumber.Parse(weight) * (ReferenceNumber.ParseCell(pupils) ?? ReferenceNumber.Zero);

    private static bool HasDecimal(ReferenceNumber number) => (ReferenceNumber.PowerOfTen(9) * number).Denominator.IsOne && number.Sign > 0;

    /// <summary>
    /// Puts some of the sports area into the teaching area as indoor sports area, where the annual statistics count it; the corrected figures stay.
    /// </summary>
    private void MoveIndoors(Dictionary<string, string?> items)
    {
        if (draw.Percent(5))
        {
            items[Indoor] = null;
            return;
        }

        var indoor = ReferenceNumber.Parse(draw.Of("0", draw.Decimal(0, 900, 1), draw.Decimal(0, 3000, 2)));
        if (ReferenceNumber.ParseCell(items["sports_area_m2"]) is { } sports)
        {
            indoor = indoor > sports ? sports : indoor;
            items["sports_area_m2"] = CellText.Of(sports - indoor);
        }

        if (ReferenceNumber.ParseCell(items["teaching_area_m2"]) is { } teaching)
        {
            items["teaching_area_m2"] = CellText.Of(teaching + indoor);
        }

        items[Indoor] = CellText.Of(indoor);
    }
}
