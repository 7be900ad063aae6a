using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Reads the evaluation items that are not per school. A formula is bound once for each dated set of norms, which are its constants.</summary>
internal static class ItemReader
{
    public static ImmutableArray<EvaluationItem> Read(DefinitionNode.Map main, ImmutableArray<Overlay> overlays, ReadingContext context) =>
        [.. context.Reader.Maps(main, "items").Select(map => Item(map, overlays, context)).OfType<EvaluationItem>()];

    private static EvaluationItem? Item(DefinitionNode.Map map, ImmutableArray<Overlay> overlays, ReadingContext context)
    {
        var reader = context.Reader;
        reader.AllowOnly(map, "id", "title", "short", "fields", "value", "unit", "digits", "values", "test", "eased", "table_check", "table", "note", "source", "mark");
        if (reader.Text(map, "id", required: true) is not { } id || reader.Localized(map, "title", required: true) is not { } title)
        {
            return null;
        }

        var fields = Fields(map, context);
        ImmutableArray<DatedItemNorm> norms =
        [
            .. reader.Maps(map, "values").Select(value => Norm(value, context)),
            .. overlays.SelectMany(overlay => overlay.ValuesOf("items", id, reader).Select(value => Norm(value, context))),
        ];
        var schemas = norms.Select(norm => Schema(fields, norm, context)).DefaultIfEmpty(Schema(fields, null, context)).ToImmutableArray();
        var eased = reader.Maps(map, "eased").Select(each => EasedTest(each, schemas, context)).OfType<EasedTest>();
        return new EvaluationItem(
            id,
            title,
            reader.Localized(map, "short") ?? title,
            fields,
            Formula(map, "value", schemas, FormulaKind.Number, context),
            reader.Text(map, "unit") ?? "",
            map["digits"] is { } digits ? (int)(reader.Decimal(digits, "digits")?.ToDouble() ?? 0) : 0,
            Formula(map, "test", schemas, FormulaKind.Truth, context),
            [.. eased],
            Formula(map, "table_check", schemas, FormulaKind.Truth, context),
            norms,
            reader.Localized(map, "note"),
            [.. reader.Maps(map, "table").Select(each => TableCount(each, fields, schemas, context)).OfType<TableCount>()]);
    }

    private static ImmutableArray<ItemField> Fields(DefinitionNode.Map map, ReadingContext context)
    {
        if (map["fields"] is not { } node || context.Reader.Map(node, "fields") is not { } byId)
        {
            return [];
        }

        var fields = ImmutableArray.CreateBuilder<ItemField>();
        var taken = new HashSet<string>(StringComparer.Ordinal) { "evaluated_on" };
        foreach (var entry in byId.Entries)
        {
            if (context.Reader.Map(entry.Value, entry.Key) is not { } field || context.Reader.Name(entry.Key, entry.KeyAt, taken) is null)
            {
                continue;
            }

            context.Reader.AllowOnly(field, "kind", "unit", "title", "note");
            var text = context.Reader.Text(field, "kind") ?? "number";
            if (!Enum.TryParse<FormulaKind>(text, ignoreCase: true, out var kind))
            {
                context.Reader.Report("standard.field-kind", field.At, new($"不认识的字段类型“{text}”", $"Unknown kind of field '{text}'"), new("可用：number、truth、date、text", "Known: number, truth, date, text"));
            }

            fields.Add(new ItemField(entry.Key, kind, context.Reader.Text(field, "unit") ?? "1", context.Reader.Localized(field, "title") ?? new LocalizedText(entry.Key, entry.Key)));
        }

        return fields.ToImmutable();
    }

    private static DatedItemNorm Norm(DefinitionNode.Map map, ReadingContext context)
    {
        var reader = context.Reader;
        reader.AllowOnly(map, "from", "norm", "norms", "source", "mark", "note");
        var named = ImmutableDictionary.CreateBuilder<string, Rational>();
        if (map["norms"] is { } node && reader.Map(node, "norms") is { } norms)
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in norms.Entries)
            {
                if (reader.Name(entry.Key, entry.KeyAt, taken) is not null && context.Number(entry.Value, entry.Key) is { } number)
                {
                    named[entry.Key] = number;
                }
            }
        }

        return new DatedItemNorm(
            reader.Date(map, "from", required: true) ?? DateOnly.MinValue,
            map["norm"] is { } norm ? context.Number(norm, "norm") : null,
            named.ToImmutable(),
            context.Source(map));
    }

    private static FormulaSchema Schema(ImmutableArray<ItemField> fields, DatedItemNorm? norm, ReadingContext context)
    {
        var constants = context.Constants.ToList();
        if (norm?.Norm is { } main)
        {
            constants.Add(new FormulaSetting("norm", FormulaValue.Of(main)));
        }

        constants.AddRange((norm?.Named ?? []).Select(each => new FormulaSetting($"norm.{each.Key}", FormulaValue.Of(each.Value))));
        var columns = fields.Select(field => field.Kind == FormulaKind.Number
            ? FormulaColumn.Number(field.Id, context.Units.Base(field.Unit))
            : new FormulaColumn(field.Id, field.Kind, Unit.One));
        return AssessmentSchema.Of(context.Columns, context.Units, constants, columns);
    }

    private static TableCount? TableCount(DefinitionNode.Map map, ImmutableArray<ItemField> fields, ImmutableArray<FormulaSchema> schemas, ReadingContext context)
    {
        var reader = context.Reader;
        reader.AllowOnly(map, "field", "title", "level", "when", "amount", "shows");
        var level = reader.Text(map, "level", required: true) ?? AssessmentSchema.UnitLevel;
        if (level is not (AssessmentSchema.UnitLevel or AssessmentSchema.SchoolLevel))
        {
            reader.Report("standard.table-level", map.At, new($"不认识的层级“{level}”", $"Unknown level '{level}'"), new("可用：unit、school", "Known: unit, school"));
            return null;
        }

        var field = reader.Text(map, "field");
        if (field is not null && !fields.Any(each => each.Id == field))
        {
            reader.Report("standard.table-field", map.At, new($"没有填报项“{field}”", $"There is no field '{field}'"), new("改成该事项的填报项", "Name a field of the item"));
            return null;
        }

        return reader.Localized(map, "title", required: true) is { } title && Formula(map, "when", schemas, FormulaKind.Truth, context, level) is { } when
            ? new TableCount(field, title, level, when, Formula(map, "amount", schemas, FormulaKind.Number, context, level), Formula(map, "shows", schemas, FormulaKind.Number, context, level))
            : null;
    }

    private static ItemFormula? Formula(
        DefinitionNode.Map map, string key, ImmutableArray<FormulaSchema> schemas, FormulaKind kind, ReadingContext context, string level = AssessmentSchema.CountyLevel)
    {
        var bound = ImmutableArray.CreateBuilder<BoundFormula>();
        foreach (var schema in schemas)
        {
            if (context.Formula(map, key, schema, level, kind) is not { } formula)
            {
                return null;
            }

            bound.Add(formula);
        }

        return new ItemFormula(bound.ToImmutable());
    }

    private static EasedTest? EasedTest(DefinitionNode.Map map, ImmutableArray<FormulaSchema> schemas, ReadingContext context)
    {
        context.Reader.AllowOnly(map, "easement", "test");
        return context.Reader.Text(map, "easement", required: true) is { } easement && Formula(map, "test", schemas, FormulaKind.Truth, context) is { } test
            ? new EasedTest(easement, test)
            : null;
    }
}
