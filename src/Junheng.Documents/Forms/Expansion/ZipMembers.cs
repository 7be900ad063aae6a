using System.IO.Compression;
using System.Text;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Expansion;

/// <summary>What lies in an archive.</summary>
/// <param name="Files">Its tables, unpacked in memory, by name.</param>
/// <param name="Others">Names of files that are no tables.</param>
/// <param name="Findings">What was refused, by name.</param>
internal sealed record ZipContent(List<(string Name, byte[] Content)> Files, List<string> Others, List<Finding> Findings);

/// <summary>
/// Unpacks an archive in memory: nothing is written anywhere. Too many files, an abnormal size or ratio, archives within, and names that climb out, are absolute or the same as another
/// are refused by name.
/// </summary>
internal sealed class ZipMembers(string archive, Language language)
{
    private const int MostMembers = 5_000;
    private const long MostBytes = 2L << 30;
    private const long MostMemberBytes = 200L << 20;
    private const int MostRatio = 200;
    private const long RatioAppliesAboveBytes = 10L << 20;
    private static readonly string[] _archives = [".zip", ".rar", ".7z", ".gz", ".tar"];
    private readonly ZipContent _content = new([], [], []);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Unpacks it.</summary>
    public ZipContent Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            if (zip.Entries.Count > MostMembers)
            {
                Refuse("forms.too-many-files", null, new($"压缩包里有 {zip.Entries.Count} 个文件，超过 {MostMembers} 个", $"The archive has {zip.Entries.Count} files; the limit is {MostMembers}"), new("分成几个压缩包", "Split it"));
                return _content;
            }

            var members = zip.Entries.Select(entry => (Entry: entry, Name: NameOf(entry.FullName))).Where(IsWanted).OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
            if (members.Sum(member => member.Entry.Length) > MostBytes)
            {
                Refuse("file.zip-bomb", null, new("压缩包解压后异常庞大，已拒绝打开", "The archive unpacks to an abnormal size and was not opened"), new("分成几个压缩包", "Split it"));
                return _content;
            }

            foreach (var (entry, name) in members)
            {
                if (Unpack(entry, name) is { } content)
                {
                    _content.Files.Add((name, content));
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            _content.Findings.Add(new FileFindings(archive, language).CorruptArchive(fault.Message));
        }

        return _content;
    }

    /// <summary>A member's name where the archive does not say its encoding: UTF-8 or GB18030, whichever gives East Asian characters (小学 in GBK is valid UTF-8 for something else).</summary>
    private static string NameOf(string name)
    {
        if (name.All(char.IsAscii) || name.Any(letter => letter > 0xFF))
        {
            return name.Replace('\\', '/');
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.Latin1.GetBytes(name);
        string? utf8 = null;
        try
        {
            utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // not UTF-8
        }

        var gb = Encoding.GetEncoding(54936).GetString(bytes);
        var isGb = utf8 is null || (!utf8.Any(IsEastAsian) && gb.Any(IsEastAsian));
        return (isGb ? gb : utf8!).Replace('\\', '/');
    }

    private static bool IsEastAsian(char letter) => letter >= '\u2E80';

    private bool IsWanted((ZipArchiveEntry Entry, string Name) member)
    {
        var name = member.Name;
        if (name.EndsWith('/'))
        {
            return false;
        }

        if (name.Length == 0 || name.StartsWith('/') || name.Contains('\0') || (name.Length > 1 && name[1] == ':') || name.Split('/').Contains(".."))
        {
            Refuse(
                "forms.zip-path", name, new($"压缩包里的路径“{name}”指向压缩包之外", $"The path '{name}' in the archive points outside it"), new("重新压缩，只放文件和子文件夹", "Pack it again, with files and folders only"));
            return false;
        }

        if (PaperExpansion.IsLitter(name))
        {
            return false;
        }

        if (_archives.Contains(Path.GetExtension(name).ToLowerInvariant()))
        {
            Refuse("forms.zip-nested", name, new($"压缩包里还有压缩包“{name}”", $"There is an archive within the archive: '{name}'"), new("先解压里面的压缩包", "Unpack it first"));
            return false;
        }

        if (!PaperExpansion.IsTable(name))
        {
            _content.Others.Add(name);
            return false;
        }

        if (!_names.Add(name.Normalize(NormalizationForm.FormKC)))
        {
            Refuse("forms.zip-double", name, new($"压缩包里有两个同名文件“{name}”", $"Two files in the archive have the name '{name}'"), new("只保留正确的一个", "Keep the right one"));
            return false;
        }

        return true;
    }

    private byte[]? Unpack(ZipArchiveEntry entry, string name)
    {
        if (entry.Length > MostMemberBytes || (entry.Length > RatioAppliesAboveBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio))
        {
            Bomb(name);
            return null;
        }

        using var packed = entry.Open();
        var content = new byte[entry.Length];
        var read = packed.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        if (read < content.Length || packed.ReadByte() >= 0)
        {
            Bomb(name); // its directory says another size
            return null;
        }

        return content;
    }

    private void Bomb(string name) => Refuse(
        "file.zip-bomb", name, new($"“{name}”解压后异常庞大或与目录不符，已拒绝打开", $"'{name}' unpacks to an abnormal size or not to the one declared, and was not opened"), new("在 Excel 或 WPS 中另存后重新压缩", "Save it again and pack it anew"));

    private void Refuse(string rule, string? member, LocalizedText message, LocalizedText remedy) => _content.Findings.Add(new Finding(
        rule, Severity.Error, new Origin(member is null ? archive : $"{archive}/{member.Replace("\0", "", StringComparison.Ordinal)}"), message.In(language), remedy.In(language)));
}
