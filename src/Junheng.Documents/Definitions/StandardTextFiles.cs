using System.Text;
using Junheng.Application.Import;
using Junheng.Assessment.Standards;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>Gathers a standard's definition files in the order of its content hash, and makes sure that they have it.</summary>
public sealed class StandardTextFiles(string folder) : IStandardTexts
{
    /// <inheritdoc/>
    public StandardText Of(Standard standard)
    {
        var main = Load($"{standard.Id}/standard.yaml");
        var quiet = new DefinitionReader(Language.En);
        var includes = YamlDefinition.Read(main.Text, main.Path, quiet) is DefinitionNode.Map map ? quiet.Texts(map, "include") : [];
        StandardTextFile[] files =
        [
            main,
            .. includes.Select(name => Load($"{standard.Id}/{name}")),
            .. standard.Overlays.Select(overlay => Load($"overlays/{overlay}.yaml")),
            Load("columns.yaml"),
            Load("units.yaml"),
        ];
        return StandardFiles.HashOf(files.Select(file => file.Text)) == standard.ContentHash
            ? new StandardText(standard.ContentHash, standard.Id, standard.Version, [.. files])
            : throw new InvalidOperationException($"The files of {standard.Id} do not have its content hash.");
    }

    private StandardTextFile Load(string path) => new(path, File.ReadAllText(Path.Combine(folder, path), Encoding.UTF8).ReplaceLineEndings("\n"));
}
