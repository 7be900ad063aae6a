using System.Collections.Immutable;
using Junheng.Application.Check;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards.Reading;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Check;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Cli.Commands;

/// <summary><c>check INPUT…</c>: errors that must be mended and questions that want an explanation.</summary>
internal sealed class CheckCommand : ICommand
{
    private const string Explanations = "--explanations";
    private const string Questions = "--questions";
    private const string OwnSettings = "check.";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "check",
        CheckTexts.Summary,
        [AssessOptions.Inputs],
        [
            .. AssessOptions.All.Where(option => option.Name is not ("--items" or AssessOptions.Scenario)),
            new OptionSpec(Explanations, "FILE", CheckTexts.Explanations),
            new OptionSpec(Questions, "FILE.csv", CheckTexts.Questions),
            new OptionSpec(JsonTarget.Option, "FILE|-", AssessTexts.Json),
            ReturnedTarget.Option,
        ],
        [CheckTexts.Kinds, CheckTexts.Answering],
        [
            new CommandExample("check samples/county/schools.xlsx", CheckTexts.ExampleCounty),
            new CommandExample("check samples/county/schools.xlsx --returned back.xlsx", ReturnedTexts.Example),
            new CommandExample("check samples/county/schools.csv --questions questions.csv", CheckTexts.ExampleQuestions),
            new CommandExample("check samples/county/schools.csv --set check.jump_ratio=1.3 --json -", CheckTexts.ExampleSetting),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var request = Request(call, errors);
        string?[] inputs = [.. AssessOptions.InputPaths(call.Arguments), call.Arguments.Value(Explanations)];
        var json = JsonTarget.Of(call.Arguments, inputs.OfType<string>(), errors);
        var questions = call.Arguments.Value(Questions);
        if (questions is not null && inputs.Contains(questions, StringComparer.Ordinal))
        {
            errors.Add(ProgramTexts.JsonOverInput.Say(Language.Zh, questions), ProgramTexts.JsonOverInput.Say(Language.En, questions));
        }

        var returned = ReturnedTarget.Of(call.Arguments, request.Inputs, errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        var outcome = new CheckReturns(StandardFiles.BesideProgram, CheckFiles.BesideProgram, new StatisticsFiles(), new ExplanationFiles()).Run(request);
        if (outcome is CheckOutcome.Refused refused)
        {
            returned.Deliver(call, request.Inputs, null, refused.Findings, isRead: false);
            return Refusal.Of(refused.Findings, call.Terminal, call.Language);
        }

        var report = ((CheckOutcome.Checked)outcome).Report;
        if (questions is not null)
        {
            JsonOutput.ToFile(questions, stream => ExplanationFiles.Write(stream, report));
        }

        json.Deliver(call, stream => CheckJson.Write(report, stream), page => CheckView.Write(page, report));
        if (questions is not null)
        {
            call.Terminal.Error.WriteLine(ProgramTexts.Written.Say(call.Language, questions));
        }

        returned.Deliver(call, request.Inputs, null, [.. report.AllFindings], isRead: true);
        return report.HasErrors ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static CheckRequest Request(CommandCall call, UsageErrors errors)
    {
        var asked = AssessOptions.Read(call, errors);
        var own = asked.Standard.Settings.Where(setting => setting.Id.StartsWith(OwnSettings, StringComparison.Ordinal)).ToImmutableArray<SettingOverride>();
        return new CheckRequest(
            asked.Inputs,
            asked.Standard with { Settings = asked.Standard.Settings.RemoveRange(own) },
            own,
            asked.Date,
            call.Arguments.Value(Explanations) is { } file ? new InputFile(file) : null,
            asked.AllowMissing,
            call.Language);
    }
}
