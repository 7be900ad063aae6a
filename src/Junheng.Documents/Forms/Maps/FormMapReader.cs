using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Maps;

/// <summary>Gives a map's definition file its meaning; what is wrong stands in the reader's findings with line and column.</summary>
internal sealed partial class FormMapReader(ColumnCatalogue catalogue, DefinitionReader reader)
{
    /// <summary>An item of lists that is no public column: whether a row is a school of its own (是否计校数).</summary>
    public const string CountsAsSchool = "counts_as_school";

    /// <summary>The map; null where it cannot be used at all.</summary>
    public FormMap? Read(DefinitionNode? root)
    {
        if (reader.Map(root, "map") is not { } map)
        {
            return null;
        }

        reader.AllowOnly(map, "id", "title", "layout", "generation", "report_years", "school_types", "stage", "status", "source", "note", "recognise", "columns", "cells", "labels", "totals");
        if (reader.Text(map, "id", required: true) is not { } id || reader.Localized(map, "title", required: true) is not { } title)
        {
            return null;
        }

        var layout = OneOf(map, "layout", "list", "sheet") == "sheet" ? FormLayout.Sheet : FormLayout.List;
        var stage = StageOf(map);
        var years = map["report_years"] is { } node ? reader.Map(node, "report_years") : null;
        if (years is not null)
        {
            reader.AllowOnly(years, "from", "to");
        }

        return new FormMap(
            id,
            title,
            layout,
            reader.Text(map, "generation") ?? "own",
            Year(years, "from"),
            Year(years, "to"),
            Types(map),
            stage,
            OneOf(map, "status", "known", "assumed") == "assumed",
            Source(map),
            reader.Localized(map, "note"),
            Signs(map),
            layout == FormLayout.List ? [.. reader.Maps(map, "columns", required: true).Select(rule => Column(rule, stage)).OfType<ColumnRule>()] : [],
            layout == FormLayout.Sheet ? [.. reader.Maps(map, "cells", required: true).Select(rule => Cell(rule, stage)).OfType<CellRule>()] : [],
            map.At)
        {
            Labels = [.. reader.Maps(map, "labels").Select(Label).OfType<LabelRule>()],
            Totals = [.. reader.Maps(map, "totals").Select(Total).OfType<TotalRule>()],
        };
    }

    /// <summary>Where a map is known from: in both languages, or in one's own words.</summary>
    private LocalizedText Source(DefinitionNode.Map map) => map["source"] is DefinitionNode.Map
        ? reader.Localized(map, "source") ?? new LocalizedText("", "")
        : reader.Text(map, "source") is { } text ? new LocalizedText(text, text) : new LocalizedText("", "");

    private Stage StageOf(DefinitionNode.Map map)
    {
        if (reader.Text(map, "stage") is not { } text)
        {
            return Stage.None;
        }

        var stage = Stages.Parse(text);
        if (stage == Stage.None)
        {
            reader.Report("map.stage", map["stage"]!.At, new($"不认识的学段“{text}”", $"Unknown stage '{text}'"), new("可用：primary、junior、senior", "Known: primary, junior, senior"));
        }

        return stage;
    }

    private ImmutableArray<SchoolType> Types(DefinitionNode.Map map)
    {
        var texts = reader.Texts(map, "school_types");
        foreach (var text in texts.Where(text => SchoolTypes.Parse(text) == SchoolType.Unknown))
        {
            reader.Report(
                "map.school-type", map["school_types"]!.At, new($"不认识的学校类型“{text}”", $"Unknown school type '{text}'"), new($"可用：{string.Join("、", SchoolTypes.Ids.Skip(1))}", $"Known: {string.Join(", ", SchoolTypes.Ids.Skip(1))}"));
        }

        return [.. texts.Select(SchoolTypes.Parse).Where(type => type != SchoolType.Unknown)];
    }

    private FormSigns Signs(DefinitionNode.Map map)
    {
        if (map["recognise"] is not { } node || reader.Map(node, "recognise") is not { } signs)
        {
            return new FormSigns([], [], []);
        }

        reader.AllowOnly(signs, "codes", "titles", "headings");
        return new FormSigns(reader.Texts(signs, "codes"), reader.Texts(signs, "titles"), [.. reader.List(signs, "headings").Select(Path).OfType<HeadingPath>()]);
    }

