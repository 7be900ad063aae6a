using Junheng.Application.Standards;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>Tells overlays from standards by their content.</summary>
public sealed class DefinitionFiles : IDefinitionFiles
{
    /// <inheritdoc/>
    public string? OverlayBaseOf(string path)
    {
        try
        {
            var quiet = new DefinitionReader(Language.En);
            return File.Exists(path)
                && YamlDefinition.Read(File.ReadAllText(path), Path.GetFileName(path), quiet) is DefinitionNode.Map root
                && root["overlay"] is DefinitionNode.Map overlay
                    ? quiet.Text(overlay, "base")
                    : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null; // the library says why when it opens the file
        }
    }
}
