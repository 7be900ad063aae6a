using System.Globalization;
using Junheng.Cli.Arguments;
using Junheng.Cli.Commands;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>Help for people: what there is, how to write it, lines to copy.</summary>
internal static class HelpView
{
    private const string Program = "junheng";

    /// <summary>All commands, one line each.</summary>
    public static void WriteOverview(Page page, IReadOnlyList<ICommand> commands, Language language)
    {
        page.Line(ProgramTexts.Title.In(language), Tone.Strong);
        page.Heading(ProgramTexts.Usage.In(language));
        page.Line($"  {Program} {ProgramTexts.CommandWord.In(language)} {ProgramTexts.OptionsWord.In(language)}");
        page.Heading(ProgramTexts.Commands.In(language));
        var table = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
        foreach (var command in commands)
        {
            table.Add(command.Spec.Name, command.Spec.Summary.In(language));
        }

        table.Add($"help {ProgramTexts.CommandWord.In(language)}", ProgramTexts.HelpOfCommand.In(language));
        table.Add("--version", ProgramTexts.VersionOption.In(language));
        table.Add("--lang zh|en", ProgramTexts.LanguageOption.In(language));
        table.WriteTo(page);
        WriteExamples(page, commands.Select(command => command.Spec.Examples[0]), language);
        page.Heading(ProgramTexts.ExitCodes.In(language));
        var codes = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
        foreach (var (code, meaning) in new[]
        {
            (ExitCodes.Done, ProgramTexts.ExitDone), (ExitCodes.NotMet, ProgramTexts.ExitNotMet),
            (ExitCodes.Refused, ProgramTexts.ExitRefused), (ExitCodes.Fault, ProgramTexts.ExitFault),
        })
        {
            codes.Add(code.ToString(CultureInfo.InvariantCulture), meaning.In(language));
        }

        codes.WriteTo(page);
    }

    /// <summary>One command.</summary>
    public static void WriteCommand(Page page, CommandSpec command, Language language)
    {
        page.Line($"{Program} {command.Name}", Tone.Strong);
        page.Wrapped(command.Summary.In(language));
        page.Heading(ProgramTexts.Usage.In(language));
        page.Wrapped($"{Program} {command.Name} {string.Join(' ', Forms(command))} {ProgramTexts.OptionsWord.In(language)}".Replace("  ", " ", StringComparison.Ordinal), 2, hanging: 4);
        if (command.Arguments.Length > 0)
        {
            page.Heading(ProgramTexts.Arguments.In(language));
            var arguments = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
            foreach (var argument in command.Arguments)
            {
                arguments.Add(argument.Name, argument.Help.In(language));
            }

            arguments.WriteTo(page);
        }

        page.Heading(ProgramTexts.Options.In(language));
        var options = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
        foreach (var option in command.Options)
        {
            options.Add($"{option.Name} {option.Value}".TrimEnd(), option.Help.In(language) + Marks(option, language));
        }

        options.Add("--lang zh|en", ProgramTexts.LanguageOption.In(language));
        options.Add("--help", ProgramTexts.HelpOption.In(language));
        options.WriteTo(page);
        foreach (var note in command.Notes)
        {
            page.Line().Wrapped(note.In(language));
        }

        WriteExamples(page, command.Examples, language);
    }

    private static void WriteExamples(Page page, IEnumerable<CommandExample> examples, Language language)
    {
        page.Heading(ProgramTexts.Examples.In(language));
        foreach (var example in examples)
        {
            page.Wrapped(example.Meaning.In(language), 2, Tone.Quiet);
            page.Line($"    {Program} {example.Line}");
        }
    }

    private static IEnumerable<string> Forms(CommandSpec command) => command.Arguments
        .Select(argument => (argument.IsRequired ? argument.Name : $"[{argument.Name}]") + (argument.Repeats ? "…" : ""))
        .Concat(command.Options.Where(option => option.IsRequired).Select(option => $"{option.Name} {option.Value}"));

    private static string Marks(OptionSpec option, Language language) => (option.IsRequired, option.Repeats) switch
    {
        (true, _) => language == Language.En ? $" ({ProgramTexts.Required.En})" : $"（{ProgramTexts.Required.Zh}）",
        (_, true) => language == Language.En ? $" ({ProgramTexts.Repeats.En})" : $"（{ProgramTexts.Repeats.Zh}）",
        _ => "",
    };
}
