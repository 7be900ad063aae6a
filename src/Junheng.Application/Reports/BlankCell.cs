using System.Collections.Immutable;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Reports;

/// <summary>A cell of the papers that stays blank because its figure is not known (未填清单).</summary>
/// <param name="Table">The table.</param>
/// <param name="Place">Column or row of the table.</param>
/// <param name="Title">What is asked.</param>
/// <param name="School">The school; empty for the county.</param>
/// <param name="Why">Why it is blank.</param>
/// <param name="Holder">Who usually has it.</param>
public sealed record BlankCell(string Table, string Place, string Title, string School, string Why, string Holder)
{
    /// <summary>Every blank of a form, table by table.</summary>
    internal static ImmutableArray<BlankCell> Of(ApplicationForm form, CountyAssessment county, ImmutableArray<JudgedUnit> units, Standard standard) =>
    [
        .. form.BasicFacts.Where(fact => fact.Figure is null).Select(fact => new BlankCell("表Ⅰ", $"L{fact.Number}", fact.Title, "", fact.WhyBlank, fact.Holder)),
        .. form.Stages.SelectMany(stage => OfMeeting(stage, form.Indicators)),
        .. OfUnits(units, standard),
        .. form.Stages.SelectMany(stage => OfSpreads(stage, form.Indicators)),
        .. OfItems("表Ⅳ", form.Government),
        .. OfItems("表Ⅴ", form.Quality),
        .. form.Recognition.Figures.Select((figure, at) => (figure, at)).Where(each => each.figure is null).Select(each =>
            new BlankCell("表Ⅵ", $"L{each.at + 1} 计", form.Recognition.Titles[each.at], "", "项目文件没有给出", UsualHolders.OfItem("recognition").Zh)),
        new BlankCell("表Ⅵ", "L1—L7 其中：家长", "家长问卷与走访", "", "本系统不分群体收集", UsualHolders.OfItem("recognition").Zh),
        .. OfOthers(county, standard),
    ];

    /// <summary>What schools lack, where there is no form.</summary>
    internal static ImmutableArray<BlankCell> Of(CountyAssessment county, ImmutableArray<JudgedUnit> units, Standard standard) =>
        [.. OfUnits(units, standard), .. OfOthers(county, standard)];

    private static IEnumerable<BlankCell> OfMeeting(StageTables stage, ImmutableArray<FormIndicator> indicators)
    {
        var counts = stage.Meeting.Select((count, at) => (count, $"L{at + 1}", indicators[at].Title)).Append((stage.MeetingOverall, $"L{indicators.Length + 1}", "综合评估"));
        return counts.Where(each => each.Item1.Count is null).Select(each => new BlankCell(
            "表Ⅱ-1", $"{PaperWords.Of(stage.Stage)} {each.Item2}", each.Item3, "", stage.Schools.IsEmpty ? "没有参评单位" : $"已知达标 {each.Item1.Known} 个，{each.Item1.Undecided} 个单位缺数据", "见表Ⅱ-2各行"));
    }

    private static IEnumerable<BlankCell> OfUnits(ImmutableArray<JudgedUnit> units, Standard standard)
    {
        foreach (var unit in units)
        {
            var table = $"表Ⅱ-2（{PaperWords.Of(unit.Unit.Stage)}）";
            BlankCell Blank(string place, string title, string why, string holder) => new(table, place, title, $"{unit.Unit.SchoolCode} {unit.Name}", why, holder);
            if (unit.Organiser == 0)
            {
                yield return Blank("举办者类型", "举办者类型代码", "学校表没有给出", "县教育局基教股");
            }

            if (unit.Grades is null || unit.Classes is null)
            {
                yield return Blank("年级数、班级数", "本学段年级数、班级数", "没有给出，或只有全校合计", "学校教务处");
            }

            foreach (var missing in unit.Unit.Findings.SelectMany(finding => finding.Missing).Distinct(StringComparer.Ordinal))
            {
                var indicators = string.Join("、", unit.Unit.Findings.Where(finding => finding.Missing.Contains(missing)).Select(finding => finding.Indicator.Id));
                yield return Blank(indicators, CellWords.Column(standard.Columns, missing), "数据表中为空", UsualHolders.OfColumn(missing).Zh);
            }
        }
    }

    private static IEnumerable<BlankCell> OfSpreads(StageTables stage, ImmutableArray<FormIndicator> indicators)
    {
        for (var k = 0; k < stage.Spreads.Length; k++)
        {
            var spread = stage.Spreads[k];
            if (spread.Cv is null)
            {
                var why = stage.Schools.IsEmpty ? "没有参评单位" : spread.UnitsLacking == 0 ? "均值为零，差异系数没有意义"
                    : $"{spread.UnitsLacking} 个单位缺数据{(spread.Provisional is { } cv ? $"；仅按已有单位计算为 {cv.Text}，不作结论" : "")}";
                yield return new BlankCell("表Ⅲ", $"{PaperWords.Of(stage.Stage)} L{k + 1}", indicators[k].Title, "", why, "见表Ⅱ-2各行");
            }
        }
    }

    private static IEnumerable<BlankCell> OfItems(string table, ImmutableArray<ItemEntry> items)
    {
        foreach (var item in items)
        {
            foreach (var line in item.Lines.Where(line => line.IsBlank))
            {
                yield return new BlankCell(table, item.Id, line.Label, "", "项目文件没有给出", UsualHolders.OfItem(item.Id).Zh);
            }

            if (item.Verdict == Verdict.Undecided && item.Lines.All(line => !line.IsBlank))
            {
                yield return new BlankCell(table, item.Id, "是否达标", "", item.Note, UsualHolders.OfItem(item.Id).Zh);
            }
        }
    }

    /// <summary>Vetoes and prerequisites, which the form's tables do not ask for.</summary>
    private static IEnumerable<BlankCell> OfOthers(CountyAssessment county, Standard standard) => county.Items
        .Where(item => item.Verdict == Verdict.Undecided && item.Id.Contains('.', StringComparison.Ordinal))
        .Select(item => new BlankCell(
            item.Id.StartsWith("veto", StringComparison.Ordinal) ? "一票否决" : "前置条件", item.Id, standard.Items.First(each => each.Id == item.Id).Title.Zh, "", item.Note?.Zh ?? "没有填报", UsualHolders.OfItem(item.Id).Zh));
}
