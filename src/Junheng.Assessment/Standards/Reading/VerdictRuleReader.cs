using System.Collections.Immutable;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Reads the verdict of a standard in the closed algebra of rules.</summary>
internal static class VerdictRuleReader
{
    private const int DeepestNesting = 8;

    public static ImmutableArray<StandardPart> Parts(DefinitionNode.Map main, ReadingContext context) =>
        [.. context.Reader.Maps(main, "verdict", required: true).Select(map => Part(map, context)).OfType<StandardPart>()];

    private static StandardPart? Part(DefinitionNode.Map map, ReadingContext context)
    {
        var reader = context.Reader;
        reader.AllowOnly(map, "part", "title", "rule", "source", "mark", "note");
        var id = reader.Text(map, "part", required: true);
        var rule = Rule(map["rule"], 0, context);
        return id is null || rule is null ? null : new StandardPart(id, reader.Localized(map, "title") ?? new LocalizedText(id, id), rule, context.Source(map));
    }

    private static VerdictRule? Rule(DefinitionNode? node, int depth, ReadingContext context)
    {
        var reader = context.Reader;
        if (reader.Map(node, "rule") is not { } map)
        {
            return null;
        }

        if (depth > DeepestNesting || map.Entries.Length != 1)
        {
            ReportForm(map.At, reader);
            return null;
        }

        var (key, value) = (map.Entries[0].Key, map.Entries[0].Value);
        switch (key)
        {
            case "all":
                return new VerdictRule.All([.. reader.List(map, key).Select(inner => Rule(inner, depth + 1, context)).OfType<VerdictRule>()]);
            case "eachUnit":
                return reader.Map(value, key) is { } eachUnit && AtLeast(eachUnit, context) is { } rule ? new VerdictRule.EachUnit(rule) : null;
            case "dispersion":
                return reader.Map(value, key) is { } dispersion ? new VerdictRule.Dispersion(Of(dispersion, context)) : null;
            case "composite":
                return reader.Map(value, key) is { } composite ? new VerdictRule.Composite(Of(composite, context), context.StageNumbers(composite, "limit")) : null;
            case "items":
                return new VerdictRule.Items(reader.Texts(map, key));
            case "veto":
                return new VerdictRule.Veto(reader.Texts(map, key));
            case "manual":
                return reader.Text(map, key, required: true) is { } id ? new VerdictRule.Manual(id) : null;
            default:
                ReportForm(map.Entries[0].KeyAt, reader);
                return null;
        }
    }

    private static ImmutableArray<string> Of(DefinitionNode.Map map, ReadingContext context)
    {
        context.Reader.AllowOnly(map, "of", "limit");
        return context.Reader.Texts(map, "of", required: true);
    }

    private static AtLeast? AtLeast(DefinitionNode.Map map, ReadingContext context)
    {
        var reader = context.Reader;
        reader.AllowOnly(map, "atLeast", "of", "rest");
        var of = reader.Texts(map, "of", required: true);
        var count = map["atLeast"] is { } node ? context.Number(node, "atLeast") : null;
        if (count is not { IsInteger: true } whole || whole < 1 || whole > of.Length)
        {
            reader.Report(
                "standard.at-least",
                map["atLeast"]?.At ?? map.At,
                new($"atLeast 应当是 1 到 {of.Length} 的整数", $"atLeast must be a whole number from 1 to {of.Length}"),
                new("例如 atLeast: 6", "For example atLeast: 6"));
            return null;
        }

        return new AtLeast((int)whole.Numerator, of, RestAtFloor: reader.Text(map, "rest") == "floor");
    }

    private static void ReportForm(DefinitionPosition at, DefinitionReader reader) => reader.Report(
        "standard.rule",
        at,
        new("不认识的判定规则", "Unknown form of rule"),
        new("一条规则只用一种：all、eachUnit、dispersion、composite、items、veto、manual", "A rule is one of: all, eachUnit, dispersion, composite, items, veto, manual"));
}
