using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Cli.Arguments;
using Junheng.Cli.Databases;
using Junheng.Cli.Texts;

namespace Junheng.Cli.Commands;

/// <summary><c>person forget ID</c>.</summary>
internal sealed class PersonCommand : ICommand
{
    private const string Scope = "--scope";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "person",
        BackupTexts.PersonSummary,
        [new ArgumentSpec("forget", BackupTexts.PersonAction), new ArgumentSpec("ID", BackupTexts.Person)],
        [DatabaseOptions.DatabaseOption, DatabaseOptions.KeyFileOption, new OptionSpec(Scope, "N", BackupTexts.Scope)],
        [],
        [new CommandExample("person forget person/17 --scope 1 --database .data/junheng.db", BackupTexts.ExamplePerson)]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var (action, person) = (call.Arguments.Positional[0], call.Arguments.Positional[1]);
        if (action != "forget")
        {
            errors.Add($"person 没有“{action}”；可用：forget", $"person has no '{action}'. It has forget");
        }

        if (!long.TryParse(call.Arguments.Value(Scope) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var scope))
        {
            errors.Add($"{Scope} 要写一个整数", $"{Scope} needs a whole number");
        }

        using var database = errors.Any ? null : OpenedDatabase.Open(call, errors);
        if (database is null)
        {
            return call.Refuse(errors);
        }

        var isDone = database.Get<IPersonalKeys>().DestroyAsync(new ScopeId(scope), person, "command-line", call.Terminal.Clock.GetLocalNow(), CancellationToken.None).GetAwaiter().GetResult();
        if (!isDone)
        {
            errors.Add(BackupTexts.NoKey.Say(Domain.Text.Language.Zh, scope, person), BackupTexts.NoKey.Say(Domain.Text.Language.En, scope, person));
            return call.Refuse(errors);
        }

        call.Terminal.Write(BackupTexts.Forgotten.Say(call.Language, person) + "\n");
        return ExitCodes.Done;
    }
}
