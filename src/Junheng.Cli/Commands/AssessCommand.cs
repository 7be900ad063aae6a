using Junheng.Application.Assess;
using Junheng.Assessment.Results;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Outcomes;

namespace Junheng.Cli.Commands;

/// <summary><c>assess INPUT…</c>: the verdict of every county, with its reasons.</summary>
internal sealed class AssessCommand : ICommand
{
    private const string FailOnNotMet = "--fail-on-not-met";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "assess",
        AssessTexts.Summary,
        [AssessOptions.Inputs],
        [
            .. AssessOptions.All,
            new OptionSpec(FailOnNotMet, null, AssessTexts.FailOnNotMet),
            new OptionSpec(JsonTarget.Option, "FILE|-", AssessTexts.Json),
            .. ReportTargets.Options,
            ReturnedTarget.Option,
        ],
        [AssessTexts.Together, AssessTexts.Defaults],
        [
            new CommandExample("assess samples/county/schools.xlsx --items samples/county/items.csv", AssessTexts.ExampleCounty),
            new CommandExample("assess samples/county/schools.xlsx --items samples/county/items.csv --out form.xlsx --out form.docx", ReportTexts.ExamplePapers),
            new CommandExample("assess samples/province/schools.csv --date 2026-11-21 --json province.json", AssessTexts.ExampleProvince),
            new CommandExample("assess samples/county/schools.xlsx --returned back.xlsx", ReturnedTexts.Example),
            new CommandExample("assess samples/county/schools.csv --overlay example-district-target --set easements.until=2027-12-31", AssessTexts.ExampleOverlay),
            new CommandExample("assess samples/county/schools.csv --standard cn-2012-basic-balance --allow-missing --lang en", AssessTexts.ExampleBasic),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var request = AssessOptions.Read(call, errors);
        var json = JsonTarget.Of(call.Arguments, AssessOptions.InputPaths(call.Arguments), errors);
        var papers = ReportTargets.Of(call.Arguments, [.. AssessOptions.InputPaths(call.Arguments), .. call.Arguments.Values(JsonTarget.Option), .. call.Arguments.Values(ReturnedTarget.Option.Name)], errors);
        var returned = ReturnedTarget.Of(call.Arguments, [.. request.Inputs, request.Items], errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var progress = Progress.Of(call.Terminal, call.Language, AssessTexts.Judging);
        var outcome = new AssessCounties(StandardFiles.BesideProgram, new StatisticsFiles()).Run(request);
        if (outcome is AssessOutcome.Refused refused)
        {
            progress.Dispose();
            returned.Deliver(call, request.Inputs, request.Items, refused.Findings, isRead: false);
            return Refusal.Of(refused.Findings, call.Terminal, call.Language);
        }

        var report = ((AssessOutcome.Assessed)outcome).Report;
        var ready = papers.Ready(report, errors);
        if (errors.Any)
        {
            progress.Dispose();
            return call.Refuse(errors);
        }

        var verdicts = new Lazy<Verdict[]>(() => VerdictsOf(report.Result));
        progress.Now(AssessTexts.Writing, json.Path is null ? 0 : report.Result.CountyCount);
        json.Deliver(call, stream => AssessmentJson.Write(report, stream, progress.Count), page => AssessmentView.Write(page, report, verdicts.Value));
        foreach (var paper in ready)
        {
            paper.Write(call);
        }

        returned.Deliver(call, request.Inputs, request.Items, report.Findings, isRead: true);
        return call.Arguments.Has(FailOnNotMet) && verdicts.Value.Contains(Verdict.NotMet) ? ExitCodes.NotMet : ExitCodes.Done;
    }

    private static Verdict[] VerdictsOf(AssessmentResult result)
    {
        var verdicts = new Verdict[result.CountyCount];
        for (var county = 0; county < verdicts.Length; county++)
        {
            verdicts[county] = result.VerdictOf(county);
        }

        return verdicts;
    }
}
