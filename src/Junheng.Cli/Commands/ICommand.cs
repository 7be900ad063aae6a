using Junheng.Cli.Arguments;
using Junheng.Cli.Pages;
using Junheng.Domain.Text;

namespace Junheng.Cli.Commands;

/// <summary>A command of the program.</summary>
internal interface ICommand
{
    /// <summary>What it takes.</summary>
    CommandSpec Spec { get; }

    /// <summary>Runs it.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    int Run(CommandCall call);
}

/// <summary>One call of a command.</summary>
/// <param name="Spec">The command.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Language">The language it writes.</param>
internal sealed record CommandCall(CommandSpec Spec, ParsedArguments Arguments, Terminal Terminal, Language Language)
{
    /// <summary>An empty page for standard output.</summary>
    public Page NewPage() => new(Terminal.Width, Terminal.HasColour);

    /// <summary>Refuses the call for its usage.</summary>
    public int Refuse(UsageErrors errors) => Refusal.Of(errors, Spec, Terminal, Language);
}
