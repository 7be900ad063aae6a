using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Binding;

/// <summary>Everything that can be wrong with the names, kinds and units of a formula.</summary>
internal static class BindingErrors
{
    public static FormulaError UnknownName(NameSyntax at, FormulaEntityType level, string? meant, FormulaEntityType? below) => Error(
        "unknown-name", at,
        $"“{level.Name}”没有列“{at.Name}”。", $"'{level.Name}' has no column '{at.Name}'.",
        below is not null ? $"它是下级“{below.Name}”的列，请汇总，例如 sum({below.Collection}.{at.Name})。" : MeantZh(meant, "请核对列名。"),
        below is not null
            ? $"It is a column of '{below.Name}': aggregate it, e.g. sum({below.Collection}.{at.Name})."
            : MeantEn(meant, "Check the column's name."));

    public static FormulaError UnknownSetting(SettingSyntax at, string? meant) => Error("unknown-setting", at,
        $"没有设置项“{at.Id}”。", $"There is no setting '{at.Id}'.",
        MeantZh(meant is null ? null : "$" + meant, "请核对设置项的标识。"), MeantEn(meant is null ? null : "$" + meant, "Check the setting's id."));

    public static FormulaError UnknownCollection(AggregateSyntax at, FormulaEntityType level, string? meant) =>
        SyntaxErrors.Error("unknown-collection", at.CollectionSpan,
            $"“{level.Name}”之下没有“{at.Collection}”。", $"There are no '{at.Collection}' below '{level.Name}'.",
            MeantZh(meant, "这一级之下没有可汇总的内容。"), MeantEn(meant, "Nothing can be aggregated at this level."));

    public static FormulaError UnknownLevel(string level, string? meant) => SyntaxErrors.Error("unknown-level", default,
        $"没有层级“{level}”。", $"There is no level '{level}'.", MeantZh(meant, "请核对层级名。"), MeantEn(meant, "Check the level's name."));

    public static FormulaError WrongKind(SyntaxNode at, FormulaKind wanted, FormulaKind found) => Error("wrong-kind", at,
        $"此处需要{Zh(wanted)}，“{Short(at)}”却是{Zh(found)}。", $"{En(wanted)} is needed here, but '{Short(at)}' is {En(found)}.",
        wanted == FormulaKind.Truth ? "请写成比较，例如 enrolment > 0。" : $"请改用{Zh(wanted)}。",
        wanted == FormulaKind.Truth ? "Write a comparison, e.g. enrolment > 0." : $"Use {En(wanted)}.");

    public static FormulaError NotOrdered(SyntaxNode at, FormulaKind found) => Error("not-ordered", at,
        $"“{Short(at)}”是{Zh(found)}，没有大小之分。", $"'{Short(at)}' is {En(found)}, which has no order.",
        "只能用 = 或 !=。", "Use = or !=.");

    public static FormulaError UnitMismatch(SyntaxNode at, BoundNode left, BoundNode right) => Error("unit-mismatch", at,
        $"单位不同：“{Short(left.Syntax)}”的单位是 {left.Unit}，“{Short(right.Syntax)}”的单位是 {right.Unit}。",
        $"Different units: '{Short(left.Syntax)}' is in {left.Unit}, '{Short(right.Syntax)}' in {right.Unit}.",
        "单位相同的量才能相加减或比较；可先用乘除换算。", "Only quantities of one unit can be added or compared; multiply or divide first.");

    public static FormulaError WrongUnit(SyntaxNode at, Unit wanted, Unit found) => Error("wrong-unit", at,
        $"公式的单位应是 {wanted}，却是 {found}。", $"The formula should be in {wanted}, but is in {found}.",
        "请检查乘除是否写全。", "Check the products and quotients.");

    public static FormulaError UnknownCode(SyntaxNode at, FormulaColumn column, string code, string? meant) => Error("unknown-code", at,
        $"列“{column.Name}”没有取值“{code}”。", $"Column '{column.Name}' never holds '{code}'.",
        MeantZh(meant is null ? null : $"'{meant}'", $"可用的取值：{string.Join('、', column.Codes)}。"),
        MeantEn(meant is null ? null : $"'{meant}'", $"It may hold: {string.Join(", ", column.Codes)}."));

    public static FormulaError RoundingDigits(SyntaxNode at) => Error("rounding-digits", at,
        "round 的小数位数不对。", "These are not decimals to round to.",
        $"请写 0 到 {FormulaLimits.RoundingDigits} 的整数。", $"Write a whole number from 0 to {FormulaLimits.RoundingDigits}.");

    public static FormulaError YearsToAdd(SyntaxNode at) => Error("years-to-add", at,
        "add_years 的年数不对。", "These are not years to add.",
        $"请写 -{FormulaLimits.Years} 到 {FormulaLimits.Years} 的整数，或取这种值的设置项。",
        $"Write a whole number from -{FormulaLimits.Years} to {FormulaLimits.Years}, or a setting of such a value.");

    private static FormulaError Error(string rule, SyntaxNode at, string zh, string en, string remedyZh, string remedyEn) =>
        SyntaxErrors.Error(rule, at.Span, zh, en, remedyZh, remedyEn);

    private static string MeantZh(string? meant, string otherwise) => meant is null ? otherwise : $"是否想写 {meant}？";

    private static string MeantEn(string? meant, string otherwise) => meant is null ? otherwise : $"Did you mean {meant}?";

    private static string Short(SyntaxNode node)
    {
        var text = SyntaxPrinter.Print(node);
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    private static string Zh(FormulaKind kind) => kind switch
    {
        FormulaKind.Number => "数值",
        FormulaKind.Truth => "真假值",
        FormulaKind.Text => "文本",
        _ => "日期",
    };

    private static string En(FormulaKind kind) => kind switch
    {
        FormulaKind.Number => "a number",
        FormulaKind.Truth => "a truth value",
        FormulaKind.Text => "a text",
        _ => "a date",
    };
}
