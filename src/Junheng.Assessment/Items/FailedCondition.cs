using System.Globalization;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;
using Junheng.Formulas;

namespace Junheng.Assessment.Items;

/// <summary>Says in words which condition of an item's test is not fulfilled: the first false one, with field names for people and the value found.</summary>
internal static class FailedCondition
{
    private const int ShownDecimals = 2;

    /// <summary>The reason, or null when the trace is not of a false test.</summary>
    public static LocalizedText? Of(FormulaTrace trace, EvaluationItem item)
    {
        if (trace.Value is not FormulaValue.Truth { Value: false })
        {
            return null;
        }

        var failed = trace;
        while (failed.Children.FirstOrDefault(IsFalse) is { } deeper)
        {
            failed = deeper;
        }

        return new LocalizedText(Sentence(failed, item, Language.Zh), Sentence(failed, item, Language.En));
    }

    private static bool IsFalse(FormulaTrace step) => step.Value is FormulaValue.Truth { Value: false };

    private static string Sentence(FormulaTrace failed, EvaluationItem item, Language language)
    {
        var intro = language == Language.En ? "Not fulfilled: " : "不满足：";
        if (failed.Children is not [{ Value: FormulaValue.Number found } left, { Value: FormulaValue.Number asked } right]
            || !failed.Text.StartsWith(left.Text, StringComparison.Ordinal) || !failed.Text.EndsWith(right.Text, StringComparison.Ordinal))
        {
            return intro + WithFieldNames(failed.Text, item, language);
        }

        var sign = failed.Text[left.Text.Length..^right.Text.Length].Trim() switch { "<=" => "≤", ">=" => "≥", "!=" => "≠", var other => other };
        var condition = $"{intro}{WithFieldNames(left.Text, item, language)} {sign} {Shown(asked.Value)}";
        return language == Language.En ? $"{condition} (it is {Shown(found.Value)})" : $"{condition}（实际为 {Shown(found.Value)}）";
    }

    private static string Shown(Rational value) => value.Round(ShownDecimals).ToDouble().ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A formula's text with the ids of fields replaced by their names; an id is only replaced as a whole word.</summary>
    private static string WithFieldNames(string formula, EvaluationItem item, Language language)
    {
        var words = new List<string>();
        for (var at = 0; at < formula.Length;)
        {
            var end = at;
            while (end < formula.Length && (char.IsLetterOrDigit(formula[end]) || formula[end] == '_'))
            {
                end++;
            }

            end = Math.Max(end, at + 1);
            var word = formula[at..end];
            words.Add(item.FieldOf(word)?.Title.In(language) ?? word);
            at = end;
        }

        return string.Concat(words);
    }
}
