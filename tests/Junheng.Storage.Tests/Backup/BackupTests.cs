using System.Text;
using Junheng.Application.Backup;
using Junheng.Application.Registers;
using Junheng.Storage.Tests.Audit;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Backup;

public sealed class BackupTestsOnSqlite() : BackupTests(DatabaseKind.Sqlite);

public sealed class BackupTestsOnPostgreSql() : BackupTests(DatabaseKind.PostgreSql);

/// <summary>A restore is rehearsed at every run of the tests, and what comes back is compared by hash (S14).</summary>
public abstract class BackupTests(DatabaseKind kind)
{
    private const string Passphrase = "备份口令 2026";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_is_restored_into_either_database_has_the_same_hash_in_every_table(DatabaseKind target)
    {
        await using var database = await FilledAsync();
        var backup = await BackupAsync(database);
        await using var restored = TemporaryDatabase.Empty(target);

        var outcome = await restored.Backups.RestoreAsync(() => new MemoryStream(backup), Passphrase, Cancellation);

        var content = await database.Backups.ContentAsync(Cancellation);
        Assert.Equivalent(new BackupOutcome.Sound(content), outcome);
        Assert.Equivalent(content, await restored.Backups.ContentAsync(Cancellation));
        Assert.Contains(content.Tables, table => table is { Name: "register_events", Rows: > 50 });
        Assert.True((await restored.Proof.VerifyAsync([], Cancellation)).IsSound);
        Assert.Equal(AuditSample.Secret, (await restored.Audit.PersonalAsync(AuditSample.County, await SecretAsync(database), Cancellation))!.New);
        Assert.Empty((await restored.Registers.ReadAsync(Cancellation)).Check());
    }

    [Fact]
    public async Task The_hash_knows_of_any_change()
    {
        await using var database = await FilledAsync();
        var before = await database.Backups.ContentAsync(Cancellation);
        Assert.Equal(before.Hash, (await database.Backups.ContentAsync(Cancellation)).Hash);

        await AuditSample.TamperAsync(database, "UPDATE items SET source = '' WHERE line = 0");

        var after = await database.Backups.ContentAsync(Cancellation);
        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Equal(["items"], before.Tables.Except(after.Tables).Select(table => table.Name));
    }

    [Fact]
    public async Task A_backup_says_nothing_without_its_passphrase()
    {
        await using var database = await FilledAsync();
        var backup = await BackupAsync(database);

        Assert.Equal(-1, backup.AsSpan().IndexOf("register"u8));
        Assert.Equal(-1, backup.AsSpan().IndexOf(Encoding.UTF8.GetBytes("澄溪县")));
        Assert.Equal(new BackupOutcome.Refused(BackupFault.WrongPassphrase), await database.Backups.CheckAsync(() => new MemoryStream(backup), "另一个口令", Cancellation));
    }

