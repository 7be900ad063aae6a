using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Application.Packages;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Packages;

/// <summary>A package as a zip of two entries, <c>manifest.json</c> and <c>schools.csv</c>. Anything else in it refuses it.</summary>
public sealed class PackageFiles : IPackageFiles
{
    private const string ManifestName = "manifest.json";
    private const string DataName = "schools.csv";
    private const int LongestManifest = 16 * 1024;
    private const int LongestData = 64 * 1024 * 1024;

    private static readonly DateTimeOffset _entryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <inheritdoc/>
    public byte[] Write(FrozenPackage package)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestName, JsonSerializer.SerializeToUtf8Bytes(Shown(package.Manifest), _json));
            Add(zip, DataName, package.Data);
        }

        return buffer.ToArray();
    }

    /// <inheritdoc/>
    public PackageOpening Open(string name, byte[] content, Language language)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var names = zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal).ToList();
            return names is [ManifestName, DataName]
                && JsonSerializer.Deserialize<PackageManifest>(Read(zip, ManifestName, LongestManifest), _json) is { } manifest
                    ? new PackageOpening.Opened(new FrozenPackage(manifest, Read(zip, DataName, LongestData)))
                    : Refused(name, language);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or NotSupportedException or IOException)
        {
            return Refused(name, language);
        }
    }

    private static PackageManifest Shown(PackageManifest manifest) => manifest with { FrozenAt = manifest.FrozenAt.ToUniversalTime() };

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = _entryTime;
        using var stream = entry.Open();
        stream.Write(content);
    }

    /// <summary>Reads an entry without trusting the size that it names.</summary>
    private static byte[] Read(ZipArchive zip, string name, int longest)
    {
        using var stream = zip.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length > longest)
            {
                throw new InvalidDataException($"{name} is longer than {longest} bytes.");
            }
        }

        return bytes.ToArray();
    }

    private static PackageOpening.Refused Refused(string name, Language language) => new([new Finding(
        "package.unreadable",
        Severity.Error,
        new Origin(name),
        language == Language.En ? "This is no package of frozen figures, or it is damaged" : "这不是冻结数据包，或已经损坏",
        language == Language.En ? "Ask the county to export it again" : "请县里重新导出")]);
}
