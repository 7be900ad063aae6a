using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Application.Papers;
using Junheng.Documents.Forms.Maps;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Forms.List;

/// <summary>Writes a map of what was recognised in a list, the left-over headings as comments, so that a person corrects it and gives it back with <c>--map</c>.</summary>
internal static class MapDraft
{
    private const int Signs = 4;

    /// <summary>The map of a list that was recognised.</summary>
    public static string Of(FormMap map, ImmutableArray<BoundColumn> bound, ImmutableArray<LeftOverHeading> leftOver)
    {
        var text = Head(map.Id.StartsWith("own-", StringComparison.Ordinal) ? map.Id : "own-" + map.Id, map.Title.Zh, map.Title.En, map.Stage);
        text.Append("recognise:\n  headings: [").AppendJoin(", ", bound.Where(item => !item.Columns.IsEmpty).Take(Signs).Select(item => Path(item.Columns[0]))).Append("]\ncolumns:\n");
        foreach (var item in bound)
        {
            Item(text, item);
        }

        LeftOver(text, leftOver);
        return text.ToString();
    }

    /// <summary>The beginning of a map of a list that was not recognised: all its headings as comments.</summary>
    public static string Of(string id, ImmutableArray<LeftOverHeading> headings)
    {
        var text = Head("own-" + id, id, id, Stage.None);
        text.Append("recognise:\n  headings: [[").Append(Quoted(headings[0].Path)).Append("]]\ncolumns:\n");
        text.Append("  # 至少写明学校名称或代码 / at least the school's name or code:\n  # - {item: school_name, path: [").Append(Quoted(headings[0].Path)).Append("]}\n");
        LeftOver(text, headings);
        return text.ToString();
    }

    private static StringBuilder Head(string id, string zh, string en, Stage stage)
    {
        var text = new StringBuilder();
        text.Append("# 由 junheng import --save-map 写出：改正后用 --map 给出。 / Written by junheng import --save-map: correct it and give it with --map.\n");
        text.Append(CultureInfo.InvariantCulture, $"id: {Quoted(id)}\ntitle: {{zh: {Quoted(zh)}, en: {Quoted(en)}}}\nlayout: list\ngeneration: own\n");
        text.Append(stage == Stage.None ? "" : $"stage: {stage.Id()}\n");
        text.Append("status: assumed\nsource: own assumption\n");
        return text;
    }

    private static void Item(StringBuilder text, BoundColumn item)
    {
        var rule = item.Rule;
        text.Append("  - {item: ").Append(item.Item);
        if (item.Columns.IsEmpty)
        {
            text.Append(", value: ").Append(Quoted(rule.Value!));
        }
        else if (item.Columns.Length == 1)
        {
            text.Append(", path: ").Append(Path(item.Columns[0]));
        }
        else
        {
            text.Append(", sum: [").AppendJoin(", ", item.Columns.Select(column => $"{{path: {Path(column)}}}")).Append(']');
        }

        text.Append(rule.Unit is { } unit ? $", unit: {Quoted(unit)}" : "");
        text.Append(rule.Digits > 0 ? string.Create(CultureInfo.InvariantCulture, $", digits: {rule.Digits}") : "");
        if (!rule.Values.IsEmpty)
        {
            text.Append(", values: {").AppendJoin(", ", rule.Values.Select(value => $"{Quoted(value.Text)}: {Quoted(value.Value)}")).Append('}');
        }

        if (rule.When is { } when && item.Condition is { } condition)
        {
            text.Append(", when: {path: ").Append(Path(condition)).Append(", is: [").AppendJoin(", ", when.Texts.Select(Quoted)).Append("]}");
        }

        text.Append("}\n");
    }

    private static void LeftOver(StringBuilder text, ImmutableArray<LeftOverHeading> leftOver)
    {
        if (leftOver.IsEmpty)
        {
            return;
        }

        text.Append("  # 没有认出的标题：去掉 # 并写上 item / headings left over: take the # away and write the item\n");
        foreach (var heading in leftOver)
        {
            var path = string.Join(", ", heading.Path.Split(" › ").Select(Quoted));
            text.Append(CultureInfo.InvariantCulture, $"  # - {{item: , path: [{path}]}}   # {heading.Cell}: {OneLine(string.Join(" | ", heading.Samples))}\n");
        }
    }

    private static string Path(HeaderColumn column) => $"[{string.Join(", ", column.Written.Select(Quoted))}]";

    private static string Quoted(string text) => $"\"{OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("|", "｜", StringComparison.Ordinal)}\"";

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
