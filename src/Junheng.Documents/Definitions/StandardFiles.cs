using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Counties;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>
/// The standards as YAML files in a folder: one folder a standard with <c>standard.yaml</c>, overlays under <c>overlays/</c>, and the shared
/// <c>columns.yaml</c> and <c>units.yaml</c>. A standard is read once for each content and settings, then kept; settings come from addresses that anybody writes, so
/// only those used last are.
/// </summary>
public sealed class StandardFiles : IStandardLibrary
{
    private const string MainFile = "standard.yaml";
    private const int Most = 128;
    private readonly string _folder;
    private readonly RecentlyUsed<string, Standard> _read = new(Most);
    private readonly RecentlyUsed<string, OpenedBefore> _opened = new(Most);

    /// <summary>The standards in a folder.</summary>
    public StandardFiles(string folder) => _folder = folder;

    /// <summary>The standards that lie beside the program, from whatever folder it is run.</summary>
    public static StandardFiles BesideProgram { get; } = new(Path.Combine(AppContext.BaseDirectory, "standards"));

    /// <inheritdoc/>
    public ImmutableArray<string> Ids => !Directory.Exists(_folder)
        ? []
        : [.. Directory.EnumerateDirectories(_folder).Where(folder => File.Exists(Path.Combine(folder, MainFile))).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public ImmutableArray<string> OverlayIds => !Directory.Exists(Path.Combine(_folder, "overlays"))
        ? []
        : [.. Directory.EnumerateFiles(Path.Combine(_folder, "overlays"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public StandardOpening Open(StandardRequest request, Language language)
    {
        var asked = string.Join('|', request.Overlays.Prepend(request.IdOrFile).Concat(request.Settings.Select(setting => $"{setting.Id}={setting.Value}")));
        if (_opened.Find(asked) is { } earlier && earlier.Files.All(file => file.Holds))
        {
            return new StandardOpening.Opened(earlier.Standard);
        }

        var reader = new DefinitionReader(language);
        var files = Gather(request, reader);
        if (reader.HasErrors)
        {
            return new StandardOpening.Refused([.. reader.Findings]);
        }

        var hash = HashOf(files.Select(file => file.Text));
        var key = $"{hash}|{string.Join('|', request.Settings.Select(setting => $"{setting.Id}={setting.Value}"))}";
        var standard = _read.Find(key);
        if (standard is null)
        {
            if (Parse(files, hash, reader) is not { } source || StandardReader.Read(source, request.Settings, reader) is not { } read)
            {
                return new StandardOpening.Refused([.. reader.Findings]);
            }

            standard = _read.Keep(key, read);
        }

        _opened.Replace(asked, new OpenedBefore([.. files.Select(file => file.Stamp)], standard));
        return new StandardOpening.Opened(standard);
    }

    /// <summary>All files of a request: the standard's own first, its includes, the overlays, then columns and units.</summary>
    private List<DefinitionFile> Gather(StandardRequest request, DefinitionReader reader)
    {
        var files = new List<DefinitionFile>();
        var main = Ids.Contains(request.IdOrFile) ? Path.Combine(_folder, request.IdOrFile, MainFile) : request.IdOrFile;
        main = Directory.Exists(main) ? Path.Combine(main, MainFile) : main;
        if (Load(main, DefinitionRole.Standard, reader) is not { } first)
        {
            var known = string.Join("、", Ids);
            reader.Report(
                "standards.not-found",
                new DefinitionPosition(request.IdOrFile, 1, 1),
                new($"没有标准“{request.IdOrFile}”", $"No standard '{request.IdOrFile}'"),
                new($"可用：{known}，或给出文件路径", $"Known: {known}; or give a file's path"));
            return files;
        }

        files.Add(first);
        files.AddRange(IncludesOf(first).Select(name => Load(Path.Combine(Path.GetDirectoryName(main) ?? "", name), DefinitionRole.Include, reader) ?? Absent(name, first, reader)).OfType<DefinitionFile>());
        foreach (var overlay in request.Overlays)
        {
            var path = OverlayIds.Contains(overlay) ? Path.Combine(_folder, "overlays", overlay + ".yaml") : overlay;
            if ((Load(path, DefinitionRole.Overlay, reader) ?? Absent(overlay, first, reader)) is { } file)
            {
                files.Add(file);
            }
        }

        foreach (var (name, role) in new[] { ("columns.yaml", DefinitionRole.Columns), ("units.yaml", DefinitionRole.Units) })
        {
            if ((Load(Path.Combine(_folder, name), role, reader) ?? Absent(name, first, reader)) is { } file)
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static DefinitionFile? Load(string path, DefinitionRole role, DefinitionReader reader)
    {
        try
        {
            var stamp = FileStamp.Of(path); // before it is read: what changes meanwhile is read again
            return File.Exists(path) ? new DefinitionFile(Path.GetFileName(path), File.ReadAllText(path, Encoding.UTF8), role, stamp) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            reader.Report("standards.unreadable", new DefinitionPosition(path, 1, 1), new($"文件无法读取：{fault.Message}", $"The file cannot be read: {fault.Message}"), new("检查权限", "Check permissions"));
            return null;
        }
    }

    private static DefinitionFile? Absent(string name, DefinitionFile first, DefinitionReader reader)
    {
        reader.Report("standards.absent", new DefinitionPosition(first.Name, 1, 1), new($"找不到文件“{name}”", $"File '{name}' is not there"), new("补上文件，或改正名称", "Add the file or correct its name"));
        return null;
    }

    /// <summary>The file names under <c>include:</c>, without reading the whole file's meaning.</summary>
    private static ImmutableArray<string> IncludesOf(DefinitionFile file)
    {
        var quiet = new DefinitionReader(Language.En);
        return YamlDefinition.Read(file.Text, file.Name, quiet) is DefinitionNode.Map map
            ? [.. quiet.Texts(map, "include").Where(name => name == Path.GetFileName(name))]
            : [];
    }

    private static StandardSource? Parse(List<DefinitionFile> files, string hash, DefinitionReader reader)
    {
        var parsed = files.Select(file => (file.Role, Node: YamlDefinition.Read(file.Text, file.Name, reader))).ToList();
        if (parsed.Exists(file => file.Node is null))
        {
            return null;
        }

        var main = parsed.Where(file => file.Role is DefinitionRole.Standard or DefinitionRole.Include).Select(file => reader.Map(file.Node, "standard")).OfType<DefinitionNode.Map>().ToList();
        if (reader.HasErrors || main.Count == 0)
        {
            return null;
        }

        return new StandardSource(
            Merge(main, reader),
            [.. parsed.Where(file => file.Role == DefinitionRole.Overlay).Select(file => file.Node!)],
            parsed.First(file => file.Role == DefinitionRole.Columns).Node!,
            parsed.First(file => file.Role == DefinitionRole.Units).Node!,
            hash);
    }

    /// <summary>One map with the sections of all files; a section stands in one file only.</summary>
    private static DefinitionNode.Map Merge(List<DefinitionNode.Map> files, DefinitionReader reader)
    {
        var entries = new Dictionary<string, DefinitionEntry>(StringComparer.Ordinal);
        foreach (var entry in files.SelectMany(file => file.Entries))
        {
            if (!entries.TryGetValue(entry.Key, out var earlier))
            {
                entries[entry.Key] = entry;
            }
            else if (earlier.Value is DefinitionNode.Sequence some && entry.Value is DefinitionNode.Sequence more)
            {
                entries[entry.Key] = earlier with { Value = some with { Items = some.Items.AddRange(more.Items) } };
            }
            else
            {
                reader.Report("yaml.duplicate-key", entry.KeyAt, new($"“{entry.Key}”在几个文件里都有", $"'{entry.Key}' stands in several files"), new("只保留一处", "Keep one"));
            }
        }

        return new DefinitionNode.Map(files[0].At, [.. entries.Values]);
    }

    /// <summary>The content hash of definition files, the same whatever their line ends.</summary>
    internal static string HashOf(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private enum DefinitionRole
    {
        Standard,
        Include,
        Overlay,
        Columns,
        Units,
    }

    private sealed record DefinitionFile(string Name, string Text, DefinitionRole Role, FileStamp Stamp);

    /// <summary>What a request opened, and the files as they were then.</summary>
    private sealed record OpenedBefore(ImmutableArray<FileStamp> Files, Standard Standard);
}
