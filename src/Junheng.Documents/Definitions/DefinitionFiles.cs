using Junheng.Application.Standards;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>Tells overlays and rules of consistency from standards by their content.</summary>
public sealed class DefinitionFiles : IDefinitionFiles
{
    /// <inheritdoc/>
    public string? OverlayBaseOf(string path) =>
        Read(path) is { } root && root["overlay"] is DefinitionNode.Map overlay ? new DefinitionReader(Language.En).Text(overlay, "base") : null;

    /// <inheritdoc/>
    public bool AreChecks(string path) => Read(path) is { } root && CheckFiles.AreChecks(root);

    /// <summary>The file as a map; null where it is none or cannot be read, and then the library says why when it opens it.</summary>
    private static DefinitionNode.Map? Read(string path)
    {
        try
        {
            return File.Exists(path) ? YamlDefinition.Read(File.ReadAllText(path), Path.GetFileName(path), new DefinitionReader(Language.En)) as DefinitionNode.Map : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
