using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Cli.Arguments;
using Junheng.Cli.Texts;

namespace Junheng.Cli.Commands;

/// <summary>The options about annual forms and lists: the same for every command that reads papers.</summary>
internal static class PaperArguments
{
    private const string Map = "--map";
    private const string Parents = "--parents";
    private const string County = "--county";
    private const string Year = "--year";
    private const int EarliestYear = 1949;
    private const int LatestYear = 2199;

    /// <summary>The options.</summary>
    public static ImmutableArray<OptionSpec> All { get; } =
    [
        new(Map, "FILE", ImportTexts.Map, Repeats: true),
        new(Parents, "FILE", ImportTexts.Parents),
        new(County, "CODE", ImportTexts.County),
        new(Year, "YEAR", ImportTexts.Year),
    ];

    /// <summary>Every file that the options name.</summary>
    public static IEnumerable<string> InputPaths(ParsedArguments arguments) => [.. arguments.Values(Map), .. arguments.Values(Parents)];

    /// <summary>What the options say.</summary>
    public static PaperOptions Read(ParsedArguments arguments, UsageErrors errors) => new()
    {
        Maps = [.. arguments.Values(Map).Select(path => new InputFile(path))],
        Parents = arguments.Value(Parents) is { } parents ? new InputFile(parents) : null,
        CountyCode = arguments.Value(County)?.Trim() is { Length: > 0 } county ? county : null,
        ReportYear = YearOf(arguments.Value(Year), errors),
    };

    private static int? YearOf(string? text, UsageErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= EarliestYear and <= LatestYear)
        {
            return year;
        }

        errors.Add($"--year 要写四位年份，例如 2025，不能是“{text}”", $"--year is a year like 2025, not '{text}'");
        return null;
    }
}
