using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Backup;

namespace Junheng.Storage.Backup;

/// <summary>The hashes of tables and of a whole database.</summary>
internal static class ContentHash
{
    /// <summary>A hash that already holds a table's columns; rows are added in the order of its key.</summary>
    public static IncrementalHash Begin(TableSchema table)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', table.Columns.Select(column => $"{column.Name}:{(byte)column.Kind}").Prepend(table.Name)) + "\n\n"));
        return hash;
    }

    /// <summary>The manifest of tables in any order.</summary>
    public static ContentManifest Of(string version, IEnumerable<TableContent> tables)
    {
        ImmutableArray<TableContent> sorted = [.. tables.OrderBy(table => table.Name, StringComparer.Ordinal)];
        var text = string.Join('\n', sorted.Select(table => FormattableString.Invariant($"{table.Name} {table.Rows} {table.Sha256}")).Prepend(version));
        return new ContentManifest(version, sorted, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
