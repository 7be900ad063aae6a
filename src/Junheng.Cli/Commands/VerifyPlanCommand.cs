using System.Globalization;
using Junheng.Application.Plans;
using Junheng.Application.Statistics;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Numbers;

namespace Junheng.Cli.Commands;

/// <summary><c>verify-plan CERTIFICATE INPUT…</c>: accepted, or rejected with the first reason.</summary>
internal sealed class VerifyPlanCommand : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "verify-plan",
        PlanTexts.VerifySummary,
        [new ArgumentSpec("CERTIFICATE", PlanTexts.CertificateFile), new ArgumentSpec("INPUT", PlanTexts.VerifyInput, Repeats: true)],
        [],
        [PlanTexts.VerifyNote],
        [new CommandExample("verify-plan plan.json samples/county/schools.xlsx", PlanTexts.ExampleVerify)]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var path = call.Arguments.Positional[0];
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var errors = new UsageErrors();
            errors.Add($"无法读取 {path}：{fault.Message}", $"{path} can't be read: {fault.Message}");
            return call.Refuse(errors);
        }

        using var progress = Progress.Of(call.Terminal, call.Language, PlanTexts.Checking);
        var outcome = new VerifyPlan(StandardFiles.BesideProgram, new StatisticsFiles()).Run(
            bytes, Path.GetFileName(path), [.. call.Arguments.Positional.Skip(1).Select(input => new InputFile(input))], call.Language);
        progress.Dispose();
        switch (outcome)
        {
            case VerifyOutcome.Refused refused:
                return Refusal.Of(refused.Findings, call.Terminal, call.Language);
            case VerifyOutcome.Rejected rejected:
                call.Terminal.Write(PlanTexts.Rejected.Say(call.Language, rejected.Reason.In(call.Language)) + "\n");
                return ExitCodes.NotMet;
            default:
                var plans = ((VerifyOutcome.Accepted)outcome).Plans;
                call.Terminal.Write(PlanTexts.Accepted.Say(call.Language, plans.Length, Sum(plans.Select(plan => plan.Cost)), Sum(plans.Select(plan => plan.LowerBound))) + "\n");
                return ExitCodes.Done;
        }
    }

    private static string Sum(IEnumerable<Rational?> amounts) =>
        amounts.Aggregate(Rational.Zero, (sum, amount) => sum + (amount ?? Rational.Zero)).Round(2).ToDouble().ToString("#,##0.00", CultureInfo.InvariantCulture);
}
