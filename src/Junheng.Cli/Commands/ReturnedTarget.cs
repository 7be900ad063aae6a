using Junheng.Application.Returned;
using Junheng.Application.Statistics;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Documents.Definitions;
using Junheng.Documents.Forms.Expansion;
using Junheng.Documents.Returned;
using Junheng.Domain.Findings;

namespace Junheng.Cli.Commands;

/// <summary>Where marked copies of the inputs go: the first to the file named, further ones beside it. Also when the inputs are refused.</summary>
/// <param name="Path">The file; null when none is wanted.</param>
internal sealed record ReturnedTarget(string? Path)
{
    /// <summary>The option.</summary>
    public static OptionSpec Option { get; } = new("--returned", "FILE.xlsx", ReturnedTexts.Returned);

    /// <summary>The target asked for. It must be none of the inputs.</summary>
    public static ReturnedTarget Of(ParsedArguments arguments, IEnumerable<InputFile?> inputs, UsageErrors errors)
    {
        var path = arguments.Value(Option.Name);
        if (path is not null && ReturnWorkbooks.ReasonAgainst([.. inputs.OfType<InputFile>()], path) is { } reason)
        {
            errors.Add(reason.Zh, reason.En);
        }

        return new ReturnedTarget(path);
    }

    /// <summary>Writes the copies and says on standard error where they lie.</summary>
    /// <param name="call">The call.</param>
    /// <param name="inputs">The tables.</param>
    /// <param name="items">The items file, which goes back only when something was found in it; null when there is none.</param>
    /// <param name="findings">Everything found.</param>
    /// <param name="isRead">Whether the inputs were read. If not, and nothing was found in them, nothing is written: a clean copy would deceive.</param>
    /// <exception cref="OutputRefusedException">A copy cannot be written.</exception>
    public void Deliver(CommandCall call, IReadOnlyList<InputFile> inputs, InputFile? items, IReadOnlyList<Finding> findings, bool isRead)
    {
        if (Path is null || (!isRead && !inputs.Append(items).Any(input => IsFoundIn(input, findings))))
        {
            return;
        }

        try
        {
            var outcome = new ReturnWorkbooks(new ReturnedWorkbooks(StandardFiles.BesideProgram), new PaperMembers()).Run([.. inputs, .. IsFoundIn(items, findings) ? [items!] : Array.Empty<InputFile>()], findings, Path);
            foreach (var file in ((ReturnOutcome.Written)outcome).Files)
            {
                call.Terminal.Error.WriteLine(file.Errors + file.Warnings == 0
                    ? ReturnedTexts.WrittenClean.Say(call.Language, file.Path, file.Input)
                    : ReturnedTexts.Written.Say(call.Language, file.Path, file.Input, file.Errors, file.Warnings));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OutputRefusedException(Path, fault);
        }
    }

    private static bool IsFoundIn(InputFile? input, IReadOnlyList<Finding> findings) =>
        input is not null && findings.Any(finding => ReturnWorkbooks.IsOf(finding, input)
            || (finding.Place.File is { } file && file.StartsWith(System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(input.Name)) + "/", StringComparison.Ordinal)));
}
