using System.Reflection;
using Junheng.Cli.Arguments;
using Junheng.Cli.Pages;
using Junheng.Cli.Views;
using Junheng.Domain.Text;

namespace Junheng.Cli.Commands;

/// <summary><c>help</c>, <c>help COMMAND</c>, <c>--help</c> and <c>--version</c>.</summary>
internal static class HelpCommand
{
    /// <summary>Shows the overview, or the help of one command.</summary>
    public static int Run(ReadOnlySpan<string> args, Terminal terminal, Language language)
    {
        var page = new Page(terminal.Width, terminal.HasColour);
        if (args.Length == 0 || args[0] is "help" or "--help")
        {
            HelpView.WriteOverview(page, JunhengProgram.Commands, language);
            terminal.Write(page.ToString());
            return ExitCodes.Done;
        }

        var name = args[0];
        if (JunhengProgram.Commands.FirstOrDefault(each => each.Spec.Name == name) is not { } command)
        {
            var errors = new UsageErrors();
            ReportUnknown(name, errors);
            return Refusal.Of(errors, null, terminal, language);
        }

        HelpView.WriteCommand(page, command.Spec, language);
        terminal.Write(page.ToString());
        return ExitCodes.Done;
    }

    /// <summary>Shows the version.</summary>
    public static int Version(Terminal terminal)
    {
        var version = typeof(HelpCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        terminal.Write($"junheng {version.Split('+')[0]}\n");
        return ExitCodes.Done;
    }

    /// <summary>Whether a command's arguments ask for its help.</summary>
    public static bool IsAskedFor(ReadOnlySpan<string> args)
    {
        foreach (var arg in args)
        {
            if (arg is "--")
            {
                return false;
            }

            if (arg is "--help" or "-h" or "-?")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports a command that there is not.</summary>
    public static void ReportUnknown(string name, UsageErrors errors)
    {
        var known = JunhengProgram.Commands.Select(each => each.Spec.Name).Append("help").ToList();
        var meant = Nearest.To(name, known);
        errors.Add(
            $"没有命令“{name}”{(meant is null ? "" : $"，是不是 {meant}？")}；可用的命令：{string.Join("、", known)}",
            $"There is no command '{name}'{(meant is null ? "" : $"; did you mean {meant}?")} Commands: {string.Join(", ", known)}");
    }
}
