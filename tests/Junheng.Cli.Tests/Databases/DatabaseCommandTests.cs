using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Storage.Sqlite;

namespace Junheng.Cli.Tests.Databases;

public sealed class DatabaseCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_proves_a_sound_audit_and_names_the_first_broken_entry_of_another()
    {
        var database = await DatabaseAsync(3);
        var sound = ProgramRun.Of("audit", "verify", "--database", database);
        Assert.Equal((ExitCodes.Done, "日志完整：1 条链，3 条记录，0 个锚\n"), (sound.ExitCode, sound.Output));
        await TamperAsync(database, "UPDATE audit_entries SET actor = 'account/9' WHERE number = 2");

        var broken = ProgramRun.Of("audit", "verify", "--database", database, "--lang", "en");

        Assert.Equal(ExitCodes.Refused, broken.ExitCode);
        Assert.Contains("scope 1, entry 2: its content was changed", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anchor_that_was_printed_proves_that_nothing_was_cut_off()
    {
        var database = await DatabaseAsync(3);
        var line = ProgramRun.Of("audit", "anchor", "--database", database).Output;
        Assert.StartsWith("junheng-anchor 2026-11-21 1 3 sha256:", line, StringComparison.Ordinal);
        var kept = _workspace.File("kept.txt", line);
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("audit", "verify", "--database", database, "--kept", kept).ExitCode);
        await TamperAsync(database, "DELETE FROM audit_anchors; DELETE FROM audit_anchor_heads; DELETE FROM audit_entries; DELETE FROM audit_heads");

        Assert.Contains("2026-11-21", ProgramRun.Of("audit", "verify", "--database", database, "--kept", kept).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_a_person_destroys_the_key_and_the_audit_still_holds()
    {
        var database = await DatabaseAsync(1, new PersonalChange("person/17", null, "王小明"));

        Assert.Equal(ExitCodes.Done, ProgramRun.Of("person", "forget", "person/17", "--scope", "1", "--database", database).ExitCode);

        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("person", "forget", "person/17", "--scope", "1", "--database", database).ExitCode);
        Assert.Contains("2 条记录", ProgramRun.Of("audit", "verify", "--database", database).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_everything_wrong_is_said_at_once()
    {
        var database = await DatabaseAsync(1);
        var there = _workspace.File("there.backup", "x");

        var backup = ProgramRun.Of("backup", "--to", there, "--database", database);
        Assert.Equal(ExitCodes.Refused, backup.ExitCode);
        Assert.Contains("JUNHENG_BACKUP_PASSPHRASE", backup.Error, StringComparison.Ordinal);
        Assert.Contains("there.backup", backup.Error, StringComparison.Ordinal);
        var restore = ProgramRun.Of("restore", "--from", there, "--to", database, "--passphrase-file", _workspace.File("p", "passphrase 1\n"));

        Assert.Equal(ExitCodes.Refused, restore.ExitCode);
        Assert.Equal("x", await File.ReadAllTextAsync(there, Cancellation));
    }

    [Fact]
    public void A_database_that_is_not_there_is_never_made_by_looking_at_it()
    {
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("audit", "verify", "--database", _workspace["absent.db"]).ExitCode);
        Assert.False(File.Exists(_workspace["absent.db"]));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_leaves_no_trace()
    {
        var passphrase = _workspace.File("p", "passphrase 1\n");
        var run = ProgramRun.Of("restore", "--from", _workspace.File("no.backup", "hello"), "--to", _workspace["new.db"], "--passphrase-file", passphrase);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("不是本程序的备份文件", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(passphrase)!), file => file.Contains("new.db", StringComparison.Ordinal));
        await Task.CompletedTask;
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<string> DatabaseAsync(int entries, PersonalChange? personal = null)
    {
        using var database = DatabaseSetting.New(_workspace, onServer: false, "audit.db");
        await database.MigrateAsync();
        for (var at = 0; at < entries; at++)
        {
            await database.Get<IAuditTrail>().AppendAsync(
                new AuditEntry(new ScopeId(1), "account/7", "test", $"subject/{at}", AuditResults.Done, new DateTimeOffset(2026, 11, 21, 8, at, 0, TimeSpan.Zero)) { Personal = personal }, Cancellation);
        }

        return database.Setting;
    }

    private async Task TamperAsync(string path, string sql)
    {
        using var database = DatabaseSetting.New(_workspace, onServer: false, Path.GetFileName(path));
        await using var context = database.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Junheng.Storage.JunhengDatabase>>().CreateDbContext();
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(context.Database, sql, Cancellation);
        SqliteStorage.ReleaseFiles();
    }
}
