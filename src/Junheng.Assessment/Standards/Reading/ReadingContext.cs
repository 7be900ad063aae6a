using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>What the readers of a standard's sections share: findings, settings, columns, units, and how to read what may name a setting.</summary>
internal sealed class ReadingContext(DefinitionReader reader, ImmutableArray<Setting> settings, ColumnCatalogue columns, UnitTexts units)
{
    public DefinitionReader Reader => reader;

    public ColumnCatalogue Columns => columns;

    public UnitTexts Units => units;

    /// <summary>The formula schema of units, schools and counties with the standard's settings.</summary>
    public FormulaSchema Schema { get; } = AssessmentSchema.Of(columns, units, SettingValues.Of(settings));

    /// <summary>The settings as formula constants.</summary>
    public ImmutableArray<FormulaSetting> Constants { get; } = SettingValues.Of(settings);

    /// <summary>A decimal, or the value of the setting that the text <c>$id</c> names.</summary>
    public Rational? Number(DefinitionNode node, string what) =>
        node is DefinitionNode.Scalar { Text: ['$', .. var id] } ? Constant<FormulaValue.Number>(node, id)?.Value : reader.Decimal(node, what);

    /// <summary>A date, or the value of the setting that the text <c>$id</c> names.</summary>
    public DateOnly? Date(DefinitionNode.Map map, string key) =>
        map[key] is DefinitionNode.Scalar { Text: ['$', .. var id] } node ? Constant<FormulaValue.Date>(node, id)?.Value : reader.Date(map, key, required: true);

    /// <summary>A truth value, or that of the setting that the text <c>$id</c> names; <paramref name="otherwise"/> when absent.</summary>
    public bool Truth(DefinitionNode.Map map, string key, bool otherwise) =>
        map[key] is DefinitionNode.Scalar { Text: ['$', .. var id] } node ? Constant<FormulaValue.Truth>(node, id)?.Value ?? otherwise : reader.Truth(map, key, otherwise);

    /// <summary>Decimals a stage under a key: <c>{primary: 4.2, junior: 5.3}</c>.</summary>
    public StageNumbers StageNumbers(DefinitionNode.Map map, string key)
    {
        if (map[key] is not { } node || reader.Map(node, key) is not { } byStage)
        {
            return Standards.StageNumbers.None;
        }

        reader.AllowOnly(byStage, "primary", "junior", "senior");
        var numbers = ImmutableDictionary.CreateBuilder<Stage, Rational>();
        foreach (var entry in byStage.Entries)
        {
            if (Stages.Parse(entry.Key) is var stage and not Stage.None && Number(entry.Value, entry.Key) is { } number)
            {
                numbers[stage] = number;
            }
        }

        return new StageNumbers(numbers.ToImmutable());
    }

    /// <summary>Where a rule stands and how sure it is.</summary>
    public RuleSource Source(DefinitionNode.Map map)
    {
        var tag = reader.Text(map, "source", required: true) ?? "";
        var mark = reader.Text(map, "mark", required: true) ?? "";
        if (mark is not ("" or "2+" or "1" or "1r" or "R" or "I" or "GAP"))
        {
            reader.Report(
                "standard.mark", map["mark"]!.At, new($"不认识的可信度标记“{mark}”", $"Unknown confidence mark '{mark}'"), new("可用：2+、1、1r、R、I、GAP", "Known: 2+, 1, 1r, R, I, GAP"));
        }

        return new RuleSource(tag, mark);
    }

    /// <summary>The formula under a key, bound at a level; null when absent or wrong.</summary>
    public BoundFormula? Formula(DefinitionNode.Map map, string key, FormulaSchema schema, string level, FormulaKind kind, bool required = false)
    {
        if (reader.Text(map, key, required) is not { } text)
        {
            return null;
        }

        var result = Junheng.Formulas.Formula.Compile(text, schema, level, kind);
        foreach (var error in result.Errors)
        {
            var at = map[key]!.At;
            reader.Report(error.Rule, at with { Column = at.Column + error.Start }, error.Message, error.Remedy);
        }

        return result.TryGet(out var formula) ? formula : null;
    }

    private T? Constant<T>(DefinitionNode node, string id)
        where T : FormulaValue
    {
        var setting = Constants.FirstOrDefault(constant => constant.Id == id);
        if (setting?.Value is T value)
        {
            return value;
        }

        reader.Report(
            "standard.setting",
            node.At,
            new($"没有合适的设置项“{id}”", $"No suitable setting '{id}'"),
            new("在 settings 中定义它，或改写名称", "Define it under settings, or correct the name"));
        return null;
    }
}
