using System.Collections.Immutable;
using Junheng.Application.Regions;

namespace Junheng.Application.Files;

/// <summary>A file kept by the hash of its content.</summary>
/// <param name="Sha256">Lower-case hex over <paramref name="Content"/>.</param>
/// <param name="Name">Its name without folder.</param>
/// <param name="MediaType">For downloads.</param>
/// <param name="Content">Its bytes.</param>
public sealed record StoredFile(string Sha256, string Name, string MediaType, byte[] Content);

/// <summary>The files on record.</summary>
public interface IStoredFiles
{
    /// <summary>The file of a hash, in whatever scope it lies; null when there is none.</summary>
    Task<StoredFile?> FindAsync(string sha256, CancellationToken cancellation);

    /// <summary>The regions that have a file of the hash; none when there is none.</summary>
    Task<ImmutableArray<ScopeId>> ScopesAsync(string sha256, CancellationToken cancellation);
}
