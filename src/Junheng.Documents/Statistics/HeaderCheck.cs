using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>Checks a sheet's headings: key and needed columns there once each, right units, nothing silently ignored.</summary>
internal sealed class HeaderCheck(ImmutableArray<MappedHeading> headings, TableLayout layout, int headerRow, ReadingFindings findings)
{
    private const int MostNamed = 20;

    private readonly HashSet<string> _ids = headings.Select(heading => heading.ColumnId).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The columns without which no row of a layout can be told from another.</summary>
    public static IReadOnlyList<string> Keys(TableLayout layout) => layout == TableLayout.Unit
        ? ["county_code", "school_code", "stage", "enrolment"]
        : ["county_code", "school_code"];

    /// <summary>Reports everything that is wrong with the headings.</summary>
    /// <param name="standard">What columns are needed.</param>
    /// <param name="allowMissing">Whether an item column may be absent.</param>
    /// <param name="taught">In the school layout, the stages that the sheet's schools have.</param>
    public void Check(Standard standard, bool allowMissing, IReadOnlySet<Stage> taught)
    {
        WrongUnits();
        Doubles(standard);
        foreach (var key in Keys(layout).Where(IsAbsent))
        {
            Absent("input.missing-key-column", key, standard.Columns);
        }

        if (!allowMissing)
        {
            foreach (var column in NeededColumns(standard, taught).Where(IsAbsent))
            {
                Absent("input.missing-item-column", column, standard.Columns);
            }
        }

        Unused(
            "input.unknown-columns",
            heading => heading.ColumnId is null && heading.Heading.Length > 0 && !Companions.IsHeading(heading.Heading),
            list => new($"不认识的列已忽略：{list}", $"Unknown columns are ignored: {list}"),
            new("如果其中有需要的数据，按术语表改列名", "If one is needed, rename it as in the glossary"));
        Unused(
            "input.unused-columns",
            IsOfOtherLayout,
            list => layout == TableLayout.Unit
                ? new($"按学段一行的表用不到这些列：{list}", $"A table of one row per stage does not use these columns: {list}")
                : new($"按学校一行的表用不到这些列：{list}", $"A table of one row per school does not use these columns: {list}"),
            layout == TableLayout.Unit
                ? new("无需处理；如果一行是一所学校，请给出各学段在校生数（enrolment_primary、enrolment_junior）", "Nothing to do; if a row is a whole school, give enrolment_primary and enrolment_junior")
                : new("按学段分列，例如 enrolment_primary、enrolment_junior", "Give them by stage, e.g. enrolment_primary, enrolment_junior"));
    }

    /// <summary>The columns of figures that a standard needs in this sheet.</summary>
    private IEnumerable<string> NeededColumns(Standard standard, IReadOnlySet<Stage> taught)
    {
        if (layout == TableLayout.Unit)
        {
            return standard.RequiredItems;
        }

        return Stages.All.Where(taught.Contains).Select(stage => $"enrolment_{stage.Id()}")
            .Concat(standard.RequiredItems.SelectMany(item => standard.Columns[item] is { IsStaged: true }
                ? standard.Stages.Where(taught.Contains).Select(stage => $"{item}_{stage.Id()}")
                : [item]));
    }

    private bool IsAbsent(string id) => !_ids.Contains(id);

    private bool IsOfOtherLayout(MappedHeading heading) => heading.ColumnId is not null && (layout == TableLayout.Unit
        ? heading.IsOfOneStage || heading.ColumnId == "indoor_sports_area_m2"
        : heading.ColumnId == "stage" || (heading.Definition!.IsStaged && !heading.IsOfOneStage));

