using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;

namespace Junheng.Cli.Commands;

/// <summary>Where a result goes: to people on standard output, as JSON to a file besides, or as JSON alone on standard output.</summary>
/// <param name="Path">The file, <c>-</c>, or null for no JSON.</param>
internal sealed record JsonTarget(string? Path)
{
    /// <summary>The option's name.</summary>
    public const string Option = "--json";

    /// <summary>The target asked for. It must not be one of the inputs.</summary>
    public static JsonTarget Of(ParsedArguments arguments, IEnumerable<string> inputs, UsageErrors errors)
    {
        var path = arguments.Value(Option);
        if (path is not null and not JsonOutput.Standard && inputs.FirstOrDefault(input => IsSame(input, path)) is { } input)
        {
            errors.Add(ProgramTexts.JsonOverInput.Say(Domain.Text.Language.Zh, input), ProgramTexts.JsonOverInput.Say(Domain.Text.Language.En, input));
        }

        return new JsonTarget(path);
    }

    /// <summary>Writes the result where it was asked for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="json">Writes the JSON.</param>
    /// <param name="people">Writes the page for people.</param>
    public int Deliver(CommandCall call, Action<Stream> json, Action<Page> people)
    {
        if (Path is { } path)
        {
            JsonOutput.Write(path, call.Terminal, json);
        }

        if (Path != JsonOutput.Standard)
        {
            var page = call.NewPage();
            people(page);
            call.Terminal.Write(page.ToString());
        }

        if (Path is not null and not JsonOutput.Standard)
        {
            call.Terminal.Error.WriteLine(ProgramTexts.Written.Say(call.Language, Path));
        }

        return ExitCodes.Done;
    }

    private static bool IsSame(string left, string right)
    {
        try
        {
            return string.Equals(System.IO.Path.GetFullPath(left), System.IO.Path.GetFullPath(right), StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or NotSupportedException)
        {
            return false;
        }
    }
}
