using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Forms.List;

/// <summary>
/// Decides from the headings whether 艺术 is the subtotal of 音乐 and 美术 or a course of its own. As a subtotal it must not be added to its parts; where the headings do not say,
/// it is asked.
/// </summary>
internal sealed class ArtsColumns(SheetGrid sheet, HeaderBlock header, bool isOwnMap, SheetNotes notes)
{
    private const string Arts = "艺术";
    private static readonly string[] _parts = ["音乐", "美术"];

    /// <summary>Checks the columns of an item of PE and arts teachers; false where it must not be read.</summary>
    public bool Allows(BoundColumn item)
    {
        var used = item.Columns.FirstOrDefault(IsArts);
        var arts = used ?? header.Columns.FirstOrDefault(IsArts);
        var parts = arts is null ? [] : header.Columns.Where(column => column != arts && IsPart(column, arts)).ToImmutableArray();
        if (arts is null || parts.IsEmpty)
        {
            return true;
        }

        var isSubtotal = parts.All(part => part.Path.AsSpan()[..^1].Contains(Arts) || IsMarkedAsPart(part));
        var added = item.Columns.Where(parts.Contains).ToImmutableArray();
        var names = string.Join("、", parts.Select(part => $"{Cell(part)}“{part.Text}”"));
        if (isSubtotal)
        {
            return Subtotal(item, arts, parts, added, used is not null, names);
        }

        if (!isOwnMap)
        {
            notes.Ask(
                "forms.arts-flat",
                Cell(arts),
                new(
                    $"“{arts.Text}”与 {names} 并列，标题没有说明它是小计还是单独的课程：是小计时只能加艺术，是单独课程时要加三列",
                    $"'{arts.Text}' stands beside {names}; the headings do not say whether it is their subtotal or a course of its own: a subtotal is added alone, a course with the two others"),
                new(
                    "用 --save-map 保存映射，写明 pe_art_teachers 由哪几列相加，再用 --map 给出",
                    "Save the map with --save-map, write which columns make pe_art_teachers, and give it with --map"));
            return false;
        }

        notes.Choose(new(
            $"艺术与 {names} 并列：按自带映射相加 {string.Join(" + ", item.Columns.Select(column => column.Text))}",
            $"艺术 stands beside {names}: added up as the given map says: {string.Join(" + ", item.Columns.Select(column => column.Text))}"));
        return true;
    }

    /// <summary>The columns of 艺术 as a subtotal and its parts, for comparing figures; null where there are none.</summary>
    public (HeaderColumn Arts, ImmutableArray<HeaderColumn> Parts)? Subtotals()
    {
        if (header.Columns.FirstOrDefault(IsArts) is not { } arts)
        {
            return null;
        }

        var parts = header.Columns.Where(column => column != arts && IsPart(column, arts) && (column.Path.AsSpan()[..^1].Contains(Arts) || IsMarkedAsPart(column))).ToImmutableArray();
        return parts.IsEmpty ? null : (arts, parts);
    }

    private bool Subtotal(BoundColumn item, HeaderColumn arts, ImmutableArray<HeaderColumn> parts, ImmutableArray<HeaderColumn> added, bool usesArts, string names)
    {
        if (usesArts && !added.IsEmpty)
        {
            notes.Refuse(
                "forms.double-count",
                Cell(added[0]),
                new(
                    $"“{arts.Text}”是 {names} 的小计，{item.Item} 把小计和分项都加上会重复计算",
                    $"'{arts.Text}' is the subtotal of {names}; adding the parts as well would count them twice in {item.Item}"),
                new("映射中只保留体育与健康 + 艺术", "Keep 体育与健康 + 艺术 alone in the map"));
            return false;
        }

        notes.Choose(new(
            $"艺术是小计（标题在 {names} 之上）：体育、艺术教师 = {string.Join(" + ", item.Columns.Select(column => column.Text))}，不再加 {string.Join("、", parts.Select(part => part.Path[^1]))}",
            $"艺术 is a subtotal (its heading stands above {names}): PE and arts teachers = {string.Join(" + ", item.Columns.Select(column => column.Text))}, its parts are not added again"));
        return true;
    }

    private static bool IsArts(HeaderColumn column) => column.Path[^1] == Arts || (column.Path.Length > 1 && column.Path[^1] is "计" or "合计" or "小计" && column.Path[^2] == Arts);

    /// <summary>音乐 or 美术 under the same heading as 艺术, or below it.</summary>
    private static bool IsPart(HeaderColumn column, HeaderColumn arts)
    {
        var group = arts.Path.Take(arts.Path.IndexOf(Arts));
        return _parts.Contains(column.Path[^1]) && column.Path.Take(arts.Path.IndexOf(Arts)).SequenceEqual(group);
    }

    private bool IsMarkedAsPart(HeaderColumn part) => Tables.CellText.Heading(sheet.MergedText(part.Row, part.Column)).StartsWith("其中", StringComparison.Ordinal);

    private static string Cell(HeaderColumn column) => Origin.CellName(column.Row, column.Column);
}
