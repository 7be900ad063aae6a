using System.IO.Compression;

namespace Junheng.Documents.Reports;

/// <summary>Office packages without a trace of when they were written: every part carries the same fixed time.</summary>
internal static class FixedPackage
{
    private static readonly DateTimeOffset _partTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package with its times fixed.</summary>
    /// <param name="package">The whole package; is changed.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void CopyTo(MemoryStream package, Stream stream)
    {
        package.Position = 0;
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                entry.LastWriteTime = _partTime;
            }
        }

        package.WriteTo(stream);
    }
}
