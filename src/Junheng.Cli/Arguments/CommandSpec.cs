using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Cli.Arguments;

/// <summary>What a command takes. Parsing and help read this one description, so that help never lacks an option.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Arguments">Arguments by position; only the last may repeat.</param>
/// <param name="Options">Options by name.</param>
/// <param name="Notes">Further lines of its help.</param>
/// <param name="Examples">Lines that a person may copy.</param>
internal sealed record CommandSpec(
    string Name,
    LocalizedText Summary,
    ImmutableArray<ArgumentSpec> Arguments,
    ImmutableArray<OptionSpec> Options,
    ImmutableArray<LocalizedText> Notes,
    ImmutableArray<CommandExample> Examples);

/// <summary>An argument by position.</summary>
/// <param name="Name">Its name in help, in capitals.</param>
/// <param name="Help">What it is.</param>
/// <param name="IsRequired">Whether at least one must be given.</param>
/// <param name="Repeats">Whether it takes all that follow.</param>
internal sealed record ArgumentSpec(string Name, LocalizedText Help, bool IsRequired = true, bool Repeats = false);

/// <summary>An option.</summary>
/// <param name="Name">Its name with dashes.</param>
/// <param name="Value">Its value's name in help, in capitals; null for a switch.</param>
/// <param name="Help">What it does.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Repeats">Whether it may be given several times.</param>
internal sealed record OptionSpec(string Name, string? Value, LocalizedText Help, bool IsRequired = false, bool Repeats = false);

/// <summary>A line that a person may copy.</summary>
/// <param name="Line">What to type after <c>junheng</c>.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record CommandExample(string Line, LocalizedText Meaning);
