using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;
using Junheng.Storage;

namespace Junheng.Cli.Commands;

/// <summary>Everything that ends a run without a result: on standard error, with an exit code.</summary>
internal static class Refusal
{
    private const int FaultIdDigits = 8;

    /// <summary>For usage: every error, and where help is.</summary>
    public static int Of(UsageErrors errors, CommandSpec? command, Terminal terminal, Language language)
    {
        var page = ErrorPage(terminal);
        foreach (var error in errors.All)
        {
            page.Wrapped($"✗ {error.In(language)}", 0, Tone.Bad, 2);
        }

        page.Line(string.Format(CultureInfo.InvariantCulture, ProgramTexts.SeeHelp.In(language), command is null ? "help" : $"help {command.Name}"), Tone.Quiet);
        terminal.Error.Write(page.ToString());
        return ExitCodes.Refused;
    }

    /// <summary>For input: every finding, grouped by file.</summary>
    public static int Of(IReadOnlyList<Finding> findings, Terminal terminal, Language language) =>
        Of(FindingTexts.Refused.Say(language, findings.Count(finding => finding.Severity == Severity.Error)), findings, terminal, language);

    /// <summary>For input, under a heading of its own.</summary>
    public static int Of(string heading, IReadOnlyList<Finding> findings, Terminal terminal, Language language)
    {
        var page = ErrorPage(terminal);
        page.Line(heading, Tone.Bad);
        FindingsView.Write(page, findings, language);
        terminal.Error.Write(page.ToString());
        return ExitCodes.Refused;
    }

    /// <summary>For a file that cannot be written.</summary>
    public static int OfOutput(OutputRefusedException refused, Terminal terminal, Language language)
    {
        terminal.Error.WriteLine(string.Format(CultureInfo.InvariantCulture, ProgramTexts.CannotWrite.In(language), refused.Path, refused.Message));
        return ExitCodes.Refused;
    }

    /// <summary>For a fault of the program. The id is the same wherever the same fault happens, so that reports of it can be found together.</summary>
    public static int OfFault(Exception fault, Terminal terminal, Language language)
    {
        var where = fault.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("Junheng.", StringComparison.Ordinal)) ?? "";
        var signature = where.Contains(" in ", StringComparison.Ordinal) ? where[..where.IndexOf(" in ", StringComparison.Ordinal)] : where;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{fault.GetType().FullName} {signature}")))[..FaultIdDigits];
        terminal.Error.WriteLine(string.Format(CultureInfo.InvariantCulture, ProgramTexts.Fault.In(language), id));
        terminal.Error.WriteLine($"  {fault.GetType().Name}: {fault.Message}");
        terminal.Error.WriteLine($"  {signature}");
        if (StorageFaults.IsFull(fault))
        {
            terminal.Error.WriteLine("  " + ProgramTexts.Full.In(language));
        }

        return ExitCodes.Fault;
    }

    private static Page ErrorPage(Terminal terminal) => new(terminal.Width, terminal.ErrorIsWindow && string.IsNullOrEmpty(terminal.Environment("NO_COLOR")));
}
