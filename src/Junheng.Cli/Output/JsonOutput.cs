namespace Junheng.Cli.Output;

/// <summary>Writes JSON to standard output, or to a file so that a broken run leaves the old file or the new one, never half of one.</summary>
internal static class JsonOutput
{
    /// <summary>The name that means standard output.</summary>
    public const string Standard = "-";

    /// <summary>Writes JSON.</summary>
    /// <param name="target">A path, or <c>-</c>.</param>
    /// <param name="terminal">Standard output.</param>
    /// <param name="write">Writes the JSON to a stream.</param>
    /// <exception cref="OutputRefusedException">The file cannot be written.</exception>
    public static void Write(string target, Terminal terminal, Action<Stream> write)
    {
        if (target != Standard)
        {
            ToFile(target, write);
            return;
        }

        try
        {
            var buffer = new BufferedStream(terminal.Output, 1 << 16); // not disposed: that would close standard output
            write(buffer);
            buffer.WriteByte((byte)'\n');
            buffer.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more (| head).
        }
    }

    /// <summary>Writes a file under a temporary name beside it and then renames it.</summary>
    public static void ToFile(string path, Action<Stream> write)
    {
        try
        {
            var full = Path.GetFullPath(path);
            var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
            try
            {
                using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
                {
                    write(file);
                    file.Flush(flushToDisk: true);
                }

                File.Move(temporary, full, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OutputRefusedException(path, fault);
        }
    }
}

/// <summary>A file that was asked for cannot be written.</summary>
public sealed class OutputRefusedException : Exception
{
    /// <summary>Nothing is known.</summary>
    public OutputRefusedException()
        : this("")
    {
    }

    /// <summary>With a reason.</summary>
    public OutputRefusedException(string message)
        : base(message) => Path = "";

    /// <summary>A path with the fault it met.</summary>
    public OutputRefusedException(string path, Exception innerException)
        : base(innerException.Message, innerException) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