    public static TheoryData<string, BackupFault> Damages => new()
    {
        { "cut off", BackupFault.Damaged },
        { "cut off at a frame", BackupFault.Damaged },
        { "a byte more", BackupFault.Damaged },
        { "one bit in the middle", BackupFault.Damaged },
        { "one bit in the first frame", BackupFault.WrongPassphrase },
        { "one bit of the salt", BackupFault.WrongPassphrase },
        { "another file", BackupFault.NotABackup },
        { "nothing", BackupFault.NotABackup },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_backup_is_refused_and_leaves_the_database_as_it_was(string damage, BackupFault fault)
    {
        await using var database = await FilledAsync();
        var backup = Damaged(await BackupAsync(database), damage);
        await using var target = TemporaryDatabase.Empty(kind);

        Assert.Equal(new BackupOutcome.Refused(fault), await target.Backups.RestoreAsync(() => new MemoryStream(backup), Passphrase, Cancellation));

        await using var context = await target.Contexts.CreateDbContextAsync(Cancellation);
        Assert.False(await context.Database.CanConnectAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_that_holds_something_is_never_restored_over()
    {
        await using var database = await FilledAsync();
        var backup = await BackupAsync(database);
        var before = await database.Backups.ContentAsync(Cancellation);

        Assert.Equal(new BackupOutcome.Refused(BackupFault.TargetNotEmpty), await database.Backups.RestoreAsync(() => new MemoryStream(backup), Passphrase, Cancellation));
        Assert.Equal(before.Hash, (await database.Backups.ContentAsync(Cancellation)).Hash);
    }

    [Fact]
    public async Task A_backup_is_of_one_moment_while_others_write()
    {
        await using var database = await FilledAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var writing = Task.Run(
            async () =>
            {
                for (var at = 0; !stop.IsCancellationRequested; at++)
                {
                    await database.Audit.AppendAsync(AuditSample.Entry(at), Cancellation);
                }
            },
            Cancellation);
        var backup = await BackupAsync(database);
        await stop.CancelAsync();
        await writing;
        await using var restored = TemporaryDatabase.Empty(kind);

        Assert.IsType<BackupOutcome.Sound>(await restored.Backups.RestoreAsync(() => new MemoryStream(backup), Passphrase, Cancellation));

        Assert.True((await restored.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    /// <summary>Disk full: the stream refuses to take more.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(30_000)]
    public async Task A_full_disk_breaks_a_backup_off_and_what_was_written_is_no_backup(int room)
    {
        await using var database = await FilledAsync();
        using var disk = new FullDisk(room);

        await Assert.ThrowsAsync<IOException>(() => database.Backups.WriteAsync(disk, Passphrase, Cancellation));

        Assert.IsType<BackupOutcome.Refused>(await database.Backups.CheckAsync(() => new MemoryStream(disk.ToArray()), Passphrase, Cancellation));
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    /// <summary>A database as it was filled under the first schema.</summary>
    [Fact]
    public async Task A_database_of_the_first_schema_is_backed_up_restored_and_upgraded_with_every_row_as_it_was()
    {
        await using var present = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(present).RunAsync(SampleImport.Request, Cancellation);
        await using var old = TemporaryDatabase.Empty(kind);
        await DatabaseMigration.RunAsync(old.Contexts, "20261121000000_Initial", Cancellation);
        await TableCopy.RunAsync(present, old, Cancellation);
        var before = await old.Backups.ContentAsync(Cancellation);
        Assert.Equal(("20261121000000_Initial", 6), (before.SchemaVersion, before.Tables.Length));
        Assert.True(before.Rows > 50);

        var backup = await BackupAsync(old);
        await DatabaseMigration.RunAsync(old.Contexts, Cancellation);

        var after = await old.Backups.ContentAsync(Cancellation);
        Assert.Subset(after.Tables.ToHashSet(), before.Tables.ToHashSet());
        await using var restored = TemporaryDatabase.Empty(kind);
        Assert.IsType<BackupOutcome.Sound>(await restored.Backups.RestoreAsync(() => new MemoryStream(backup), Passphrase, Cancellation));
        Assert.Equal(before.Hash, (await restored.Backups.ContentAsync(Cancellation)).Hash);
        await DatabaseMigration.RunAsync(restored.Contexts, Cancellation);
        Assert.Equal(after.Hash, (await restored.Backups.ContentAsync(Cancellation)).Hash);
    }

    private static async Task<byte[]> BackupAsync(TemporaryDatabase database)
    {
        using var stream = new MemoryStream();
        await database.Backups.WriteAsync(stream, Passphrase, Cancellation);
        return stream.ToArray();
    }

    private static byte[] Damaged(byte[] backup, string damage)
    {
        const int header = 43, frame = header + 4 + 16 + 65536;
        Assert.True(backup.Length > frame, "the sample fills more than a frame");
        switch (damage)
        {
            case "cut off":
                return backup[..^1];
            case "cut off at a frame":
                return backup[..frame];
            case "a byte more":
                return [.. backup, 0];
            case "another file":
                return [.. Encoding.ASCII.GetBytes("PK"), .. backup];
            case "nothing":
                return [];
        }

        var place = damage switch { "one bit in the middle" => frame + 40, "one bit in the first frame" => header + 30, _ => 25 };
        var changed = (byte[])backup.Clone();
        changed[place] ^= 1;
        return changed;
    }

    private async Task<TemporaryDatabase> FilledAsync()
    {
        var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        await new StoreSampleRegisters(database.Registers, database.Returns, new ChangeRegisters(database.Registers, TimeProvider.System)).RunAsync(Cancellation);
        await AuditSample.FillAsync(database);
        return database;
    }

    private static async Task<long> SecretAsync(TemporaryDatabase database) =>
        (await database.Audit.NewestAsync(AuditSample.County, null, 10, Cancellation)).Single(each => each.HasPersonal).Number;

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            var taken = (int)Math.Min(count, room - Length);
            base.Write(buffer, offset, taken);
            if (taken < count)
            {
                throw new IOException("No space left on device.");
            }
        }
    }
}
