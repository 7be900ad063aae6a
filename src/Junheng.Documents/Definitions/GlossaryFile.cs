using System.Collections.Immutable;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>A word of the field.</summary>
/// <param name="Term">The word.</param>
/// <param name="Meaning">What it means, in each language.</param>
/// <param name="Code">The names that it has in files and in the code.</param>
public sealed record GlossaryTerm(string Term, LocalizedText Meaning, ImmutableArray<string> Code);

/// <summary>Reads the words of the field.</summary>
public static class GlossaryFile
{
    /// <summary>The words that come with the product, in the order of their file; none where it is absent or unsound.</summary>
    public static ImmutableArray<GlossaryTerm> BesideProgram() => Path.Combine(AppContext.BaseDirectory, "glossary.yaml") is var path && File.Exists(path)
        ? Read(File.ReadAllText(path), Path.GetFileName(path))
        : [];

    /// <summary>The words of a text.</summary>
    public static ImmutableArray<GlossaryTerm> Read(string text, string file)
    {
        var reader = new DefinitionReader(Language.Zh);
        if (YamlDefinition.Read(text, file, reader) is not DefinitionNode.Map map)
        {
            return [];
        }

        var terms = reader.Maps(map, "terms", required: true).Select(term => Term(reader, term)).ToImmutableArray();
        return reader.HasErrors ? [] : terms;
    }

    private static GlossaryTerm Term(DefinitionReader reader, DefinitionNode.Map term)
    {
        var meaning = reader.Text(term, "en", required: true) ?? "";
        return new GlossaryTerm(reader.Text(term, "zh", required: true) ?? "", new LocalizedText(reader.Text(term, "say") ?? meaning, meaning), reader.Texts(term, "code"));
    }
}
