using System.Security.Cryptography;

namespace Junheng.Storage.Audit;

/// <summary>
/// The key of the installation, which lies outside the database and wraps the keys of persons in it: who holds the database alone, or a backup of it alone, reads nothing personal.
/// </summary>
public sealed class InstallationKey
{
    private const int Size = 32;
    private readonly Lazy<byte[]> _bytes;

    private InstallationKey(Func<byte[]> read) => _bytes = new Lazy<byte[]>(read);

    /// <summary>The bytes, 32.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes.Value;

    /// <summary>The key in a file, read when it is first needed and made, for its owner alone, where the file is missing.</summary>
    /// <param name="path">The file: 64 hex digits.</param>
    public static InstallationKey OfFile(string path) => new(() => File.Exists(path) ? Read(path) : Make(path));

    /// <summary>A key that lives in memory only, for tests.</summary>
    /// <param name="bytes">32 bytes.</param>
    public static InstallationKey Of(ReadOnlySpan<byte> bytes)
    {
        var copy = Checked(bytes.ToArray());
        return new InstallationKey(() => copy);
    }

    private static byte[] Read(string path)
    {
        try
        {
            return Checked(Convert.FromHexString(File.ReadAllText(path).Trim()));
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException($"The key file {Path.GetFileName(path)} does not hold 64 hex digits.", fault);
        }
    }

    private static byte[] Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var bytes = RandomNumberGenerator.GetBytes(Size);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new FileStream(path, options);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            return Read(path); // another node was first
        }

        return bytes;
    }

    private static byte[] Checked(byte[] bytes) =>
        bytes.Length == Size ? bytes : throw new InvalidDataException($"The key of the installation has {Size} bytes, not {bytes.Length}.");
}
