using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Junheng.Application.Backup;

namespace Junheng.Storage.Backup;

/// <summary>
/// What lies inside the encryption, compressed: the version of the schema, then each table with its columns, its rows, how many they are and their hash; at the end the hash over all.
/// </summary>
internal sealed class PayloadWriter : IRowSink, IDisposable
{
    internal const string Form = "junheng-rows-1";
    private readonly BinaryWriter _to;

    public PayloadWriter(Stream to, string version)
    {
        _to = new BinaryWriter(new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true), Encoding.UTF8);
        _to.Write(Form);
        _to.Write(version);
    }

    public void Begin(TableSchema table)
    {
        _to.Write(true);
        _to.Write(table.Name);
        _to.Write(table.Columns.Length);
        foreach (var column in table.Columns)
        {
            _to.Write(column.Name);
            _to.Write((byte)column.Kind);
        }
    }

    public void Row(ReadOnlySpan<byte> row)
    {
        _to.Write(row.Length);
        _to.Write(row);
    }

    public void End(TableContent content)
    {
        _to.Write(-1);
        _to.Write(content.Rows);
        _to.Write(content.Sha256);
    }

    public void Complete(ContentManifest content)
    {
        _to.Write(false);
        _to.Write(content.Hash);
    }

    public void Dispose() => _to.Dispose();
}

/// <summary>Reads a payload from its beginning to its end and proves it on the way.</summary>
internal static class PayloadReader
{
    private const int MostColumns = 1000;

    /// <summary>Reads everything.</summary>
    /// <param name="from">The payload.</param>
    /// <param name="begin">Told the version, before any table.</param>
    /// <param name="row">Told each row with its table; null where only the proof is asked for.</param>
    /// <exception cref="BackupRefusedException">It is damaged.</exception>
    public static async Task<ContentManifest> RunAsync(Stream from, Action<string> begin, Func<TableSchema, byte[], Task>? row)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(from, CompressionMode.Decompress), Encoding.UTF8);
            if (reader.ReadString() != PayloadWriter.Form)
            {
                throw new BackupRefusedException(BackupFault.NotABackup);
            }

            var version = reader.ReadString();
            begin(version);
            var contents = new List<TableContent>();
            while (reader.ReadBoolean())
            {
                contents.Add(await TableAsync(reader, row));
            }

            var manifest = ContentHash.Of(version, contents);
            var isWhole = manifest.Hash == reader.ReadString() && from.ReadByte() < 0;
            return isWhole ? manifest : throw new BackupRefusedException(BackupFault.Damaged);
        }
        catch (Exception fault) when (row is null && fault is EndOfStreamException or InvalidDataException or FormatException or InvalidOperationException)
        {
            throw new BackupRefusedException(BackupFault.Damaged);
        }
    }

    private static async Task<TableContent> TableAsync(BinaryReader reader, Func<TableSchema, byte[], Task>? row)
    {
        var name = reader.ReadString();
        var count = reader.ReadInt32();
        if (count is < 1 or > MostColumns)
        {
            throw new InvalidDataException("The number of columns is impossible.");
        }

        ImmutableArray<ColumnSchema> columns = [.. Enumerable.Range(0, count).Select(_ => new ColumnSchema(reader.ReadString(), (ColumnKind)reader.ReadByte(), IsGenerated: false))];
        var table = new TableSchema(name, columns, []);
        using var hash = ContentHash.Begin(table);
        var rows = 0L;
        for (var length = reader.ReadInt32(); length >= 0; length = reader.ReadInt32())
        {
            var bytes = reader.ReadBytes(length);
            if (bytes.Length < length)
            {
                throw new EndOfStreamException();
            }

            hash.AppendData(bytes);
            rows++;
            if (row is not null)
            {
                await row(table, bytes);
            }
        }

        var content = new TableContent(name, reader.ReadInt64(), reader.ReadString());
        return content == new TableContent(name, rows, Convert.ToHexStringLower(hash.GetHashAndReset())) ? content : throw new BackupRefusedException(BackupFault.Damaged);
    }
}
