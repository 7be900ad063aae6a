using Microsoft.Data.Sqlite;

namespace Junheng.Storage.Sqlite;

/// <summary>
/// Brings what was committed to the log of a file into the file itself, beside the work and not within somebody's commit, which would take as long as writing thousands of pages.
/// The log is durable by itself; writers go on meanwhile.
/// </summary>
/// <param name="connection">The connection string of the file.</param>
internal sealed class Checkpoints(string connection)
{
    /// <summary>Pages of the log after which a commit does it itself after all.</summary>
    public const int LargestLog = 16_000;

    private const int Commits = 64;
    private int _committed;
    private int _isRunning;

    /// <summary>Counts a commit; after some of them the log is brought in.</summary>
    public void Committed()
    {
        if (Interlocked.Increment(ref _committed) < Commits || Interlocked.Exchange(ref _isRunning, 1) == 1)
        {
            return;
        }

        Interlocked.Exchange(ref _committed, 0);
        ThreadPool.UnsafeQueueUserWorkItem(static self => self.Run(), this, preferLocal: false);
    }

    private void Run()
    {
        try
        {
            using var file = new SqliteConnection(connection);
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // The file is being replaced, or is gone: the log stays as it is, and the next commits try again.
        }
        finally
        {
            Interlocked.Exchange(ref _isRunning, 0);
        }
    }
}
