using Junheng.Cli.Arguments;
using Junheng.Cli.Commands;
using Junheng.Cli.Output;
using Junheng.Domain.Text;

namespace Junheng.Cli;

/// <summary>The program: language → command → arguments → run → exit code.</summary>
public static class JunhengProgram
{
    private const string LanguageVariable = "JUNHENG_LANG";

    /// <summary>The commands, in the order of help.</summary>
    internal static IReadOnlyList<ICommand> Commands { get; } =
        [
            new AssessCommand(), new CheckCommand(), new DispersionCommand(), new ExplainCommand(), new ImportCommand(), new PlanCommand(), new VerifyPlanCommand(),
            new SampleCommand(), new StandardsCommand(), new TemplateCommand(),
            new AuditCommand(), new BackupCommand(), new RestoreCommand(), new UpgradeCommand(), new PersonCommand(),
        ];

    /// <summary>Runs one command line.</summary>
    /// <param name="args">What was typed after the program's name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        var errors = new UsageErrors();
        var (language, rest) = LanguageChoice.Take(args, terminal.Environment(LanguageVariable), errors);
        try
        {
            return errors.Any ? Refusal.Of(errors, null, terminal, language) : Run(rest, terminal, language);
        }
        catch (OutputRefusedException refused)
        {
            return Refusal.OfOutput(refused, terminal, language);
        }
        catch (Exception fault)
        {
            return Refusal.OfFault(fault, terminal, language);
        }
    }

    private static int Run(ReadOnlySpan<string> args, Terminal terminal, Language language)
    {
        if (args.Length == 0 || args[0] is "help" or "--help" or "-h" or "-?")
        {
            return HelpCommand.Run(args.Length == 0 ? [] : args[1..], terminal, language);
        }

        if (args[0] is "--version" or "-V")
        {
            return HelpCommand.Version(terminal);
        }

        var errors = new UsageErrors();
        var name = args[0];
        if (Commands.FirstOrDefault(each => each.Spec.Name == name) is not { } command)
        {
            HelpCommand.ReportUnknown(name, errors);
            return Refusal.Of(errors, null, terminal, language);
        }

        if (HelpCommand.IsAskedFor(args[1..]))
        {
            return HelpCommand.Run([name], terminal, language);
        }

        var arguments = ArgumentParser.Parse(command.Spec, args[1..], errors);
        return errors.Any ? Refusal.Of(errors, command.Spec, terminal, language) : command.Run(new CommandCall(command.Spec, arguments, terminal, language));
    }
}
