using System.Diagnostics;
using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Backup;

namespace Junheng.Cli.Tests.Databases;

public sealed class KilledCommandTestsOnSqlite() : KilledCommandTests(onServer: false);

public sealed class KilledCommandTestsOnPostgreSql() : KilledCommandTests(onServer: true);

/// <summary>The real program is killed (SIGKILL) in the middle of backup, restore and upgrade. Afterwards there is the old state or the new one, and the same command then succeeds (S26).</summary>
public abstract class KilledCommandTests(bool onServer)
{
    private const string Passphrase = "一个很长的口令 2026";
    private const string FirstSchema = "20261121000000_Initial";
    private const int UsualKills = 3;
    private const int LongestRun = 1600;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_backup_leaves_the_whole_file_or_none()
    {
        using var workspace = new Workspace();
        using var database = await FilledAsync(workspace);
        var moments = new Random(11);
        for (var kill = Kills(); kill > 0; kill--)
        {
            var file = workspace[$"{kill}.backup"];
            await RunAsync(moments.Next(100, LongestRun), "backup", "--to", file, "--database", database.Setting);

            if (File.Exists(file))
            {
                Assert.IsType<BackupOutcome.Sound>(await database.Backups.CheckAsync(() => File.OpenRead(file), Passphrase, Cancellation));
            }

            Assert.True((await database.Get<IAuditProof>().VerifyAsync([], Cancellation)).IsSound);
        }
    }

    [Fact]
    public async Task A_killed_restore_leaves_nothing_or_everything_and_can_be_run_again()
    {
        using var workspace = new Workspace();
        using var database = await FilledAsync(workspace);
        var backup = await BackupAsync(database, workspace);
        var hash = (await database.Backups.ContentAsync(Cancellation)).Hash;
        var moments = new Random(12);
        for (var kill = Kills(); kill > 0; kill--)
        {
            using var target = DatabaseSetting.New(workspace, onServer, $"restored{kill}.db");
            var wasKilled = await RunAsync(moments.Next(100, LongestRun), "restore", "--from", backup, "--to", target.Setting);

            if (onServer ? wasKilled && await IsEmptyAsync(target) : !File.Exists(target.Setting))
            {
                Assert.False(await RunAsync(null, "restore", "--from", backup, "--to", target.Setting));
            }

            Assert.Equal(hash, (await target.Backups.ContentAsync(Cancellation)).Hash);
        }
    }

    [Fact]
    public async Task A_killed_upgrade_keeps_every_row_and_can_be_run_again()
    {
        using var workspace = new Workspace();
        using var first = await FilledAsync(workspace);
        await first.MigrateAsync(FirstSchema);
        var before = await first.Backups.ContentAsync(Cancellation);
        Assert.Equal(6, before.Tables.Length);
        var backup = await BackupAsync(first, workspace);
        var moments = new Random(13);
        for (var kill = Kills(); kill > 0; kill--)
        {
            using var database = DatabaseSetting.New(workspace, onServer, $"old{kill}.db");
            Assert.IsType<BackupOutcome.Sound>(await database.Backups.RestoreAsync(() => File.OpenRead(backup), Passphrase, Cancellation));
            await RunAsync(moments.Next(100, LongestRun), "upgrade", "--to", workspace[$"{kill}.first"], "--database", database.Setting);
            Assert.Subset((await database.Backups.ContentAsync(Cancellation)).Tables.ToHashSet(), before.Tables.ToHashSet());

            Assert.False(await RunAsync(null, "upgrade", "--to", workspace[$"{kill}.second"], "--database", database.Setting));

            var after = await database.Backups.ContentAsync(Cancellation);
            Assert.Subset(after.Tables.ToHashSet(), before.Tables.ToHashSet());
            Assert.NotEqual(FirstSchema, after.SchemaVersion);
            Assert.True((await database.Get<IAuditProof>().VerifyAsync([], Cancellation)).IsSound);
        }
    }

    private static int Kills() => int.TryParse(Environment.GetEnvironmentVariable("JUNHENG_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : UsualKills;

    private static async Task<bool> IsEmptyAsync(DatabaseSetting target)
    {
        try
        {
            return (await target.Backups.ContentAsync(Cancellation)).Rows == 0;
        }
        catch (System.Data.Common.DbException)
        {
            return true; // not even made
        }
    }

    private static async Task<string> BackupAsync(DatabaseSetting database, Workspace workspace)
    {
        await using var file = File.Create(workspace["junheng.backup"]);
        await database.Backups.WriteAsync(file, Passphrase, Cancellation);
        return file.Name;
    }

    /// <summary>Runs the program; says whether it was killed before it had ended. A run that was left alone must succeed.</summary>
    private static async Task<bool> RunAsync(int? killAfter, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Junheng.Cli.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JUNHENG_BACKUP_PASSPHRASE"] = Passphrase;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        if (killAfter is { } milliseconds)
        {
            await Task.WhenAny(process.WaitForExitAsync(Cancellation), Task.Delay(milliseconds, Cancellation));
        }
        else
        {
            await process.WaitForExitAsync(Cancellation);
        }

        var wasKilled = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        Assert.True(wasKilled || process.ExitCode == ExitCodes.Done, await output + await errors);
        return wasKilled;
    }

    private async Task<DatabaseSetting> FilledAsync(Workspace workspace)
    {
        var database = DatabaseSetting.New(workspace, onServer, "junheng.db");
        await database.MigrateAsync();
        await database.FillAsync();
        return database;
    }
}
