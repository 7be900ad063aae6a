using System.Collections.Immutable;

namespace Junheng.Application.Backup;

/// <summary>What a database held: the same for the same content in any database.</summary>
/// <param name="SchemaVersion">The last migration applied.</param>
/// <param name="Tables">Every table in the order of its name.</param>
/// <param name="Hash">SHA-256 over the schema's version and all tables, lower-case hex.</param>
public sealed record ContentManifest(string SchemaVersion, ImmutableArray<TableContent> Tables, string Hash)
{
    /// <summary>How many rows there are together.</summary>
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>The content of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">SHA-256 of its columns and rows in canonical form, in the order of its key; lower-case hex.</param>
public sealed record TableContent(string Name, long Rows, string Sha256);

/// <summary>Why a backup was not restored, or not even read.</summary>
public enum BackupFault : byte
{
    /// <summary>The file is no backup of this product, or of a later format.</summary>
    NotABackup,

    /// <summary>The passphrase is another one, or the file was changed at its beginning.</summary>
    WrongPassphrase,

    /// <summary>The file was changed, or its end is missing.</summary>
    Damaged,

    /// <summary>It was written by a later version of the program.</summary>
    NewerProgram,

    /// <summary>The database to restore into holds something.</summary>
    TargetNotEmpty,

    /// <summary>What arrived in the database is not what the backup holds.</summary>
    NotTheSame,
}

/// <summary>What came of reading or restoring a backup.</summary>
public abstract record BackupOutcome
{
    private BackupOutcome()
    {
    }

    /// <summary>It is whole; restored, where that was asked for.</summary>
    public sealed record Sound(ContentManifest Content) : BackupOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(BackupFault Fault) : BackupOutcome;
}

/// <summary>Backups of a database: encrypted files of canonical rows that any database of the product can take.</summary>
public interface IBackups
{
    /// <summary>What the database holds at this moment.</summary>
    Task<ContentManifest> ContentAsync(CancellationToken cancellation);

    /// <summary>Writes a backup of one moment; others go on working meanwhile.</summary>
    /// <param name="to">Where to; left open.</param>
    /// <param name="passphrase">From which the file's key is derived.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ContentManifest> WriteAsync(Stream to, string passphrase, CancellationToken cancellation);

    /// <summary>Reads a backup to its end without a database, and says whether it is whole.</summary>
    Task<BackupOutcome> CheckAsync(Func<Stream> open, string passphrase, CancellationToken cancellation);

    /// <summary>
    /// Restores a backup into this database, which must be empty: checks the whole file, makes the tables, loads the rows in one transaction, reads them again and compares the hashes.
    /// After a refusal or a fault the database holds no row.
    /// </summary>
    Task<BackupOutcome> RestoreAsync(Func<Stream> open, string passphrase, CancellationToken cancellation);
}
