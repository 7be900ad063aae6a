using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Junheng.Storage.Together;

/// <summary>Several readings as of one moment, that keep nobody from writing.</summary>
internal static class Snapshot
{
    /// <summary>
    /// Begins it. A file's driver takes the lock of a writer for every level but the lowest, which for a file that is not shared within the process means: read as of the first
    /// reading, and take no lock.
    /// </summary>
    public static Task<IDbContextTransaction> BeginAsync(JunhengDatabase database, CancellationToken cancellation) => database.Database.BeginTransactionAsync(
        database.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? IsolationLevel.ReadUncommitted : IsolationLevel.RepeatableRead, cancellation);
}
