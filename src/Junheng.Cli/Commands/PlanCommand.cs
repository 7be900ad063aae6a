using Junheng.Application.Plans;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Definitions;
using Junheng.Documents.Plans;
using Junheng.Documents.Statistics;

namespace Junheng.Cli.Commands;

/// <summary><c>plan INPUT…</c>: the cheapest plan of every county, checked, with its certificate and papers.</summary>
internal sealed class PlanCommand : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "plan",
        PlanTexts.Summary,
        [AssessOptions.Inputs],
        [.. PlanOptions.All, .. PlanTargets.Options, new OptionSpec(JsonTarget.Option, "FILE|-", PlanTexts.Json)],
        [PlanTexts.Defaults],
        [
            new CommandExample("plan samples/county/schools.xlsx --assume mean", PlanTexts.Example),
            new CommandExample("plan samples/county/schools.xlsx --assume mean --stage primary --json -", PlanTexts.Example),
            new CommandExample("plan samples/county/schools.xlsx --assume mean --alternatives all --condition-prices --compare", PlanTexts.ExampleWhy),
            new CommandExample("plan samples/county/schools.xlsx --assume mean --prices prices.yaml --caps caps.csv --certificate plan.json --out plan.xlsx --out plan.docx", PlanTexts.ExampleAll),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var request = PlanOptions.Read(call, errors);
        var inputs = PlanOptions.InputPaths(call.Arguments).ToList();
        var json = JsonTarget.Of(call.Arguments, inputs, errors);
        var targets = PlanTargets.Of(call.Arguments, [.. inputs, .. call.Arguments.Values(JsonTarget.Option)], errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var progress = Progress.Of(call.Terminal, call.Language, PlanTexts.Doing);
        var outcome = new PlanCounties(StandardFiles.BesideProgram, new StatisticsFiles(), new PlanFiles()).Run(request, progress.Count);
        progress.Dispose();
        if (outcome is PlanOutcome.Refused refused)
        {
            return Refusal.Of(refused.Findings, call.Terminal, call.Language);
        }

        var report = ((PlanOutcome.Planned)outcome).Report;
        json.Deliver(call, stream => PlanJson.Write(report, stream), page => PlanView.Write(page, report));
        targets.Write(call, report);
        return ExitCodes.Done;
    }
}
