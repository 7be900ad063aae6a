using Junheng.Application.Backup;
using Junheng.Cli.Arguments;
using Junheng.Cli.Databases;
using Junheng.Cli.Texts;
using Junheng.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Cli.Commands;

/// <summary><c>restore --from FILE --to PATH|CONNECTION</c>.</summary>
internal sealed class RestoreCommand : ICommand
{
    private const string From = "--from";
    private const string To = "--to";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "restore",
        BackupTexts.RestoreSummary,
        [],
        [
            new OptionSpec(From, "FILE", BackupTexts.RestoreFrom, IsRequired: true),
            new OptionSpec(To, "PATH|CONNECTION", BackupTexts.RestoreTo, IsRequired: true),
            BackupOptions.PassphraseOption,
        ],
        [BackupTexts.KeyApart],
        [new CommandExample("restore --from junheng.backup --to restored.db --passphrase-file passphrase.txt", BackupTexts.ExampleRestore)]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var (from, to) = (call.Arguments.Value(From)!, call.Arguments.Value(To)!);
        var passphrase = BackupOptions.Passphrase(call, errors);
        if (!File.Exists(from))
        {
            errors.Add($"没有文件 {from}", $"There is no file {from}");
        }

        if (!DatabaseOptions.IsServer(to) && File.Exists(to))
        {
            errors.Add($"{to} 已经存在；恢复只写新文件", $"{to} is there already; a restore writes a new file only");
        }

        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        switch (DatabaseOptions.IsServer(to) ? Load(from, to, passphrase, call.Terminal.Clock) : LoadFile(from, to, passphrase, call.Terminal.Clock))
        {
            case BackupOutcome.Sound sound:
                BackupOptions.Print(call, BackupTexts.Restored, DatabaseOptions.IsServer(to) ? "PostgreSQL" : to, sound.Content);
                return ExitCodes.Done;
            case BackupOutcome.Refused refused:
                call.Terminal.Error.WriteLine($"✗ {BackupOptions.Word(refused.Fault).In(call.Language)}. {BackupTexts.Nothing.In(call.Language)}");
                return ExitCodes.Refused;
            default:
                throw new InvalidOperationException("A restore is sound or refused.");
        }
    }

    private static BackupOutcome Load(string from, string to, string passphrase, TimeProvider clock)
    {
        using var services = OpenedDatabase.Services(to, null, clock);
        return services.GetRequiredService<IBackups>().RestoreAsync(() => File.OpenRead(from), passphrase, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Into a file under a temporary name, which gets its own only when everything is in it. What a killed restore left is removed.</summary>
    private static BackupOutcome LoadFile(string from, string to, string passphrase, TimeProvider clock)
    {
        var full = Path.GetFullPath(to);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.restoring");
        Remove(temporary);
        try
        {
            var outcome = Load(from, temporary, passphrase, clock);
            SqliteStorage.ReleaseFiles();
            if (outcome is BackupOutcome.Sound)
            {
                File.Move(temporary, full, overwrite: false);
            }

            return outcome;
        }
        finally
        {
            SqliteStorage.ReleaseFiles();
            Remove(temporary);
        }
    }

    private static void Remove(string temporary)
    {
        foreach (var file in SqliteStorage.FilesOf(temporary))
        {
            File.Delete(file);
        }
    }
}
