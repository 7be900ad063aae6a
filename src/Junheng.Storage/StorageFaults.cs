using System.Data.Common;

namespace Junheng.Storage;

/// <summary>Tells faults of the place where data are kept from those of the program.</summary>
public static class StorageFaults
{
    private const string FullOnServer = "53100"; // PostgreSQL: disk_full
    private const string FullInFile = "SQLite Error 13:"; // SQLITE_FULL
    private const int FullOnUnix = 28; // ENOSPC
    private const int FullOnWindows = unchecked((int)0x80070070); // ERROR_DISK_FULL

    /// <summary>Whether the disk, or the room given to the database, is used up. Every write is a transaction, so that nothing of it is kept.</summary>
    public static bool IsFull(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            if (at is DbException { SqlState: FullOnServer }
                || (at is DbException file && file.Message.StartsWith(FullInFile, StringComparison.Ordinal))
                || (at is IOException && at.HResult is FullOnUnix or FullOnWindows))
            {
                return true;
            }
        }

        return fault is AggregateException all && all.InnerExceptions.Any(IsFull);
    }

    /// <summary>Whether another writer stored the same key first.</summary>
    internal static bool IsDouble(Microsoft.EntityFrameworkCore.DbUpdateException fault) => fault.InnerException is DbException inner
        && (inner.SqlState == "23505" || inner.Message.Contains("UNIQUE constraint failed", StringComparison.Ordinal));
}
