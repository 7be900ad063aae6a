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
    private const int UsualKills = 1;

    /// <summary>Runs that end before they are killed are tried again, so often in all.</summary>
    private static int MostRuns => 3 * Kills();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_backup_leaves_the_whole_file_or_none()
    {
        using var workspace = new Workspace();
        using var database = await FilledAsync(workspace);
        var moments = new Random(Number("JUNHENG_KILLS_SEED", 7) + 11);
        var longest = await TimeAsync("backup", "--to", workspace["whole.backup"], "--database", database.Setting);
        var inTime = 0;
        for (var kill = 1; inTime < Kills() && kill <= MostRuns; kill++)
        {
            var file = workspace[$"{kill}.backup"];
            inTime += await KilledAsync(moments.Next(longest / 4, longest), "backup", "--to", file, "--database", database.Setting);

            if (File.Exists(file))
            {
                Assert.IsType<BackupOutcome.Sound>(await database.Backups.CheckAsync(() => File.OpenRead(file), Passphrase, Cancellation));
            }

            Assert.True((await database.Get<IAuditProof>().VerifyAsync([], Cancellation)).IsSound);
            File.Delete(file);
        }

        Note("backup", inTime);
    }

    [Fact]
    public async Task A_killed_restore_leaves_nothing_or_everything_and_can_be_run_again()
    {
        using var workspace = new Workspace();
        using var database = await FilledAsync(workspace);
        var backup = await BackupAsync(database, workspace);
        var hash = (await database.Backups.ContentAsync(Cancellation)).Hash;
        var moments = new Random(Number("JUNHENG_KILLS_SEED", 7) + 12);
        using var whole = DatabaseSetting.New(workspace, onServer, "whole.db");
        var longest = await TimeAsync("restore", "--from", backup, "--to", whole.Setting);
        var inTime = 0;
        for (var kill = 1; inTime < Kills() && kill <= MostRuns; kill++)
        {
            using var target = DatabaseSetting.New(workspace, onServer, $"restored{kill}.db");
            var killed = await KilledAsync(moments.Next(longest / 4, longest), "restore", "--from", backup, "--to", target.Setting);

            inTime += killed;
            if (onServer ? killed > 0 && await IsEmptyAsync(target) : !File.Exists(target.Setting))
            {
                Assert.False(await RunAsync(null, "restore", "--from", backup, "--to", target.Setting));
            }

            Assert.Equal(hash, (await target.Backups.ContentAsync(Cancellation)).Hash);
        }

        Note("restore", inTime);
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
        var moments = new Random(Number("JUNHENG_KILLS_SEED", 7) + 13);
        using var whole = DatabaseSetting.New(workspace, onServer, "whole.db");
        Assert.IsType<BackupOutcome.Sound>(await whole.Backups.RestoreAsync(() => File.OpenRead(backup), Passphrase, Cancellation));
        var longest = await TimeAsync("upgrade", "--to", workspace["whole.first"], "--database", whole.Setting);
        var inTime = 0;
        for (var kill = 1; inTime < Kills() && kill <= MostRuns; kill++)
        {
            using var database = DatabaseSetting.New(workspace, onServer, $"old{kill}.db");
            Assert.IsType<BackupOutcome.Sound>(await database.Backups.RestoreAsync(() => File.OpenRead(backup), Passphrase, Cancellation));
            inTime += await KilledAsync(moments.Next(longest / 4, longest), "upgrade", "--to", workspace[$"{kill}.first"], "--database", database.Setting);
            Assert.Subset((await database.Backups.ContentAsync(Cancellation)).Tables.ToHashSet(), before.Tables.ToHashSet());

            Assert.False(await RunAsync(null, "upgrade", "--to", workspace[$"{kill}.second"], "--database", database.Setting));

            var after = await database.Backups.ContentAsync(Cancellation);
            Assert.Subset(after.Tables.ToHashSet(), before.Tables.ToHashSet());
            Assert.NotEqual(FirstSchema, after.SchemaVersion);
            Assert.True((await database.Get<IAuditProof>().VerifyAsync([], Cancellation)).IsSound);
        }

        Note("upgrade", inTime);
    }

    private static int Kills() => Number("JUNHENG_KILLS", UsualKills);

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    /// <summary>Notes kills that were all survived, and how many came before the command had ended, in the file that <c>JUNHENG_KILLS_RECORD</c> names.</summary>
    private void Note(string work, int inTime)
    {
        if (Environment.GetEnvironmentVariable("JUNHENG_KILLS_RECORD") is { Length: > 0 } record)
        {
            File.AppendAllText(record, string.Create(CultureInfo.InvariantCulture, $"{(onServer ? "PostgreSql" : "Sqlite")}\t{work}\t{inTime}\n"));
        }
    }

    /// <summary>1 for a run that was killed, 0 for one that had ended before.</summary>
    private static async Task<int> KilledAsync(int after, params string[] args) => await RunAsync(after, args) ? 1 : 0;

    /// <summary>How many milliseconds a run takes that is left alone.</summary>
    private static async Task<int> TimeAsync(params string[] args)
    {
        var begin = Stopwatch.GetTimestamp();
        Assert.False(await RunAsync(null, args));
        return (int)Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

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
