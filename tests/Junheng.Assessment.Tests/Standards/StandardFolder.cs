using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Standards;

/// <summary>A copy of the product's standards in a folder of its own, to be changed by a test and removed after it.</summary>
internal sealed class StandardFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-standards-");

    public StandardFolder()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "standards");
        foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(source, file), File.ReadAllText(file));
        }
    }

    /// <summary>Writes a file, in a folder of its own where the name has one.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Changes every file.</summary>
    public void Rewrite(Func<string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.FullName, "*.yaml", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, change(File.ReadAllText(file)));
        }
    }

    /// <summary>Opens a standard; it must be sound.</summary>
    public Standard Open(string id, params string[] overlays) => Assert.IsType<StandardOpening.Opened>(Opening(id, overlays)).Standard;

    /// <summary>What is wrong with a standard; it must not be sound.</summary>
    public IReadOnlyList<Finding> Findings(string id, params string[] overlays) => Assert.IsType<StandardOpening.Refused>(Opening(id, overlays)).Findings;

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private StandardOpening Opening(string id, string[] overlays) => new StandardFiles(_folder.FullName).Open(new StandardRequest(id, [.. overlays], []), Language.En);
}
