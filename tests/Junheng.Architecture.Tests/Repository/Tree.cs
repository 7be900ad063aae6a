using System.Collections.Immutable;

namespace Junheng.Architecture.Tests.Repository;

/// <summary>The files of the repository: what people wrote, without what builds leave behind.</summary>
public static class Tree
{
    private static readonly ImmutableHashSet<string> _leftBehind =
        [".git", ".data", ".work", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "dist", "TestResults", "BenchmarkDotNet.Artifacts", "__pycache__"];

    private static readonly ImmutableHashSet<string> _textEndings =
        ["", ".cs", ".csproj", ".props", ".slnx", ".json", ".yaml", ".yml", ".md", ".txt", ".csv", ".sh", ".js", ".mjs", ".ts", ".css", ".razor", ".resx", ".html", ".svg", ".xml"];

    /// <summary>The folder that the solution lies in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every text file, as a path from the root with forward slashes, in ordinal order.</summary>
    public static ImmutableArray<string> TextFiles { get; } = [.. Walk(Root).Where(path => _textEndings.Contains(Path.GetExtension(path))).Order(StringComparer.Ordinal)];

    /// <summary>The C# and Razor sources below a folder.</summary>
    public static IEnumerable<string> SourcesBelow(string folder) =>
        TextFiles.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && Path.GetExtension(path) is (".cs" or ".razor"));

    /// <summary>The content of a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(FullPath(path));

    /// <summary>Where a path of the repository lies on this machine.</summary>
    public static string FullPath(string path) => Path.Combine(Root, path);

    /// <summary>Whether a file or folder is there.</summary>
    public static bool Exists(string path) => File.Exists(FullPath(path)) || Directory.Exists(FullPath(path));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !_leftBehind.Contains(Path.GetFileName(inner))))
        {
            foreach (var file in Walk(inner))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Junheng.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
