using Junheng.Documents.Definitions;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Architecture.Tests.Repository;

/// <summary>A data file of the repository, read by the reader of the product's definitions.</summary>
public sealed class Yaml
{
    private Yaml(string path)
    {
        Reader = new DefinitionReader(Language.En);
        Root = Reader.Map(YamlDefinition.Read(Tree.Read(path), path, Reader), path)!;
    }

    /// <summary>The file's top.</summary>
    public DefinitionNode.Map Root { get; }

    /// <summary>Reads nodes and collects what is malformed.</summary>
    public DefinitionReader Reader { get; }

    /// <summary>Opens a file of the repository.</summary>
    public static Yaml Open(string path)
    {
        var file = new Yaml(path);
        file.MustBeSound();
        return file;
    }

    /// <summary>Nothing read so far was malformed.</summary>
    public void MustBeSound() => Assert.Empty(Reader.Findings);
}