    private ColumnRule? Column(DefinitionNode.Map map, Stage stage)
    {
        reader.AllowOnly(map, "item", "path", "sum", "unit", "value", "values", "digits", "when");
        var value = reader.Text(map, "value");
        var terms = map["path"] is { } path ? [Path(path) is { } one ? new ColumnTerm(one) : null] : reader.Maps(map, "sum").Select(term =>
        {
            reader.AllowOnly(term, "path", "optional");
            return Path(term["path"]) is { } found ? new ColumnTerm(found, reader.Truth(term, "optional")) : null;
        }).ToList();
        if (Item(map, stage, allowSpecial: true) is not { } item)
        {
            return null;
        }

        if (value is null == (terms.Count == 0) || (map["path"] is not null && map["sum"] is not null))
        {
            reader.Report(
                "map.rule", map.At, new($"“{item}”要写 path、sum 或 value 中的一个", $"'{item}' takes one of path, sum and value"), new("写 path: [标题, 下级标题]", "Write path: [heading, heading below]"));
            return null;
        }

        return terms.TrueForAll(term => term is not null) ? new ColumnRule(item, [.. terms.OfType<ColumnTerm>()], reader.Text(map, "unit"), value, Values(map), Whole(map, "digits") ?? 0, Condition(map), map.At) : null;
    }

    private RowCondition? Condition(DefinitionNode.Map map)
    {
        if (map["when"] is not { } node || reader.Map(node, "when") is not { } when)
        {
            return null;
        }

        reader.AllowOnly(when, "path", "is");
        return Path(when["path"]) is { } path ? new RowCondition(path, reader.Texts(when, "is", required: true)) : null;
    }

    private ImmutableArray<(string Text, string Value)> Values(DefinitionNode.Map map) => map["values"] is { } node && reader.Map(node, "values") is { } values
        ? [.. values.Entries.Select(entry => (entry.Key, (entry.Value as DefinitionNode.Scalar)?.Text ?? ""))]
        : [];

    private HeadingPath? Path(DefinitionNode? node)
    {
        var parts = node switch
        {
            DefinitionNode.Scalar scalar => [scalar.Text],
            DefinitionNode.Sequence list => [.. list.Items.OfType<DefinitionNode.Scalar>().Select(part => part.Text)],
            _ => ImmutableArray<string>.Empty,
        };
        var path = HeadingPath.Of(parts);
        if (path.Parts.IsEmpty || path.Parts.Any(part => part.IsEmpty))
        {
            reader.Report(
                "map.path", node?.At ?? default, new("标题路径为空", "The heading path is empty"), new("写 [上级标题, 下级标题]", "Write [heading, heading below]"));
            return null;
        }

        return path;
    }

    /// <summary>The item with its stage: staged ones take the map's where they have none of their own.</summary>
    private string? Item(DefinitionNode.Map map, Stage stage, bool allowSpecial)
    {
        if (reader.Text(map, "item", required: true) is not { } item)
        {
            return null;
        }

        if (allowSpecial && item == CountsAsSchool)
        {
            return item;
        }

        if (catalogue[item] is { } column)
        {
            return column.IsStaged && stage != Stage.None ? $"{item}_{stage.Id()}" : item;
        }

        if (Stages.All.Any(each => item.EndsWith($"_{each.Id()}", StringComparison.Ordinal)) && catalogue[item[..item.LastIndexOf('_')]] is { IsStaged: true })
        {
            return item;
        }

        var near = catalogue.Columns.Select(known => known.Id).Where(known => known.Contains(item, StringComparison.Ordinal) || item.Contains(known, StringComparison.Ordinal)).Take(5);
        reader.Report("map.item", map["item"]!.At, new($"没有名为“{item}”的列", $"There is no column '{item}'"), new($"可用的列见术语表；相近的：{string.Join("、", near)}", $"The glossary lists the columns; similar: {string.Join(", ", near)}"));
        return null;
    }

    private string? OneOf(DefinitionNode.Map map, string key, params string[] known)
    {
        var text = reader.Text(map, key);
        if (text is not null && !known.Contains(text))
        {
            reader.Report("map.word", map[key]!.At, new($"“{key}”不能是“{text}”", $"'{key}' cannot be '{text}'"), new($"可用：{string.Join("、", known)}", $"Known: {string.Join(", ", known)}"));
        }

        return text;
    }

    private int? Year(DefinitionNode.Map? map, string key) => map is null ? null : Whole(map, key);

    private int? Whole(DefinitionNode.Map map, string key)
    {
        if (reader.Text(map, key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        reader.Report("map.whole", map[key]!.At, new($"“{key}”应当是整数，不是“{text}”", $"'{key}' is a whole number, not '{text}'"), new("只写数字", "Write digits only"));
        return null;
    }
}
