using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Junheng.Storage.Sqlite;

/// <summary>
/// A file has one writer at a time, and its driver waits for it by sleeping and trying again. Transactions of this program take turns here instead, in the order in which they
/// come, without holding a thread. Other programs on the same file are still waited for by the driver.
/// </summary>
internal sealed class OneWriter(Checkpoints checkpoints) : DbTransactionInterceptor, IDbConnectionInterceptor, IDbCommandInterceptor, IDisposable
{
    private static readonly string _largestLog = FormattableString.Invariant($"PRAGMA wal_autocheckpoint={Checkpoints.LargestLog}");
    private static readonly string[] _writes = ["INSERT", "UPDATE", "DELETE"];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<DbConnection, bool> _writing = new(ReferenceEqualityComparer.Instance);

    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (Writes(eventData))
        {
            _turn.Wait();
            _writing[connection] = true;
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (Writes(eventData))
        {
            await _turn.WaitAsync(cancellationToken);
            _writing[connection] = true;
        }

        return result;
    }

    /// <summary>A log is brought into its file by <see cref="Checkpoints"/>, not by whoever happens to commit.</summary>
    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _largestLog;
        command.ExecuteNonQuery();
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ended(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => EndedAsync(eventData.Context?.Database.GetDbConnection());

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Ended(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => EndedAsync(eventData.Context?.Database.GetDbConnection());

    /// <summary>A transaction that was left without a word ends with its connection.</summary>
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Ended(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => EndedAsync(connection);

    /// <summary>A statement that writes outside a transaction is one of its own.</summary>
    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (Writes(command))
        {
            _turn.Wait();
            _writing[command.Connection!] = true;
        }

        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Writes(command))
        {
            await _turn.WaitAsync(cancellationToken);
            _writing[command.Connection!] = true;
        }

        return result;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        EndedAlone(command);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        EndedAlone(command);
        return ValueTask.FromResult(result);
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => EndedAlone(command);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        EndedAlone(command);
        return Task.CompletedTask;
    }

    public void CommandCanceled(DbCommand command, CommandEndEventData eventData) => EndedAlone(command);

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        EndedAlone(command);
        return Task.CompletedTask;
    }

    public void Dispose() => _turn.Dispose();

    private bool Writes(DbCommand command) =>
        command.Transaction is null && !_writing.ContainsKey(command.Connection!) && Array.Exists(_writes, word => command.CommandText.StartsWith(word, StringComparison.Ordinal));

    private void EndedAlone(DbCommand command)
    {
        if (command.Transaction is null)
        {
            Ended(command.Connection);
        }
    }

    private static bool Writes(TransactionStartingEventData eventData) => eventData.IsolationLevel != IsolationLevel.ReadUncommitted;

    private Task EndedAsync(DbConnection? connection)
    {
        Ended(connection);
        return Task.CompletedTask;
    }

    private void Ended(DbConnection? connection)
    {
        if (connection is not null && _writing.TryRemove(connection, out _))
        {
            _turn.Release();
            checkpoints.Committed();
        }
    }
}
