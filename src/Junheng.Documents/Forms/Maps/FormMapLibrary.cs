using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Maps;

/// <summary>The maps of one call.</summary>
/// <param name="Own">A clerk's own maps, which go first.</param>
/// <param name="BuiltIn">The maps that come with the product.</param>
internal sealed record FormMaps(ImmutableArray<FormMap> Own, ImmutableArray<FormMap> BuiltIn)
{
    /// <summary>All maps, the own ones first.</summary>
    public IEnumerable<FormMap> All => Own.Concat(BuiltIn);
}

/// <summary>The maps as YAML files in a folder. Examples are read only when asked for by file.</summary>
internal sealed class FormMapLibrary(string folder)
{
    private const string Examples = "examples";
    private readonly ConcurrentDictionary<(ColumnCatalogue Columns, Language Language), (ImmutableArray<FormMap> Maps, ImmutableArray<Finding> Findings)> _builtIn = [];

    /// <summary>The maps that lie beside the program, from whatever folder it is run.</summary>
    public static FormMapLibrary BesideProgram { get; } = new(Path.Combine(AppContext.BaseDirectory, "forms"));

    /// <summary>The maps of a call; what is wrong with a map stands in the findings, with line and column.</summary>
    /// <param name="own">A clerk's own maps.</param>
    /// <param name="columns">The public columns.</param>
    /// <param name="language">The language of findings.</param>
    public (FormMaps Maps, ImmutableArray<Finding> Findings) Open(IReadOnlyList<InputFile> own, ColumnCatalogue columns, Language language)
    {
        var (builtIn, faults) = _builtIn.GetOrAdd((columns, language), _ => ReadAll(Files(), columns, language));
        var (maps, findings) = ReadAll(own.Select(file => (Path.GetFileName(file.Name), Text(file))), columns, language);
        return (new FormMaps(maps, builtIn), [.. faults, .. findings]);
    }

    private static string? Text(InputFile file)
    {
        try
        {
            return file.Content is { } content ? Encoding.UTF8.GetString(content) : File.ReadAllText(file.Name, Encoding.UTF8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static (ImmutableArray<FormMap> Maps, ImmutableArray<Finding> Findings) ReadAll(IEnumerable<(string Name, string? Text)> files, ColumnCatalogue columns, Language language)
    {
        var reader = new DefinitionReader(language);
        var maps = ImmutableArray.CreateBuilder<FormMap>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, text) in files)
        {
            if (text is null)
            {
                reader.Report("map.not-found", new DefinitionPosition(name, 1, 1), new("表样映射文件无法读取", "The map cannot be read"), new("检查文件名和权限", "Check its name and permissions"));
                continue;
            }

            if (YamlDefinition.Read(text, name, reader) is { } root && new FormMapReader(columns, reader).Read(root) is { } map)
            {
                if (!ids.Add(map.Id))
                {
                    reader.Report("map.id", map.At, new($"映射 {map.Id} 有两个", $"Two maps are called {map.Id}"), new("改名", "Rename one"));
                }

                maps.Add(map);
            }
        }

        return (maps.ToImmutable(), [.. reader.Findings]);
    }

    private IEnumerable<(string Name, string? Text)> Files() => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Relative.StartsWith(Examples + "/", StringComparison.Ordinal))
            .OrderBy(file => file.Relative, StringComparer.Ordinal)
            .Select(file => (file.Relative, (string?)File.ReadAllText(file.Path, Encoding.UTF8)));
}
