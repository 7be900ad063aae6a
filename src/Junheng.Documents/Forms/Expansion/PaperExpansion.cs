using System.Security.Cryptography;
using Junheng.Application.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Expansion;

/// <summary>Turns inputs into the files to be read: folders and archives into what lies in them, in the order of their names.</summary>
internal sealed class PaperExpansion(Language language)
{
    private const int MostFiles = 5_000;
    private const int DeepestFolder = 8;
    private static readonly string[] _tables = [".xlsx", ".xls", ".xlsm", ".csv", ".txt", ".tsv"];
    private readonly List<Finding> _findings = [];

    /// <summary>What was found on the way.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The papers of some inputs; null when every input is a single file, so that nothing changes for them.</summary>
    public List<Paper>? Expand(IReadOnlyList<InputFile> inputs)
    {
        if (!inputs.Any(IsSeveral))
        {
            return null;
        }

        var papers = new List<Paper>();
        foreach (var input in inputs)
        {
            if (input.Content is null && Directory.Exists(input.Name))
            {
                papers.AddRange(Folder(input));
            }
            else if (IsArchive(input.Name))
            {
                papers.AddRange(Archive(input, input.Content is null ? input.Name : null, Path.GetFileName(input.Name)));
            }
            else
            {
                papers.Add(new Paper(input, "", null, null));
            }
        }

        return papers;
    }

    /// <summary>Whether an input may hold several papers.</summary>
    public static bool IsSeveral(InputFile input) => IsArchive(input.Name) || (input.Content is null && Directory.Exists(input.Name));

    /// <summary>Whether a name is that of a table.</summary>
    public static bool IsTable(string name) => _tables.Contains(Path.GetExtension(name).ToLowerInvariant());

    /// <summary>Whether a name is that of a file which programs leave behind.</summary>
    public static bool IsLitter(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.') || name is "Thumbs.db" or "desktop.ini" || path.StartsWith("__MACOSX/", StringComparison.Ordinal);
    }

    private static bool IsArchive(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private List<Paper> Folder(InputFile input)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(input.Name));
        var folder = Path.GetFileName(root) is { Length: > 0 } last ? last : root;
        var papers = new List<Paper>();
        var others = new List<string>();
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System };
            var all = Directory.EnumerateFiles(root, "*", options).Take(MostFiles + 1).ToList();
            if (all.Count > MostFiles)
            {
                Refuse("forms.too-many-files", folder, new($"文件夹中的文件超过 {MostFiles} 个", $"The folder has more than {MostFiles} files"), new("给出装有年报表的文件夹，或分几次读取", "Give the folder that holds the papers, or read it in parts"));
                return [];
            }

            var files = all
                .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
                .Where(file => !IsLitter(file.Name))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .ToList();
            foreach (var (path, name) in files)
            {
                var shown = $"{folder}/{name}";
                if ((IsArchive(name) || IsTable(name)) && new FileInfo(path).Length == 0)
                {
                    _findings.Add(new FileFindings(shown, language).Empty()); // also what is no file at all, such as a pipe, which would never end
                }
                else if (IsArchive(name))
                {
                    papers.AddRange(Archive(input, path, shown));
                }
                else if (IsTable(name))
                {
                    papers.Add(new Paper(input, shown, path, null));
                }
                else
                {
                    others.Add(name);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _findings.Add(new FileFindings(folder, language).Unreadable(fault.Message));
        }

        Conclude(folder, papers.Count, others);
        return papers;
    }

    private List<Paper> Archive(InputFile input, string? path, string name)
    {
        var findings = new FileFindings(name, language);
        try
        {
            var bytes = path is null ? input.Content! : FileBytes.Read(path, TableLimits.Default, findings);
            if (!FileKind.IsZip(bytes))
            {
                // a workbook or text under a wrong name, or something that the table reader refuses in better words
                return [new Paper(input, name, path, path is null ? input.Content : null)];
            }

            var archive = new PaperArchive(name, new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(bytes))));
            var members = new ZipMembers(name, language).Read(bytes);
            _findings.AddRange(members.Findings);
            Conclude(name, members.Files.Count, members.Others);
            return [.. members.Files.Select(member => new Paper(input, $"{name}/{member.Name}", null, member.Content, archive))];
        }
        catch (RefusedException refusal)
        {
            _findings.Add(refusal.Finding);
            return [];
        }
    }

    private void Conclude(string name, int papers, List<string> others)
    {
        if (others.Count > 0)
        {
            var list = string.Join("、", others.Take(10)) + (others.Count > 10 ? " …" : "");
            _findings.Add(new Finding(
                "forms.other-files",
                Severity.Note,
                new Origin(name),
                new LocalizedText($"不是表格的文件没有读取：{list}", $"Files that are no tables were not read: {list}").In(language),
                new LocalizedText("无需处理；需要的数据请存为 xlsx、xls 或 csv", "Nothing to do; save what is needed as xlsx, xls or csv").In(language)));
        }

        if (papers == 0 && !_findings.Exists(finding => finding.Severity == Severity.Error && (finding.Place.File == name || finding.Place.File?.StartsWith(name + "/", StringComparison.Ordinal) == true)))
        {
            Refuse("forms.no-files", name, new("其中没有表格文件（xlsx、xls、csv）", "There is no table in it (xlsx, xls, csv)"), new("放入要读取的文件", "Put the files to be read into it"));
        }
    }

    private void Refuse(string rule, string name, LocalizedText message, LocalizedText remedy) =>
        _findings.Add(new Finding(rule, Severity.Error, new Origin(name), message.In(language), remedy.In(language)));
}
