using System.Security.Cryptography;
using Junheng.Application.Packages;

namespace Junheng.Documents.Packages;

/// <summary>The key of this installation in a file of its own (PEM, PKCS #8), made for its owner alone where it is missing.</summary>
public sealed class NodeKeyFile(string path) : INodeKey
{
    private readonly Lazy<ECDsa> _key = new(() => File.Exists(path) ? Read(path) : Make(path));

    /// <inheritdoc/>
    public string PublicKey => Convert.ToBase64String(_key.Value.ExportSubjectPublicKeyInfo());

    /// <inheritdoc/>
    public byte[] Sign(byte[] text)
    {
        lock (_key)
        {
            return _key.Value.SignData(text, HashAlgorithmName.SHA256);
        }
    }

    private static ECDsa Read(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    private static ECDsa Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new StreamWriter(path, options);
            file.Write(key.ExportPkcs8PrivateKeyPem());
        }
        catch (IOException) when (File.Exists(path))
        {
            return Read(path); // another process was first
        }

        return key;
    }
}
