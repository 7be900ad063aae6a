using System.Collections.Immutable;
using Junheng.Domain.Definitions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Junheng.Documents.Definitions;

/// <summary>Reads a YAML file into a definition tree that remembers lines and columns. Anchors, aliases and tags are refused: a definition says what it says.</summary>
public static class YamlDefinition
{
    private const int DeepestNesting = 40;

    /// <summary>The tree, or null with a finding.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="reader">Collects findings.</param>
    public static DefinitionNode? Read(string text, string file, DefinitionReader reader)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                reader.Report("yaml.empty", new DefinitionPosition(file, 1, 1), new("文件是空的", "The file is empty"), new("写入定义内容", "Write the definition"));
                return null;
            }

            parser.Consume<DocumentStart>();
            return Node(parser, file, 0, reader);
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException)
        {
            // The scanner answers some malformed texts with exceptions of its own state.
            var at = fault is YamlException { Start: var start } ? start : Mark.Empty;
            reader.Report(
                "yaml.syntax",
                new DefinitionPosition(file, (int)Math.Max(at.Line, 1), (int)Math.Max(at.Column, 1)),
                new($"YAML 写法有误：{fault.Message}", $"Not well-formed YAML: {fault.Message}"),
                new("检查缩进、冒号后的空格和引号", "Check indentation, the space after colons, and quotes"));
            return null;
        }
    }

    private static DefinitionNode? Node(Parser parser, string file, int depth, DefinitionReader reader)
    {
        var current = parser.Current!;
        var at = new DefinitionPosition(file, (int)current.Start.Line, (int)current.Start.Column);
        if (depth > DeepestNesting)
        {
            throw new YamlException(current.Start, current.End, "nested too deeply");
        }

        if (current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            throw new YamlException(current.Start, current.End, "anchors, aliases and tags are not allowed here");
        }

        switch (current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new DefinitionNode.Scalar(at, scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~" ? "" : scalar.Value);
            case SequenceStart:
                return Sequence(parser, at, file, depth, reader);
            case MappingStart:
                return Map(parser, at, file, depth, reader);
            default:
                throw new YamlException(current.Start, current.End, "anchors, aliases and tags are not allowed here");
        }
    }

    private static DefinitionNode.Sequence Sequence(Parser parser, DefinitionPosition at, string file, int depth, DefinitionReader reader)
    {
        parser.MoveNext();
        var items = ImmutableArray.CreateBuilder<DefinitionNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(parser, file, depth + 1, reader) is { } item)
            {
                items.Add(item);
            }
        }

        return new DefinitionNode.Sequence(at, items.ToImmutable());
    }

    private static DefinitionNode.Map Map(Parser parser, DefinitionPosition at, string file, int depth, DefinitionReader reader)
    {
        parser.MoveNext();
        var entries = ImmutableArray.CreateBuilder<DefinitionEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var keyAt = new DefinitionPosition(file, (int)key.Start.Line, (int)key.Start.Column);
            if (!keys.Add(key.Value))
            {
                reader.Report("yaml.duplicate-key", keyAt, new($"“{key.Value}”写了两次", $"'{key.Value}' is given twice"), new("只保留一个", "Keep one"));
            }

            if (Node(parser, file, depth + 1, reader) is { } value)
            {
                entries.Add(new DefinitionEntry(key.Value, keyAt, value));
            }
        }

        return new DefinitionNode.Map(at, entries.ToImmutable());
    }
}
