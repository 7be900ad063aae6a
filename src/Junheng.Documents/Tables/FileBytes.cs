using Microsoft.Win32.SafeHandles;

namespace Junheng.Documents.Tables;

/// <summary>Reads a whole file into memory, in as many parts at once as there are processors.</summary>
internal static class FileBytes
{
    private const int PartBytes = 1 << 20;

    /// <exception cref="RefusedException">The file is too large or cannot be read.</exception>
    public static byte[] Read(string path, TableLimits limits, FileFindings findings)
    {
        try
        {
            using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(file);
            if (length > limits.FileBytes)
            {
                throw new RefusedException(findings.TooLarge(length, limits.FileBytes));
            }

            return length == 0 ? ReadUnsized(file, limits, findings) : ReadParts(file, (int)length, findings);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException(findings.NotFound());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException(findings.Unreadable(fault.Message));
        }
    }

    private static byte[] ReadParts(SafeFileHandle file, int length, FileFindings findings)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        var parts = Math.Clamp(length / PartBytes, 1, Environment.ProcessorCount);
        var complete = true;
        InParallel.Run(parts, part =>
        {
            var from = (int)((long)length * part / parts);
            var to = (int)((long)length * (part + 1) / parts);
            while (from < to)
            {
                var read = RandomAccess.Read(file, bytes.AsSpan(from, to - from), from);
                if (read == 0)
                {
                    complete = false;
                    return;
                }

                from += read;
            }
        });
        return complete ? bytes : throw new RefusedException(findings.Truncated());
    }

    /// <summary>A pipe or device, whose length is not known beforehand.</summary>
    private static byte[] ReadUnsized(SafeFileHandle file, TableLimits limits, FileFindings findings)
    {
        using var stream = new FileStream(file, FileAccess.Read, bufferSize: 0);
        using var buffer = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            buffer.Write(part, 0, read);
            if (buffer.Length > limits.FileBytes)
            {
                throw new RefusedException(findings.TooLarge(buffer.Length, limits.FileBytes));
            }
        }

        return buffer.ToArray();
    }
}
