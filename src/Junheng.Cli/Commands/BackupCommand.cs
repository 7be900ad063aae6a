using Junheng.Application.Audit;
using Junheng.Application.Backup;
using Junheng.Application.Regions;
using Junheng.Cli.Arguments;
using Junheng.Cli.Databases;
using Junheng.Cli.Texts;

namespace Junheng.Cli.Commands;

/// <summary><c>backup --to FILE</c>.</summary>
internal sealed class BackupCommand : ICommand
{
    private const string To = "--to";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "backup",
        BackupTexts.BackupSummary,
        [],
        [new OptionSpec(To, "FILE", BackupTexts.BackupTo, IsRequired: true), DatabaseOptions.DatabaseOption, BackupOptions.PassphraseOption],
        [BackupTexts.KeyApart],
        [new CommandExample("backup --to junheng.backup --database .data/junheng.db --passphrase-file passphrase.txt", BackupTexts.ExampleBackup)]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var path = call.Arguments.Value(To)!;
        var passphrase = BackupOptions.Passphrase(call, errors);
        if (File.Exists(path))
        {
            errors.Add($"{path} 已经存在，不会被覆盖", $"{path} is there already and is not overwritten");
        }

        using var database = errors.Any ? null : OpenedDatabase.Open(call, errors, anyVersion: true);
        if (database is null)
        {
            return call.Refuse(errors);
        }

        var content = BackupOptions.Write(database.Get<IBackups>(), path, passphrase);
        if (database.IsPresent)
        {
            var entry = new AuditEntry(ScopeId.Installation, "command-line", "backup.write", "database", AuditResults.Done, call.Terminal.Clock.GetLocalNow()) { Change = new ValueChange(null, content.Hash) };
            database.Get<IAuditTrail>().AppendAsync(entry, CancellationToken.None).GetAwaiter().GetResult();
        }

        BackupOptions.Print(call, BackupTexts.BackedUp, path, content);
        return ExitCodes.Done;
    }
}