    private void WrongUnits()
    {
        foreach (var heading in headings.Where(heading => heading.WrongUnit is not null))
        {
            var (unit, (zh, en)) = (heading.WrongUnit!, HeadingUnits.Of(heading.Definition!));
            findings.Error(
                "input.wrong-unit",
                CellOf(heading),
                new($"“{heading.Heading}”括号里是“{unit}”，此列应以{zh}为单位", $"'{heading.Heading}' has '{unit}' in brackets; this column is in {en}"),
                unit.StartsWith('万')
                    ? new("把各单元格乘以 10000，并改正列名中的单位", "Multiply the cells by 10,000 and correct the unit in the heading")
                    : new("换算成该单位，并改正列名", "Convert the cells and correct the heading"));
        }
    }

    /// <summary>A column given twice refuses the sheet, unless it is free text or an item that the standard does not need: then the first one is read.</summary>
    private void Doubles(Standard standard)
    {
        foreach (var group in headings.Where(heading => heading.ColumnId is not null).GroupBy(heading => heading.ColumnId!))
        {
            if (group.Count() == 1)
            {
                continue;
            }

            var (last, column) = (group.Last(), group.First().Definition!);
            var cells = string.Join("、", group.Select(CellOf));
            var name = $"{TitleOf(standard.Columns, group.Key)}";
            if (column.Kind == ColumnKind.Text || (column.IsItem && !standard.RequiredItems.Contains(column.Id)))
            {
                findings.Note(
                    "input.double-ignored",
                    CellOf(last),
                    new($"“{name}”有 {group.Count()} 列（{cells}），只读取第一列", $"'{group.Key}' stands in {group.Count()} columns ({cells}); the first is read"),
                    new("无需处理；建议只保留一列", "Nothing to do"));
                continue;
            }

            findings.Error(
                "input.double-column",
                CellOf(last),
                new($"“{name}”有 {group.Count()} 列（{cells}）", $"'{group.Key}' stands in {group.Count()} columns ({cells})"),
                new("只保留正确的一列", "Keep the right one"));
        }
    }

    private void Absent(string rule, string id, ColumnCatalogue columns)
    {
        var heading = HeadingOf(columns, id);
        findings.Error(
            rule,
            Origin.CellName(headerRow, headings.Length),
            new($"缺少列“{TitleOf(columns, id)}”", $"Column '{id}' is missing"),
            rule == "input.missing-item-column"
                ? new($"添加列，标题写“{id}”或“{heading}”；确实没有数据时用 --allow-missing 按全部缺失处理", $"Add a column headed '{id}' or '{heading}'; or use --allow-missing to treat it as missing everywhere")
                : new($"添加列，标题写“{id}”或“{heading}”", $"Add a column headed '{id}' or '{heading}'"));
    }

    private void Unused(string rule, Func<MappedHeading, bool> isUnused, Func<string, Domain.Text.LocalizedText> message, Domain.Text.LocalizedText remedy)
    {
        var unused = headings.Where(isUnused).ToList();
        if (unused.Count > 0)
        {
            var list = string.Join("、", unused.Take(MostNamed).Select(heading => heading.Heading)) + (unused.Count > MostNamed ? " …" : "");
            findings.Note(rule, CellOf(unused[0]), message(list), remedy);
        }
    }

    /// <summary>A column's Chinese title with its stage and its id; the id alone where it is none.</summary>
    internal static string TitleOf(ColumnCatalogue columns, string id) => ColumnOf(columns, id) is { } column ? $"{StageWord(id, column)}{column.Title.Zh}（{id}）" : id;

    private static string HeadingOf(ColumnCatalogue columns, string id) => ColumnOf(columns, id) is { } column ? StageWord(id, column) + (column.Headings.FirstOrDefault() ?? column.Title.Zh) : id;

    private static ColumnDefinition? ColumnOf(ColumnCatalogue columns, string id) => columns[id] ?? columns[id[..Math.Max(id.LastIndexOf('_'), 0)]];

    private static string StageWord(string id, ColumnDefinition column) => id == column.Id ? "" : id[(column.Id.Length + 1)..] switch
    {
        "primary" => "小学",
        "junior" => "初中",
        _ => "高中",
    };

    private string CellOf(MappedHeading heading) => Origin.CellName(headerRow, heading.Position);
}
