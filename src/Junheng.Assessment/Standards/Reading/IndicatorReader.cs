using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Assessment.Units;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;
using Junheng.Formulas;
using Junheng.Formulas.Columns;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Reads the indicators of a standard with their dated numbers and those of overlays.</summary>
internal static class IndicatorReader
{
    public static ImmutableArray<Indicator> Read(DefinitionNode.Map main, ImmutableArray<Overlay> overlays, ReadingContext context)
    {
        var maps = context.Reader.Maps(main, "indicators", required: true).ToList();
        if (maps.Count > UnitTable.MostNumerators)
        {
            context.Reader.Report(
                "standard.too-many-indicators",
                main["indicators"]!.At,
                new($"指标超过 {UnitTable.MostNumerators} 个", $"More than {UnitTable.MostNumerators} indicators"),
                new("拆成两个标准", "Split it into two standards"));
            return [];
        }

        return [.. maps.Select(map => Indicator(map, overlays, context)).OfType<Indicator>()];
    }

    /// <summary>The linear numerator of a formula over the enrolment, or null with a finding.</summary>
    public static (Rational Scale, ImmutableArray<NumeratorItem> Items)? Numerator(BoundFormula formula, DefinitionPosition at, ReadingContext context)
    {
        if (LinearForm.TryRecognise(formula, out var form) && form.Denominator?.Name == "enrolment" && form.Scale.Sign > 0)
        {
            return (form.Scale, [.. form.Terms.Select(term => new NumeratorItem(term.Column.Name, term.Coefficient, context.Columns[term.Column.Name] is { IsStaged: true }))]);
        }

        context.Reader.Report(
            "standard.not-linear",
            at,
            new("指标公式应当是“若干项之和 ÷ enrolment”", "An indicator must be a sum of items divided by enrolment"),
            new("写成 100 * pe_art_teachers / enrolment 的样子", "Write it like 100 * pe_art_teachers / enrolment"));
        return null;
    }

    private static Indicator? Indicator(DefinitionNode.Map map, ImmutableArray<Overlay> overlays, ReadingContext context)
    {
        var reader = context.Reader;
        reader.AllowOnly(map, "id", "title", "short", "unit", "formula", "values", "note");
        var id = reader.Text(map, "id", required: true);
        var title = reader.Localized(map, "title", required: true);
        var formula = context.Formula(map, "formula", context.Schema, AssessmentSchema.UnitLevel, FormulaKind.Number, required: true);
        if (id is null || title is null || formula is null || Numerator(formula, map["formula"]!.At, context) is not { } numerator)
        {
            return null;
        }

        var norms = reader.Maps(map, "values", required: true).Select(value => Norm(value, null, context))
            .Concat(overlays.SelectMany(overlay => overlay.ValuesOf("indicators", id, reader).Select(value => Norm(value, overlay.Id, context))));
        return new Indicator(
            id, title, reader.Localized(map, "short") ?? title, UnitSymbol(map, formula, context), formula, numerator.Scale, numerator.Items, [.. norms]);
    }

    private static LocalizedText UnitSymbol(DefinitionNode.Map map, BoundFormula formula, ReadingContext context)
    {
        var id = context.Reader.Text(map, "unit", required: true);
        if (id is not null && context.Units.Named.TryGetValue(id, out var unit))
        {
            if (formula.Unit is { } actual && !actual.Equals(unit.Of))
            {
                context.Reader.Report(
                    "standard.unit", map["unit"]!.At, new($"单位“{id}”与公式的单位 {actual} 不符", $"Unit '{id}' is not the formula's unit {actual}"), new("改单位或改公式", "Change the unit or the formula"));
            }

            return unit.Symbol;
        }

        if (id is not null)
        {
            var known = string.Join("、", context.Units.Named.Keys.Order(StringComparer.Ordinal));
            context.Reader.Report("standard.unit", map["unit"]!.At, new($"不认识的单位“{id}”", $"Unknown unit '{id}'"), new($"可用：{known}", $"Known: {known}"));
        }

        return new LocalizedText("", "");
    }

    private static DatedNorm Norm(DefinitionNode.Map map, string? overlay, ReadingContext context)
    {
        context.Reader.AllowOnly(map, "from", "norm", "floor", "cv_limit", "cv_target", "source", "mark", "note");
        return new DatedNorm(
            context.Reader.Date(map, "from", required: true) ?? DateOnly.MinValue,
            context.StageNumbers(map, "norm"),
            context.StageNumbers(map, "floor"),
            context.StageNumbers(map, "cv_limit"),
            context.StageNumbers(map, "cv_target"),
            context.Source(map),
            overlay);
    }
}
