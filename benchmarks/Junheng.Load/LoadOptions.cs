using System.Globalization;

namespace Junheng.Load;

/// <summary>What is to be measured. Every number has an upper bound: this tool is for one's own machine.</summary>
/// <param name="Database">The setting <c>database</c> of the web program; null for a file in a folder of its own.</param>
/// <param name="Clerks">How many clerks, each of another school.</param>
/// <param name="Bursts">How often all of them save at the same moment.</param>
/// <param name="Endless">Seconds in which each saves again as soon as the answer is there.</param>
/// <param name="Working">Seconds of ordinary work: checks and drafts while typing, a save now and then.</param>
/// <param name="Every">Seconds between two saves of a clerk at ordinary work, on average.</param>
internal sealed record LoadOptions(string? Database, int Clerks = 200, int Bursts = 10, int Endless = 15, int Working = 40, int Every = 20)
{
    private const int MostClerks = 216;
    private const int MostSeconds = 120;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ArgumentException">One is unknown or out of bounds.</exception>
    public static LoadOptions Of(string[] args)
    {
        var options = new LoadOptions((string?)null);
        for (var at = 0; at + 1 < args.Length; at += 2)
        {
            options = args[at] switch
            {
                "--database" => options with { Database = args[at + 1] },
                "--clerks" => options with { Clerks = Number(args, at, MostClerks) },
                "--bursts" => options with { Bursts = Number(args, at, MostSeconds) },
                "--endless" => options with { Endless = Number(args, at, MostSeconds) },
                "--working" => options with { Working = Number(args, at, MostSeconds) },
                "--every" => options with { Every = Math.Max(1, Number(args, at, MostSeconds)) },
                _ => throw new ArgumentException($"There is no option {args[at]}."),
            };
        }

        return args.Length % 2 == 0 ? options : throw new ArgumentException($"The option {args[^1]} has no value.");
    }

    private static int Number(string[] args, int at, int most) =>
        int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new ArgumentException($"{args[at]} is a number from 0 to {most}.");
}
