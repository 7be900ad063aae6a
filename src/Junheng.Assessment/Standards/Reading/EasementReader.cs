using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Assessment.Units;
using Junheng.Domain.Definitions;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Reads transitional easements.</summary>
internal static class EasementReader
{
    public static ImmutableArray<Easement> Read(DefinitionNode.Map main, ReadingContext context) =>
        [.. context.Reader.Maps(main, "easements").Select(map => Easement(map, context)).OfType<Easement>()];

    private static Easement? Easement(DefinitionNode.Map map, ReadingContext context)
    {
        var reader = context.Reader;
        reader.AllowOnly(map, "id", "title", "indicator", "item", "when", "formula", "from", "until", "years_after_certification", "source", "mark", "note");
        if (reader.Text(map, "id", required: true) is not { } id || reader.Localized(map, "title", required: true) is not { } title)
        {
            return null;
        }

        var indicator = reader.Text(map, "indicator");
        var item = reader.Text(map, "item", required: indicator is null);
        var formula = context.Formula(map, "formula", context.Schema, AssessmentSchema.UnitLevel, FormulaKind.Number, required: indicator is not null);
        ImmutableArray<NumeratorItem> numerator = formula is not null && IndicatorReader.Numerator(formula, map["formula"]!.At, context) is { } linear
            ? linear.Items
            : [];
        var level = indicator is null ? AssessmentSchema.CountyLevel : AssessmentSchema.UnitLevel;
        return context.Formula(map, "when", context.Schema, level, FormulaKind.Truth, required: true) is not { } when ? null : new Easement(
            id,
            title,
            indicator,
            item,
            when,
            numerator,
            context.Date(map, "from") ?? DateOnly.MinValue,
            context.Date(map, "until") ?? DateOnly.MinValue,
            map["years_after_certification"] is { } years ? (int?)context.Number(years, "years_after_certification")?.ToDouble() : null,
            context.Source(map));
    }
}
