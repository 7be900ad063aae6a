using System.Text.RegularExpressions;
using Junheng.Assessment.Standards;
using Junheng.Domain.Text;

namespace Junheng.Application.Explain;

/// <summary>A formula in the words of the people who read it: names of columns and fields in place of ids, the norm in force in place of its sign. The canonical text stays what is computed.</summary>
public static partial class FormulaWords
{
    private static readonly Dictionary<string, (string Zh, string En)> _signs = new(StringComparer.Ordinal)
    {
        ["*"] = ("×", "×"),
        ["/"] = ("÷", "÷"),
        ["<="] = ("≤", "≤"),
        [">="] = ("≥", "≥"),
        ["!="] = ("≠", "≠"),
        ["and"] = ("，且", "and"),
        ["or"] = ("或", "or"),
        ["not"] = ("非", "not"),
        ["is missing"] = ("缺", "is missing"),
        ["max"] = ("最大值", "largest of"),
        ["min"] = ("最小值", "least of"),
        ["sum"] = ("合计", "sum of"),
        ["count"] = ("个数", "count of"),
        ["if"] = ("如果", "if"),
        ["add_years"] = ("加年数", "years added to"),
        ["evaluated_on"] = ("评估日期", "the evaluation date"),
        ["'met'"] = ("“达标”", "'met'"),
        ["'not_met'"] = ("“未达标”", "'not met'"),
        ["'yes'"] = ("“是”", "'yes'"),
        ["'no'"] = ("“否”", "'no'"),
    };

    /// <summary>A formula over the columns of a standard.</summary>
    public static string Of(Standard standard, string formula, Language language) =>
        Words(formula, id => standard.Columns[id]?.Title.In(language), language);

    /// <summary>A formula over the fields of an item, with its norms as they are in force.</summary>
    public static string Of(StandardInForce inForce, EvaluationItem item, string formula, Language language)
    {
        var norm = item.Norms.IsEmpty ? null : item.Norms[inForce.NormIndex(item)];
        return Words(
            formula,
            id => id == "$norm" && norm?.Norm is { } number ? ExactText.Of(number)
                : id.StartsWith("$norm.", StringComparison.Ordinal) && norm is not null && norm.Named.TryGetValue(id[6..], out var named) ? ExactText.Of(named)
                : id.StartsWith('$') && inForce.Standard.Settings.FirstOrDefault(each => each.Id == id[1..]) is { } setting ? $"[{setting.Title.In(language)}]"
                : item.FieldOf(id)?.Title.In(language) ?? inForce.Standard.Columns[id]?.Title.In(language),
            language);
    }

    private static string Words(string formula, Func<string, string?> name, Language language)
    {
        var words = Token().Replace(formula, match => _signs.TryGetValue(match.Value, out var sign) ? language == Language.En ? sign.En : sign.Zh : name(match.Value) ?? match.Value);
        return language == Language.En ? words : words.Replace(" ，且 ", "，且 ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"is missing|'[a-z_]+'|\$?[A-Za-z_][A-Za-z0-9_.]*|<=|>=|!=|[*/]")]
    private static partial Regex Token();
}
