using Junheng.Domain.Columns;

namespace Junheng.Documents.Forms.School;

/// <summary>
/// Cells of a map that a sheet does not have as expected: gathered, so that one missing row that ten items need is said once. What an item needs is asked and never guessed.
/// </summary>
internal sealed class FormProblems(SheetNotes notes)
{
    private readonly List<(CellSearch Problem, string Item, bool IsRequired)> _problems = [];

    /// <summary>Whether an item is needed to judge: enrolments, the indicators' items, the indoor sports area. Other facts may lack with a warning.</summary>
    public static bool IsNeeded(string item, ColumnDefinition column) => column.IsItem || column.Id == "enrolment" || item == "indoor_sports_area_m2";

    /// <summary>Takes a problem of an item.</summary>
    public void Add(CellSearch problem, string item, bool isRequired) => _problems.Add((problem, item, isRequired));

    /// <summary>Says them all.</summary>
    public void Report()
    {
        foreach (var group in _problems.GroupBy(each => Key(each.Problem)))
        {
            var items = string.Join(", ", group.Select(each => each.Item).Distinct());
            var isRequired = group.Any(each => each.IsRequired);
            switch (group.First().Problem)
            {
                case CellSearch.Absent absent:
                    ReportAbsent(absent, items, isRequired);
                    break;
                case CellSearch.Several several:
                    ReportSeveral(several, items, isRequired);
                    break;
                case CellSearch.Contrary contrary:
                    ReportContrary(contrary, items, isRequired);
                    break;
            }
        }
    }

    private void ReportAbsent(CellSearch.Absent absent, string items, bool isRequired)
    {
        var (zh, en) = absent.IsRow ? ("行", "row") : ("列", "column");
        var near = absent.Near.IsEmpty ? "" : string.Join("、", absent.Near);
        Say(
            "forms.not-found",
            isRequired,
            new($"表中找不到{zh}“{absent.Wanted}”（{items}）{(near.Length > 0 ? $"；最接近的是 {near}" : "")}", $"The form has no {en} '{absent.Wanted}' ({items}){(near.Length > 0 ? $"; nearest: {near}" : "")}"),
            new(
                near.Length > 0 ? $"如果就是其中之一，在映射里写上这个名称（“{absent.Wanted}|新名称”），用 --map 交给程序；否则检查表样" : "检查表样是否完整；名称不同的，在映射里改正后用 --map 交给程序",
                near.Length > 0 ? $"If it is one of these, write its name in the map ('{absent.Wanted}|new name') and give the map with --map; otherwise check the form" : "Check that the form is whole; where names differ, correct the map and give it with --map"));
    }

    private void ReportSeveral(CellSearch.Several several, string items, bool isRequired)
    {
        var (zh, en) = several.IsRow ? ("行", "rows") : ("列", "columns");
        var candidates = string.Join("、", several.Candidates);
        Say(
            "forms.two-candidates",
            isRequired,
            new($"“{several.Wanted}”（{items}）有几个候选{zh}：{candidates}。程序不猜", $"'{several.Wanted}' ({items}) may be several {en}: {candidates}. Nothing is guessed"),
            new("在映射里写明上级标题、行代码（code）或栏号（number），用 --map 交给程序", "Name the heading above, the row's code or the column's number in the map, and give it with --map"));
    }

    private void ReportContrary(CellSearch.Contrary contrary, string items, bool isRequired)
    {
        var (zh, en) = contrary.IsRow ? ("行代码", "the printed row code") : ("栏号", "the printed column number");
        Say(
            "forms.label-against-code",
            isRequired,
            new($"“{contrary.Wanted}”（{items}）：名称指 {contrary.ByLabel}，{zh}指 {contrary.ByCode}", $"'{contrary.Wanted}' ({items}): the name means {contrary.ByLabel}, {en} means {contrary.ByCode}"),
            new("看清是哪一个，在映射里改正 code 或 number，用 --map 交给程序", "See which it is, correct code or number in the map, and give it with --map"));
    }

    private void Say(string rule, bool isRequired, Domain.Text.LocalizedText message, Domain.Text.LocalizedText remedy)
    {
        if (isRequired)
        {
            notes.Ask(rule, null, message, remedy);
        }
        else
        {
            notes.Warn(rule, null, message, remedy);
        }
    }

    private static (string, bool, string) Key(CellSearch problem) => problem switch
    {
        CellSearch.Absent absent => ("absent", absent.IsRow, absent.Wanted),
        CellSearch.Several several => ("several", several.IsRow, several.Wanted),
        CellSearch.Contrary contrary => ("contrary", contrary.IsRow, contrary.Wanted),
        _ => ("", false, ""),
    };
}
