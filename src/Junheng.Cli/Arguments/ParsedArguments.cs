namespace Junheng.Cli.Arguments;

/// <summary>The arguments of a command as given, not yet with their meaning.</summary>
/// <param name="Positional">Arguments by position.</param>
/// <param name="Options">Values by option name; a switch has one empty value.</param>
internal sealed record ParsedArguments(IReadOnlyList<string> Positional, IReadOnlyDictionary<string, List<string>> Options)
{
    /// <summary>Whether an option was given.</summary>
    public bool Has(string option) => Options.ContainsKey(option);

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? Value(string option) => Options.TryGetValue(option, out var values) ? values[^1] : null;

    /// <summary>All values of an option.</summary>
    public IReadOnlyList<string> Values(string option) => Options.TryGetValue(option, out var values) ? values : [];
}
