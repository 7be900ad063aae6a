using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Items;

/// <summary>Reads the text of an items-file value by the kind of its field.</summary>
internal static class FieldValue
{
    private static readonly string[] _dateForms = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>The value; missing when blank, null when the text is not of the kind.</summary>
    public static FormulaValue? Of(FormulaKind kind, string text, string field)
    {
        if (text.Length == 0)
        {
            return FormulaValue.MissingOf(field);
        }

        return kind switch
        {
            FormulaKind.Number => Rational.TryParseDecimal(text, out var number) ? FormulaValue.Of(number) : null,
            FormulaKind.Truth => Truth(text) is { } truth ? FormulaValue.Of(truth) : null,
            FormulaKind.Date => DateOnly.TryParseExact(text, _dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? FormulaValue.Of(date) : null,
            _ => FormulaValue.Of(text),
        };
    }

    /// <summary>A truth value or conclusion in the words that people use; null for other texts.</summary>
    public static bool? Truth(string text) => text switch
    {
        "yes" or "true" or "1" or "met" or "是" or "有" or "达标" or "符合" or "合格" => true,
        "no" or "false" or "0" or "not_met" or "否" or "无" or "未达标" or "不达标" or "不符合" or "不合格" => false,
        _ => null,
    };
}
