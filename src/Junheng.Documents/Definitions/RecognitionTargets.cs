using System.Collections.Immutable;
using Junheng.Application.Recognition;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>The aims for recognition that lie beside the program as YAML.</summary>
public sealed class RecognitionTargets : IRecognitionTargets
{
    /// <summary>Reads a file; an absent one has no aims.</summary>
    /// <exception cref="InvalidDataException">The file is unsound.</exception>
    public RecognitionTargets(string path)
    {
        var reader = new DefinitionReader(Language.Zh);
        var file = File.Exists(path) ? reader.Map(YamlDefinition.Read(File.ReadAllText(path), Path.GetFileName(path), reader), "targets") : null;
        All = file is null ? [] : [.. reader.Maps(file, "targets", required: true).Select(map => Target(map, reader)).OrderBy(target => target.Region, StringComparer.Ordinal).ThenBy(target => target.Year)];
        if (reader.HasErrors)
        {
            throw new InvalidDataException($"{reader.Findings[0].Place}: {reader.Findings[0].Message}");
        }
    }

    /// <summary>The aims that come with the product.</summary>
    public static RecognitionTargets BesideProgram() => new(Path.Combine(AppContext.BaseDirectory, "standards", "recognition-targets.yaml"));

    /// <inheritdoc/>
    public ImmutableArray<RecognitionTarget> All { get; }

    private static RecognitionTarget Target(DefinitionNode.Map map, DefinitionReader reader)
    {
        reader.AllowOnly(map, "region", "year", "share", "title", "source", "mark");
        var year = map["year"] is { } given ? reader.Decimal(given, "year") : null;
        var share = map["share"] is { } part ? reader.Decimal(part, "share") : null;
        return new RecognitionTarget(
            reader.Text(map, "region", required: true) ?? "",
            year is { IsInteger: true } whole ? (int)whole.Numerator : 0,
            share?.ToDouble(),
            reader.Localized(map, "title", required: true) ?? new LocalizedText("", ""),
            reader.Text(map, "source", required: true) ?? "",
            reader.Text(map, "mark", required: true) ?? "");
    }
}
