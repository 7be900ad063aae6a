using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Assessment.Consistency.Tests;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Consistency.Reading;

/// <summary>Reads one rule after the other; ids must differ.</summary>
internal sealed partial class CheckRuleReader(ReadingContext context, CheckColumns meanings, FormulaSchema schema)
{
    private static readonly string[] _levels = CheckWords.Levels;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private DefinitionReader Reader => context.Reader;

    /// <summary>The rule, or null with findings.</summary>
    public CheckRule? Read(DefinitionNode.Map map)
    {
        Reader.AllowOnly(
            map, "id", "kind", "group", "level", "when", "holds", "test", "with", "cells", "compares", "title", "message", "why", "remedy", "source", "mark", "from", "until", "note");
        var id = Id(map);
        var kind = Word(map, "kind", CheckWords.Kinds);
        var group = Word(map, "group", CheckWords.Groups);
        var level = Word(map, "level", _levels);
        var title = Reader.Localized(map, "title", required: true);
        var message = Reader.Localized(map, "message", required: true);
        var why = Reader.Localized(map, "why", required: true);
        var remedy = Reader.Localized(map, "remedy", required: true);
        var source = context.Source(map);
        var from = Reader.Date(map, "from", required: true);
        var until = Reader.Date(map, "until");
        var test = level < 0 ? null : Test(map);
        if (id is null || kind < 0 || group < 0 || level < 0 || title is null || message is null || why is null || remedy is null || from is null)
        {
            return null;
        }

        var levelName = _levels[level];
        var when = context.Formula(map, "when", schema, levelName, FormulaKind.Truth);
        var holds = test is null && map["test"] is null ? context.Formula(map, "holds", schema, levelName, FormulaKind.Truth, required: true) : null;
        OnlyOneForm(map);
        return holds is null && test is null ? null : new CheckRule
        {
            Id = id,
            Kind = (CheckKind)kind,
            Group = (CheckGroup)group,
            Level = (CheckLevel)level,
            When = when,
            Holds = holds,
            Test = test,
            Cells = Cells(map, (CheckLevel)level, holds),
            Compares = Columns(map, "compares", (CheckLevel)level),
            Title = title,
            Message = new CheckMessage(message, Blanks(map, message, levelName, test)),
            Why = why,
            Remedy = remedy,
            Source = source,
            From = from.Value,
            Until = until,
        };
    }

    private string? Id(DefinitionNode.Map map)
    {
        if (Reader.Text(map, "id", required: true) is not { } id)
        {
            return null;
        }

        if (!RuleId().IsMatch(id))
        {
            Reader.Report("checks.id", map["id"]!.At, new($"“{id}”不能用作规则编号", $"'{id}' cannot be a rule's id"), new("写成 check.grades-sum 的样子", "Write it like check.grades-sum"));
        }
        else if (!_taken.Add(id))
        {
            Reader.Report("checks.id", map["id"]!.At, new($"规则编号“{id}”用了两次", $"The id '{id}' is given twice"), new("换一个编号，或删去一条", "Take another id, or delete one"));
        }

        return id;
    }

    private int Word(DefinitionNode.Map map, string key, string[] words)
    {
        if (Reader.Text(map, key, required: true) is not { } word)
        {
            return -1;
        }

        var at = Array.IndexOf(words, word);
        if (at < 0)
        {
            var known = string.Join("、", words);
            Reader.Report("checks.word", map[key]!.At, new($"“{key}”不能是“{word}”", $"'{key}' cannot be '{word}'"), new($"可用：{known}", $"Known: {known}"));
        }

        return at;
    }

    private void OnlyOneForm(DefinitionNode.Map map)
    {
        if (map["test"] is not null && (map["holds"] ?? map["when"]) is { } formula)
        {
            Reader.Report("checks.form", formula.At, new("一条规则要么是公式，要么是 test", "A rule is either a formula or a test"), new("去掉其中之一", "Leave one out"));
        }
    }

