using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Junheng.Application.Check;
using Junheng.Assessment.Consistency;
using Junheng.Assessment.Consistency.Reading;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>
/// The rules of consistency as YAML files in the folder <c>checks</c> of the standards: all of them together, with the shared <c>columns.yaml</c> and
/// <c>units.yaml</c>. They are read once for each content and settings, then kept.
/// </summary>
public sealed class CheckFiles(string folder) : ICheckLibrary
{
    private readonly ConcurrentDictionary<string, CheckSet> _read = new(StringComparer.Ordinal);

    /// <summary>The rules that lie beside the program, from whatever folder it is run.</summary>
    public static CheckFiles BesideProgram { get; } = new(Path.Combine(AppContext.BaseDirectory, "standards"));

    /// <inheritdoc/>
    public CheckSetOpening Open(ImmutableArray<SettingOverride> settings, Language language) => Open(Own(null), settings, language);

    /// <inheritdoc/>
    public CheckSetOpening OpenWith(string path, Language language) => Open([.. Own(Path.GetFileName(path)), path], [], language);

    /// <summary>Whether a definition file holds rules of consistency, or settings of theirs.</summary>
    internal static bool AreChecks(DefinitionNode.Map file) => file["checks"] is not null
        || (file["settings"] is DefinitionNode.Sequence { Items: [DefinitionNode.Map first, ..] } && first["id"] is DefinitionNode.Scalar { Text: var id } && id.StartsWith("check.", StringComparison.Ordinal));

    private string[] Own(string? exceptName) => Directory.Exists(Path.Combine(folder, "checks"))
        ? [.. Directory.EnumerateFiles(Path.Combine(folder, "checks"), "*.yaml").Where(file => Path.GetFileName(file) != exceptName).Order(StringComparer.Ordinal)]
        : [];

    private CheckSetOpening Open(string[] files, ImmutableArray<SettingOverride> settings, Language language)
    {
        var reader = new DefinitionReader(language);
        var paths = files.Append(Path.Combine(folder, "columns.yaml")).Append(Path.Combine(folder, "units.yaml")).ToList();
        var texts = paths.Select(path => Load(path, reader)).ToList();
        if (reader.HasErrors)
        {
            return new CheckSetOpening.Refused([.. reader.Findings]);
        }

        var hash = StandardFiles.HashOf(texts!);
        var key = $"{hash}|{string.Join('|', settings.Select(setting => $"{setting.Id}={setting.Value}"))}";
        if (_read.TryGetValue(key, out var known))
        {
            return new CheckSetOpening.Opened(known);
        }

        var nodes = paths.Zip(texts, (path, text) => YamlDefinition.Read(text!, Path.GetFileName(path), reader)).ToList();
        var set = reader.HasErrors ? null : CheckSetReader.Read(new CheckSource([.. nodes.Take(files.Length)!], nodes[^2]!, nodes[^1]!, hash), settings, reader);
        return set is null ? new CheckSetOpening.Refused([.. reader.Findings]) : new CheckSetOpening.Opened(_read.GetOrAdd(key, set));
    }

    private static string? Load(string path, DefinitionReader reader)
    {
        var at = new DefinitionPosition(Path.GetFileName(path), 1, 1);
        try
        {
            if (File.Exists(path))
            {
                return File.ReadAllText(path, Encoding.UTF8);
            }

            reader.Report("standards.absent", at, new($"找不到文件“{at.File}”", $"File '{at.File}' is not there"), new("补上文件，或改正名称", "Add the file or correct its name"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            reader.Report("standards.unreadable", at, new($"文件无法读取：{fault.Message}", $"The file cannot be read: {fault.Message}"), new("检查权限", "Check permissions"));
        }

        return null;
    }
}
