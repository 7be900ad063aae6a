using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Domain.Definitions;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Reads scope, split and the indoor-sports correction.</summary>
internal static class ScopeReader
{
    public static ImmutableArray<ScopeRule> Exclusions(DefinitionNode.Map main, ReadingContext context)
    {
        if (main["scope"] is not { } node || context.Reader.Map(node, "scope") is not { } scope)
        {
            return [];
        }

        context.Reader.AllowOnly(scope, "exclude");
        return [.. context.Reader.Maps(scope, "exclude").Select(map => Exclusion(map, context)).OfType<ScopeRule>()];
    }

    public static SplitRule Split(DefinitionNode.Map main, ReadingContext context)
    {
        var reader = context.Reader;
        if (main["split"] is not { } node || reader.Map(node, "split") is not { } split)
        {
            return SplitRule.None;
        }

        reader.AllowOnly(split, "items", "weights", "source", "mark", "note");
        var weights = ImmutableDictionary.CreateBuilder<SchoolType, StageNumbers>();
        if (split["weights"] is { } weightsNode && reader.Map(weightsNode, "weights") is { } byType)
        {
            foreach (var entry in byType.Entries)
            {
                weights[TypeOf(entry, reader)] = context.StageNumbers(byType, entry.Key);
            }
        }

        return new SplitRule([.. reader.Texts(split, "items", required: true)], weights.ToImmutable(), context.Source(split));
    }

    public static IndoorSportsRule? IndoorSports(DefinitionNode.Map main, ReadingContext context)
    {
        var reader = context.Reader;
        if (main["indoor_sports"] is not { } node || reader.Map(node, "indoor_sports") is not { } map)
        {
            return null;
        }

        reader.AllowOnly(map, "item", "subtract_from", "add_to", "when", "source", "mark", "note");
        if (!context.Truth(map, "when", otherwise: true))
        {
            return null;
        }

        return reader.Text(map, "item", required: true) is { } item && reader.Text(map, "subtract_from", required: true) is { } from
            && reader.Text(map, "add_to", required: true) is { } to
            ? new IndoorSportsRule(item, from, to, context.Source(map))
            : null;
    }

    private static ScopeRule? Exclusion(DefinitionNode.Map map, ReadingContext context)
    {
        context.Reader.AllowOnly(map, "reason", "when", "title", "source", "mark", "note");
        var when = context.Formula(map, "when", context.Schema, AssessmentSchema.UnitLevel, FormulaKind.Truth, required: true);
        var reason = context.Reader.Text(map, "reason", required: true);
        return when is null || reason is null
            ? null
            : new ScopeRule(reason, when, context.Reader.Localized(map, "title") ?? new LocalizedText(reason, reason), context.Source(map));
    }

    private static SchoolType TypeOf(DefinitionEntry entry, DefinitionReader reader)
    {
        var type = SchoolTypes.Parse(entry.Key);
        if (type == SchoolType.Unknown)
        {
            reader.Report(
                "standard.school-type", entry.KeyAt, new($"不认识的学校类型“{entry.Key}”", $"Unknown school type '{entry.Key}'"), new("可用：nine_year、complete_secondary、twelve_year", "Known: nine_year, complete_secondary, twelve_year"));
        }

        return type;
    }
}