    private CheckTestCall? Test(DefinitionNode.Map map)
    {
        if (Reader.Text(map, "test") is not { } name)
        {
            return null;
        }

        if (CheckTests.Of(name) is not { } test)
        {
            var known = string.Join("、", CheckTests.Names);
            Reader.Report("checks.test", map["test"]!.At, new($"没有检验“{name}”", $"No test '{name}'"), new($"可用：{known}", $"Known: {known}"));
            return null;
        }

        var with = map["with"] is { } node ? Reader.Map(node, "with") : new DefinitionNode.Map(map.At, []);
        if (with is null)
        {
            return null;
        }

        Reader.AllowOnly(with, [.. test.Numbers, .. test.Words.Select(word => word.Name), .. test.NeedsColumns ? ["columns"] : Array.Empty<string>()]);
        var numbers = test.Numbers.Select(number => (number, Value: NumberOf(with, number))).Where(each => each.Value is not null)
            .ToFrozenDictionary(each => each.number, each => each.Value!.Value, StringComparer.Ordinal);
        var words = test.Words.Select(word => (word.Name, At: Word(with, word.Name, [.. word.Choices]), word.Choices)).Where(each => each.At >= 0)
            .ToFrozenDictionary(each => each.Name, each => each.Choices[each.At], StringComparer.Ordinal);
        var columns = test.NeedsColumns ? Columns(with, "columns", CheckLevel.Unit, required: true) : [];
        return numbers.Count == test.Numbers.Length && words.Count == test.Words.Length ? new CheckTestCall(name, numbers, columns, words) : null;
    }

    private Rational? NumberOf(DefinitionNode.Map with, string key)
    {
        if (Reader.Text(with, key, required: true) is null)
        {
            return null;
        }

        return context.Number(with[key]!, key);
    }

    private ImmutableArray<string> Cells(DefinitionNode.Map map, CheckLevel level, BoundFormula? holds) => map["cells"] is null
        ? holds is null ? [] : [.. holds.Columns.Where(column => meanings[column] is { Level: not CheckLevel.County }).Select(column => column.Name)]
        : Columns(map, "cells", level);

    private ImmutableArray<string> Columns(DefinitionNode.Map map, string key, CheckLevel level, bool required = false)
    {
        var names = Reader.Texts(map, key, required);
        foreach (var (name, at) in names.Select((name, at) => (name, at)))
        {
            if (meanings.Nearest(level, name) is null)
            {
                var node = Reader.List(map, key)[at];
                Reader.Report("checks.column", node.At, new($"没有列“{name}”", $"No column '{name}'"), new("用 columns.yaml 中的列，或加前缀 previous_", "Use a column of columns.yaml, or one with previous_ before it"));
            }
        }

        return names;
    }

    /// <summary>What stands in the braces of a message: for a formula rule any formula, for a test one of its values.</summary>
    private FrozenDictionary<string, BoundFormula> Blanks(DefinitionNode.Map map, LocalizedText message, string level, CheckTestCall? test)
    {
        var formulas = new Dictionary<string, BoundFormula>(StringComparer.Ordinal);
        foreach (var blank in HitMaker.BlanksOf(message))
        {
            if (test is not null)
            {
                var known = CheckTests.Of(test.Name)!.Blanks;
                if (!known.Contains(blank))
                {
                    var list = string.Join("、", known.Select(name => $"{{{name}}}"));
                    Reader.Report("checks.blank", map["message"]!.At, new($"检验 {test.Name} 没有“{{{blank}}}”", $"Test {test.Name} has no '{{{blank}}}'"), new($"可用：{list}", $"Known: {list}"));
                }
            }
            else if (Formula.Compile(blank, schema, level) is var result && result.TryGet(out var formula))
            {
                formulas[blank] = formula;
            }
            else
            {
                foreach (var error in result.Errors)
                {
                    Reader.Report("checks.blank", map["message"]!.At, new($"“{{{blank}}}”：{error.Message.Zh}", $"'{{{blank}}}': {error.Message.En}"), error.Remedy);
                }
            }
        }

        return formulas.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^check\.[a-z][a-z0-9-]*$")]
    private static partial Regex RuleId();
}
