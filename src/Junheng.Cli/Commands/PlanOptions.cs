using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Plans;
using Junheng.Application.Statistics;
using Junheng.Cli.Arguments;
using Junheng.Cli.Texts;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Planning.Resources;

namespace Junheng.Cli.Commands;

/// <summary>What <c>plan</c> is asked for, beside what every judging command takes.</summary>
internal static class PlanOptions
{
    private const string StageOption = "--stage";
    private const string Prices = "--prices";
    private const string Caps = "--caps";
    private const string Locks = "--locks";
    private const string Budget = "--budget";
    private const string Margin = "--margin";
    private const string Assume = "--assume";
    private const string Limit = "--limit";
    private const string Alternatives = "--alternatives";
    private const string ConditionPrices = "--condition-prices";
    private const string Compare = "--compare";
    private const string Easements = "--easements";

    /// <summary>The options.</summary>
    public static ImmutableArray<OptionSpec> All { get; } =
    [
        .. AssessOptions.All.Where(option => option.Name is not ("--items" or AssessOptions.Scenario)),
        new(StageOption, "STAGE", PlanTexts.Stage),
        new(Prices, "FILE", PlanTexts.Prices),
        new(Caps, "FILE", PlanTexts.Caps),
        new(Locks, "FILE", PlanTexts.Locks),
        new(Budget, "YUAN", PlanTexts.Budget),
        new(Margin, "NUMBER", PlanTexts.Margin),
        new(Assume, "zero|mean", PlanTexts.Assume),
        new(Easements, null, PlanTexts.Easements),
        new(Limit, "SECONDS", PlanTexts.Limit),
        new(Alternatives, "COUNT|all", PlanTexts.Alternatives),
        new(ConditionPrices, null, PlanTexts.ConditionPrices),
        new(Compare, null, PlanTexts.Compare),
    ];

    /// <summary>Every file that the options name as input.</summary>
    public static IEnumerable<string> InputPaths(ParsedArguments arguments) =>
        [.. AssessOptions.InputPaths(arguments), .. arguments.Values(Prices), .. arguments.Values(Caps), .. arguments.Values(Locks)];

    /// <summary>The request.</summary>
    public static PlanRequest Read(CommandCall call, UsageErrors errors)
    {
        var arguments = call.Arguments;
        InputFile? File(string option) => arguments.Value(option) is { } path ? new InputFile(path) : null;
        var limit = Number(arguments, Limit, errors);
        return new PlanRequest(AssessOptions.Read(call, errors))
        {
            Prices = File(Prices),
            Caps = File(Caps),
            Locks = File(Locks),
            Budget = Number(arguments, Budget, errors),
            Margin = Number(arguments, Margin, errors) ?? Rational.Zero,
            Stages = StagesOf(arguments.Value(StageOption), errors),
            Missing = MissingOf(arguments.Value(Assume), errors),
            Easements = arguments.Has(Easements),
            Questions = new PlanQuestions(AlternativesOf(arguments.Value(Alternatives), errors), arguments.Has(ConditionPrices), arguments.Has(Compare)),
            Options = limit is { } seconds ? PlannerOptions.Default with { TimeLimit = TimeSpan.FromSeconds(Math.Min(seconds.ToDouble(), 86400)), Clock = call.Terminal.Clock } : PlannerOptions.Default,
        };
    }

    private static ImmutableArray<Stage> StagesOf(string? text, UsageErrors errors)
    {
        if (text is null)
        {
            return [];
        }

        var stage = Stages.Parse(text.Trim().ToLowerInvariant());
        if (stage is Stage.Primary or Stage.Junior)
        {
            return [stage];
        }

        errors.Add(PlanTexts.WrongStage.Say(Language.Zh, text), PlanTexts.WrongStage.Say(Language.En, text));
        return [];
    }

    private static MissingRule MissingOf(string? text, UsageErrors errors)
    {
        switch (text?.Trim().ToLowerInvariant())
        {
            case null:
                return MissingRule.Refuse;
            case "zero":
                return MissingRule.Zero;
            case "mean":
                return MissingRule.Mean;
            default:
                errors.Add(PlanTexts.WrongAssume.Say(Language.Zh, text), PlanTexts.WrongAssume.Say(Language.En, text));
                return MissingRule.Refuse;
        }
    }

    private static int AlternativesOf(string? text, UsageErrors errors)
    {
        if (text is null)
        {
            return 0;
        }

        if (text.Trim().Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            return int.MaxValue;
        }

        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return count;
        }

        errors.Add(PlanTexts.WrongAlternatives.Say(Language.Zh, text), PlanTexts.WrongAlternatives.Say(Language.En, text));
        return 0;
    }

    private static Rational? Number(ParsedArguments arguments, string option, UsageErrors errors)
    {
        if (arguments.Value(option) is not { } text)
        {
            return null;
        }

        if (Rational.TryParseDecimal(text.Trim().Replace(",", "", StringComparison.Ordinal), out var value) && value.Sign >= 0)
        {
            return value;
        }

        errors.Add(
            string.Format(CultureInfo.InvariantCulture, PlanTexts.WrongNumber.Zh, option, text),
            string.Format(CultureInfo.InvariantCulture, PlanTexts.WrongNumber.En, option, text));
        return null;
    }
}
