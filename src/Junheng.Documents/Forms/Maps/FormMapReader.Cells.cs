using System.Collections.Immutable;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Forms.Maps;

/// <content>Maps of sheets of one school: cells, labels, totals.</content>
internal sealed partial class FormMapReader
{
    private CellRule? Cell(DefinitionNode.Map map, Stage stage)
    {
        reader.AllowOnly(map, "item", "row", "code", "column", "number", "parts", "subtotal", "sum", "unit", "optional", "blank", "school_types");
        var terms = map["sum"] is null ? [Term(map)] : reader.Maps(map, "sum").Select(term =>
        {
            reader.AllowOnly(term, "row", "code", "column", "number", "parts", "subtotal");
            return Term(term);
        }).ToList();
        var blankIsZero = OneOf(map, "blank", "missing", "zero") == "zero";
        return Item(map, stage, allowSpecial: false) is { } item && terms.TrueForAll(term => term is not null)
            ? new CellRule(item, [.. terms.OfType<CellTerm>()], reader.Text(map, "unit"), reader.Truth(map, "optional"), blankIsZero, Types(map), map.At)
            : null;
    }

    private CellTerm? Term(DefinitionNode.Map map)
    {
        var term = new CellTerm(
            map["row"] is { } row ? Path(row) : null, reader.Text(map, "code"), map["column"] is { } column ? Path(column) : null, reader.Text(map, "number"))
        {
            Parts = Paths(map, "parts"),
            IsSubtotal = map["subtotal"] is null ? null : reader.Truth(map, "subtotal"),
        };
        if ((term.Row is null && term.RowCode is null) || (term.Column is null && term.ColumnNumber is null))
        {
            reader.Report(
                "map.rule",
                map.At,
                new("每个单元格要写出行（row 或 code）和列（column 或 number）", "A cell takes a row (row or code) and a column (column or number)"),
                new("写 row: [小学, 计], column: [体育与健康]", "Write row: [小学, 计], column: [体育与健康]"));
            return null;
        }

        return term;
    }

    private LabelRule? Label(DefinitionNode.Map map)
    {
        reader.AllowOnly(map, "item", "label", "values", "digits");
        var labels = reader.Text(map, "label", required: true)?.Split('|').Select(HeadingPath.Normalised).Where(label => label.Length > 0).ToImmutableArray() ?? [];
        if (Item(map, Stage.None, allowSpecial: false) is not { } item)
        {
            return null;
        }

        if (labels.IsEmpty || catalogue[item] is null or { Kind: ColumnKind.Number })
        {
            reader.Report(
                "map.rule",
                map.At,
                new($"“{item}”不能按标签读取", $"'{item}' cannot be read by a label"),
                new("labels 只用于学校的代码、名称、类型等；数值写在 cells 里", "labels are for codes, names and types of the school; figures go under cells"));
            return null;
        }

        return new LabelRule(item, labels, Values(map), Whole(map, "digits") ?? 0, map.At);
    }

    private TotalRule? Total(DefinitionNode.Map map)
    {
        reader.AllowOnly(map, "rows", "columns", "total", "parts");
        var rule = new TotalRule(Paths(map, "rows"), Paths(map, "columns"), Path(map["total"]) ?? HeadingPath.Of([]), Paths(map, "parts"));
        if (rule.Rows.IsEmpty == rule.Columns.IsEmpty || rule.Parts.Length < 2)
        {
            reader.Report(
                "map.rule",
                map.At,
                new("合计要写 rows 或 columns 中的一个，并写出至少两个 parts", "A total takes one of rows and columns, and at least two parts"),
                new("写 rows: [[总计]], total: [合计], parts: [[一年级], [二年级]]", "Write rows: [[总计]], total: [合计], parts: [[一年级], [二年级]]"));
            return null;
        }

        return rule;
    }

    private ImmutableArray<HeadingPath> Paths(DefinitionNode.Map map, string key) => [.. reader.List(map, key).Select(Path).OfType<HeadingPath>()];
}
