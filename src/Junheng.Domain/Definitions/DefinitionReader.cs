using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Domain.Definitions;

/// <summary>
/// Reads typed parts of a definition tree and collects everything that is wrong, each with file, line, column and remedy.
/// A part that is wrong reads as null (or an empty list), so that reading goes on and finds the rest.
/// </summary>
public sealed class DefinitionReader(Language language)
{
    private static readonly HashSet<string> _formulaWords = ["or", "and", "not", "in", "is", "missing", "true", "false", "where", "at"];

    private readonly List<Finding> _findings = [];

    /// <summary>The language of the findings.</summary>
    public Language Language { get; } = language;

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>True once something is wrong.</summary>
    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    /// <summary>Adds a finding at a place.</summary>
    public void Report(string rule, DefinitionPosition at, LocalizedText message, LocalizedText remedy) => _findings.Add(new Finding(
        rule, Severity.Error, new Origin(at.File, null, string.Create(CultureInfo.InvariantCulture, $"{at.Line}:{at.Column}")), message.In(Language), remedy.In(Language)));

    /// <summary>The node as a map, or null with a finding.</summary>
    public DefinitionNode.Map? Map(DefinitionNode? node, string what)
    {
        if (node is DefinitionNode.Map map)
        {
            return map;
        }

        ReportShape(node, what, new("一组“名称: 值”", "a group of 'name: value' pairs"));
        return null;
    }

    /// <summary>The list under a key; empty when absent.</summary>
    public ImmutableArray<DefinitionNode> List(DefinitionNode.Map map, string key, bool required = false)
    {
        switch (map[key])
        {
            case DefinitionNode.Sequence list:
                return list.Items;
            case null:
                if (required)
                {
                    ReportAbsent(map, key);
                }

                return [];
            case var other:
                ReportShape(other, key, new("一个列表", "a list"));
                return [];
        }
    }

    /// <summary>The maps in the list under a key; entries that are no maps are reported.</summary>
    public IEnumerable<DefinitionNode.Map> Maps(DefinitionNode.Map map, string key, bool required = false) =>
        List(map, key, required).Select(node => Map(node, key)).OfType<DefinitionNode.Map>();

    /// <summary>The texts in the list under a key.</summary>
    public ImmutableArray<string> Texts(DefinitionNode.Map map, string key, bool required = false) =>
        [.. List(map, key, required).Select(node => ScalarText(node, key)).OfType<string>()];

    /// <summary>The text under a key; null when absent or empty.</summary>
    public string? Text(DefinitionNode.Map map, string key, bool required = false)
    {
        var node = map[key];
        if (node is null || node is DefinitionNode.Scalar { Text: "" })
        {
            if (required)
            {
                ReportAbsent(map, key);
            }

            return null;
        }

        return ScalarText(node, key);
    }

    /// <summary>
    /// A name that formulas can use, under a key: letters, digits and _, not starting with a digit; dotted parts where allowed. Null with a finding for anything else
    /// and for a name given before.
    /// </summary>
    public string? Name(DefinitionNode.Map map, string key, ISet<string> taken, bool dotted = false) =>
        Text(map, key, required: true) is { } name ? Name(name, map[key]!.At, taken, dotted) : null;

    /// <summary>The same for a name that stands somewhere else, e.g. as the key of a map.</summary>
    public string? Name(string name, DefinitionPosition at, ISet<string> taken, bool dotted = false)
    {
        var isName = (dotted ? name.Split('.') : [name]).All(IsName);
        if (isName && taken.Add(name))
        {
            return name;
        }

        Report(
            "definition.name",
            at,
            isName ? new($"名称“{name}”用了两次", $"The name '{name}' is given twice") : new($"“{name}”不能用作名称", $"'{name}' cannot be a name"),
            new("名称由字母、数字和下划线组成，不以数字开头，不重复，也不用 and、or、not 等词", "Names are of letters, digits and _, do not start with a digit, are given once and are no words of the formula language"));
        return null;
    }

    /// <summary>A text in both languages: <c>{zh: …, en: …}</c>. Without English the Chinese stands in; an English text may be empty.</summary>
    public LocalizedText? Localized(DefinitionNode.Map map, string key, bool required = false)
    {
        if (map[key] is null)
        {
            if (required)
            {
                ReportAbsent(map, key);
            }

            return null;
        }

        return Map(map[key], key) is { } texts && Text(texts, "zh", required: true) is { } zh
            ? new LocalizedText(zh, texts["en"] is DefinitionNode.Scalar english ? english.Text : zh)
            : null;
    }

    /// <summary>A date <c>yyyy-MM-dd</c> under a key.</summary>
    public DateOnly? Date(DefinitionNode.Map map, string key, bool required = false)
    {
        if (Text(map, key, required) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report("definition.date", map[key]!.At, new($"“{key}”的值“{text}”不是日期", $"'{key}': '{text}' is not a date"), new("写成 2017-04-19 的样子", "Write it like 2017-04-19"));
        return null;
    }

    /// <summary>An exact decimal at a node.</summary>
    public Rational? Decimal(DefinitionNode node, string what)
    {
        if (ScalarText(node, what) is not { } text)
        {
            return null;
        }

        if (Rational.TryParseDecimal(text, out var value))
        {
            return value;
        }

        Report("definition.number", node.At, new($"“{what}”的值“{text}”不是数", $"'{what}': '{text}' is not a number"), new("写成 4.2 的样子，不带单位", "Write it like 4.2, without a unit"));
        return null;
    }

    /// <summary>true or false under a key.</summary>
    public bool Truth(DefinitionNode.Map map, string key, bool otherwise = false)
    {
        switch (Text(map, key))
        {
            case null:
                return otherwise;
            case "true" or "yes":
                return true;
            case "false" or "no":
                return false;
            case var text:
                Report("definition.truth", map[key]!.At, new($"“{key}”的值“{text}”既不是 true 也不是 false", $"'{key}': '{text}' is neither true nor false"), new("写 true 或 false", "Write true or false"));
                return otherwise;
        }
    }

    /// <summary>Reports every key of a map that is not one of the known ones, with the nearest known one as a hint.</summary>
    public void AllowOnly(DefinitionNode.Map map, params ReadOnlySpan<string> known)
    {
        foreach (var entry in map.Entries)
        {
            if (!known.Contains(entry.Key))
            {
                var list = string.Join("、", known.ToArray());
                Report("definition.unknown-key", entry.KeyAt, new($"不认识的名称“{entry.Key}”", $"Unknown key '{entry.Key}'"), new($"可用：{list}", $"Known: {list}"));
            }
        }
    }

    private static bool IsName(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0])
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') && !_formulaWords.Contains(name);

    private string? ScalarText(DefinitionNode node, string what)
    {
        if (node is DefinitionNode.Scalar scalar)
        {
            return scalar.Text;
        }

        ReportShape(node, what, new("一个值", "a single value"));
        return null;
    }

    private void ReportAbsent(DefinitionNode.Map map, string key) =>
        Report("definition.absent", map.At, new($"缺少“{key}”", $"'{key}' is missing"), new($"补上“{key}: …”", $"Add '{key}: …'"));

    private void ReportShape(DefinitionNode? node, string what, LocalizedText expected) => Report(
        "definition.shape", node?.At ?? default, new($"“{what}”应当是{expected.Zh}", $"'{what}' should be {expected.En}"), new("对照随附的标准文件改正", "Compare with the standards that come with the product"));
}
