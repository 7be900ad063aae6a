using Junheng.Application.Explain;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Schools;

namespace Junheng.Cli.Commands;

/// <summary><c>explain INPUT… --school CODE --stage STAGE --indicator ID</c>: one figure from its cells to the verdict.</summary>
internal sealed class ExplainCommand : ICommand
{
    private const string School = "--school";
    private const string StageOption = "--stage";
    private const string Indicator = "--indicator";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "explain",
        ExplainTexts.Summary,
        [AssessOptions.Inputs],
        [
            new OptionSpec(School, "CODE", ExplainTexts.School, IsRequired: true),
            new OptionSpec(StageOption, "STAGE", ExplainTexts.Stage, IsRequired: true),
            new OptionSpec(Indicator, "ID", ExplainTexts.Indicator, IsRequired: true),
            .. AssessOptions.All,
            new OptionSpec(JsonTarget.Option, "FILE|-", ExplainTexts.Json),
        ],
        [ExplainTexts.Again],
        [
            new CommandExample("explain samples/county/schools.xlsx --school 9901210108 --stage junior --indicator R4", ExplainTexts.Example),
            new CommandExample("explain samples/county/schools.xlsx --school 9901210004 --stage primary --indicator R1 --json -", ExplainTexts.ExampleJson),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var assess = AssessOptions.Read(call, errors);
        var json = JsonTarget.Of(call.Arguments, AssessOptions.InputPaths(call.Arguments), errors);
        var stageText = call.Arguments.Value(StageOption)!.Trim();
        var stage = Stages.Parse(stageText.ToLowerInvariant());
        if (stage == Stage.None)
        {
            errors.Add($"--stage 只能是 primary、junior、小学或初中，不能是“{stageText}”", $"--stage is primary, junior, 小学 or 初中, not '{stageText}'");
        }

        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var progress = Progress.Of(call.Terminal, call.Language, ExplainTexts.Doing);
        var request = new ExplainRequest(assess, call.Arguments.Value(School)!.Trim(), stage, call.Arguments.Value(Indicator)!.Trim());
        var outcome = new ExplainFigure(StandardFiles.BesideProgram, new StatisticsFiles()).Run(request);
        progress.Dispose();
        switch (outcome)
        {
            case ExplainOutcome.Refused refused:
                return Refusal.Of(refused.Findings, call.Terminal, call.Language);
            case ExplainOutcome.Unknown unknown:
                errors.Add(unknown.Message.Zh, unknown.Message.En);
                return call.Refuse(errors);
            case ExplainOutcome.OutOfScope outside:
                errors.Add(
                    ExplainTexts.OutOfScope.Say(Domain.Text.Language.Zh, request.SchoolCode, stage.Word(Domain.Text.Language.Zh), outside.Reason.Zh),
                    ExplainTexts.OutOfScope.Say(Domain.Text.Language.En, request.SchoolCode, stage.Word(Domain.Text.Language.En), outside.Reason.En));
                return call.Refuse(errors);
            default:
                var explained = (ExplainOutcome.Explained)outcome;
                return json.Deliver(call, stream => ExplanationJson.Write(explained, stream), page => Write(page, explained));
        }
    }

    private static void Write(Page page, ExplainOutcome.Explained explained)
    {
        for (var at = 0; at < explained.Figures.Length; at++)
        {
            if (at > 0)
            {
                page.Line();
            }

            new ExplanationView(page, explained.Report, explained.Figures[at]).Write();
        }

        page.Line().Line(AssessTexts.ResultId.Say(explained.Report.Language, explained.Report.ResultId), Tone.Quiet);
    }
}
