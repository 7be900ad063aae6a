using System.Globalization;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>Asks about equipment values so small per pupil that they are probably in 万元: the whole column by its median, else single rows.</summary>
internal static class EquipmentUnitCheck
{
    private const double AbsurdYuanPerPupil = 20;
    private const int FewestRows = 3;

    public static void Check(IReadOnlyList<StatisticsPart> parts, ReadingFindings findings)
    {
        var small = parts.SelectMany(PerPupil).Where(row => row.Yuan < AbsurdYuanPerPupil).ToList();
        if (small.Count == 0)
        {
            return;
        }

        var given = parts.SelectMany(PerPupil).ToList();
        var median = given.Select(row => row.Yuan).Order().ElementAt(given.Count / 2);
        if (given.Count >= FewestRows && median < AbsurdYuanPerPupil)
        {
            var text = Text(median);
            Ask(findings, given[0], null, new($"教学仪器设备值的生均中位数只有 {text} 元，像是以万元填报", $"The median equipment value per pupil is only {text} yuan: it looks like 万元"));
            return;
        }

        foreach (var row in small)
        {
            var text = Text(row.Yuan);
            Ask(findings, row, row.Part.CountyOf(row.Row), new($"生均教学仪器设备值只有 {text} 元，像是以万元填报", $"The equipment value per pupil is only {text} yuan: it looks like 万元"));
        }
    }

    private static void Ask(ReadingFindings findings, EquipmentRow row, string? county, Domain.Text.LocalizedText message) => findings.Warning(
        "input.maybe-ten-thousand-yuan", row.Part.OriginOf(row.Row, "equipment_yuan").Cell, message, new("如果是万元，乘以 10000", "If it is in 万元, multiply by 10,000"), county);

    private static IEnumerable<EquipmentRow> PerPupil(StatisticsPart part)
    {
        if (part.Figure("equipment_yuan") is not { } equipment)
        {
            yield break;
        }

        for (var row = 0; row < part.Count; row++)
        {
            if (equipment.Value(row) is > 0 and var yuan && Pupils(part, row) is > 0 and var pupils)
            {
                yield return new EquipmentRow(part, row, yuan / pupils);
            }
        }
    }

    private static double Pupils(StatisticsPart part, int row) => part.Layout == TableLayout.Unit
        ? part.Figure("enrolment")?.Value(row) ?? 0
        : Stages.All.Sum(stage => part.PupilsOf(row, stage) ?? 0);

    private static string Text(double yuan) => Math.Round(yuan, 2).ToString("R", CultureInfo.InvariantCulture);

    private readonly record struct EquipmentRow(StatisticsPart Part, int Row, double Yuan);
}
