namespace Junheng.Documents.Definitions;

/// <summary>A file as it was when it was read, told apart by its size and time: a file that has not changed need not be read again.</summary>
internal readonly record struct FileStamp(string Path, long Length, DateTime WrittenAt)
{
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(path, file.Length, file.LastWriteTimeUtc) : new FileStamp(path, -1, default);
    }

    /// <summary>Whether the file is still so.</summary>
    public bool Holds => Of(Path) == this;
}
