using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Together;

/// <summary>Whether a write failed because another writer was first: the caller looks again. Any other fault is one.</summary>
internal static class WriteConflict
{
    private const string DoubleKey = "23505";
    private const string Serialization = "40001";
    private const string Deadlock = "40P01";

    public static bool Is(DbUpdateException fault) => fault is DbUpdateConcurrencyException || (fault.InnerException is DbException inner
        && (inner.SqlState is DoubleKey or Serialization or Deadlock || inner.Message.Contains("UNIQUE constraint failed", StringComparison.Ordinal)));
}
