using Junheng.Application.Audit;
using Junheng.Application.Backup;
using Junheng.Application.Regions;
using Junheng.Cli.Arguments;
using Junheng.Cli.Databases;
using Junheng.Cli.Texts;
using Junheng.Storage;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Cli.Commands;

/// <summary><c>upgrade --to FILE</c>: a backup first, then the migrations.</summary>
internal sealed class UpgradeCommand : ICommand
{
    private const string To = "--to";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "upgrade",
        BackupTexts.UpgradeSummary,
        [],
        [new OptionSpec(To, "FILE", BackupTexts.BackupTo, IsRequired: true), DatabaseOptions.DatabaseOption, BackupOptions.PassphraseOption],
        [BackupTexts.KeyApart],
        [new CommandExample("upgrade --to before.backup --database .data/junheng.db --passphrase-file passphrase.txt", BackupTexts.ExampleUpgrade)]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var passphrase = BackupOptions.Passphrase(call, errors);
        var path = call.Arguments.Value(To)!;
        if (File.Exists(path))
        {
            errors.Add($"{path} 已经存在，不会被覆盖", $"{path} is there already and is not overwritten");
        }

        using var database = errors.Any ? null : OpenedDatabase.Open(call, errors, anyVersion: true);
        if (database is null)
        {
            return call.Refuse(errors);
        }

        var databases = database.Get<IDbContextFactory<JunhengDatabase>>();
        var pending = DatabaseMigration.PendingAsync(databases, CancellationToken.None).GetAwaiter().GetResult();
        if (pending.IsEmpty)
        {
            call.Terminal.Write(BackupTexts.UpToDate.In(call.Language) + "\n");
            return ExitCodes.Done;
        }

        var content = BackupOptions.Write(database.Get<IBackups>(), path, passphrase);
        BackupOptions.Print(call, BackupTexts.BackedUp, path, content);
        DatabaseMigration.RunAsync(databases, CancellationToken.None).GetAwaiter().GetResult();
        var entry = new AuditEntry(ScopeId.Installation, "command-line", "database.upgrade", "database", AuditResults.Done, call.Terminal.Clock.GetLocalNow())
        {
            Change = new ValueChange(content.SchemaVersion, pending[^1]),
        };
        database.Get<IAuditTrail>().AppendAsync(entry, CancellationToken.None).GetAwaiter().GetResult();
        call.Terminal.Write(BackupTexts.Upgraded.Say(call.Language, string.Join(", ", pending)) + "\n");
        return ExitCodes.Done;
    }
}
