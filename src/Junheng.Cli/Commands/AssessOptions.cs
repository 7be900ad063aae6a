using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Assess;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards.Reading;
using Junheng.Cli.Arguments;
using Junheng.Cli.Texts;

namespace Junheng.Cli.Commands;

/// <summary>The options that say what is judged, by what and when: the same for every command that judges.</summary>
internal static class AssessOptions
{
    private const string Standard = "--standard";
    private const string Overlay = "--overlay";
    private const string Items = "--items";
    private const string Date = "--date";
    private const string Set = "--set";
    private const string AllowMissing = "--allow-missing";

    /// <summary>An exported scenario; of the commands that judge by the standard alone.</summary>
    public const string Scenario = "--scenario";

    /// <summary>The inputs.</summary>
    public static ArgumentSpec Inputs { get; } = new("INPUT", AssessTexts.Input, Repeats: true);

    /// <summary>The options.</summary>
    public static ImmutableArray<OptionSpec> All { get; } =
    [
        new(Standard, "ID|FILE", AssessTexts.Standard),
        new(Overlay, "ID|FILE", AssessTexts.Overlay, Repeats: true),
        new(Items, "FILE", AssessTexts.Items),
        new(Date, "YYYY-MM-DD", AssessTexts.Date),
        new(Set, "ID=VALUE", AssessTexts.Set, Repeats: true),
        new(AllowMissing, null, AssessTexts.AllowMissing),
        new(Scenario, "FILE", AssessTexts.Scenario),
        .. PaperArguments.All,
    ];

    /// <summary>Every file that the options name as input.</summary>
    public static IEnumerable<string> InputPaths(ParsedArguments arguments) =>
        [.. arguments.Positional, .. arguments.Values(Items), .. arguments.Values(Standard), .. arguments.Values(Overlay), .. arguments.Values(Scenario), .. PaperArguments.InputPaths(arguments)];

    /// <summary>What is to be judged.</summary>
    public static AssessRequest Read(CommandCall call, UsageErrors errors)
    {
        var arguments = call.Arguments;
        var standard = new StandardRequest(
            arguments.Value(Standard) ?? StandardRequest.DefaultId, [.. arguments.Values(Overlay)], [.. arguments.Values(Set).Select(text => Setting(text, errors))]);
        return new AssessRequest(
            [.. arguments.Positional.Select(path => new InputFile(path))],
            standard,
            DateOf(arguments.Value(Date), call.Terminal.Clock, errors),
            arguments.Value(Items) is { } items ? new InputFile(items) : null,
            arguments.Has(AllowMissing),
            call.Language)
        {
            Papers = PaperArguments.Read(arguments, errors),
            Scenario = arguments.Value(Scenario) is { } scenario ? new InputFile(scenario) : null,
        };
    }

    private static SettingOverride Setting(string text, UsageErrors errors)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1)
        {
            errors.Add($"--set 要写成 ID=VALUE，不能是“{text}”", $"--set is written ID=VALUE, not '{text}'");
            return new SettingOverride(text, "");
        }

        return new SettingOverride(text[..equals].Trim(), text[(equals + 1)..].Trim());
    }

    private static DateOnly DateOf(string? text, TimeProvider clock, UsageErrors errors)
    {
        if (text is null)
        {
            return DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            errors.Add($"--date 要写成 2026-09-01 这样的日期，不能是“{text}”", $"--date is a day like 2026-09-01, not '{text}'");
        }

        return date;
    }
}
