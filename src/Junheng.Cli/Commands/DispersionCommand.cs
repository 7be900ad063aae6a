using Junheng.Application.Dispersion;
using Junheng.Application.Statistics;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Dispersion;

namespace Junheng.Cli.Commands;

/// <summary><c>dispersion FILE --numerator COLUMN --denominator COLUMN [--by COLUMN]</c>.</summary>
internal sealed class DispersionCommand : ICommand
{
    private const string Numerator = "--numerator";
    private const string Denominator = "--denominator";
    private const string By = "--by";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "dispersion",
        DispersionTexts.Summary,
        [new ArgumentSpec("FILE", DispersionTexts.File)],
        [
            new OptionSpec(Numerator, "COLUMN", DispersionTexts.Numerator, IsRequired: true),
            new OptionSpec(Denominator, "COLUMN", DispersionTexts.Denominator, IsRequired: true),
            new OptionSpec(By, "COLUMN", DispersionTexts.By),
            new OptionSpec(JsonTarget.Option, "FILE|-", DispersionTexts.Json),
        ],
        [DispersionTexts.Rules],
        [
            new CommandExample("dispersion samples/province/schools.csv --numerator sports_area_m2 --denominator enrolment_primary --by county_code", DispersionTexts.ExampleArea),
            new CommandExample("dispersion samples/province/schools.csv --numerator sports_area_m2 --denominator enrolment_primary --json -", DispersionTexts.ExampleJson),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var file = call.Arguments.Positional[0];
        var errors = new UsageErrors();
        var json = JsonTarget.Of(call.Arguments, [file], errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var progress = Progress.Of(call.Terminal, call.Language, DispersionTexts.Doing);
        var columns = new DispersionColumns(call.Arguments.Value(Numerator)!, call.Arguments.Value(Denominator)!, call.Arguments.Value(By));
        var outcome = new MeasureDispersion(new NamedColumns()).Run(new InputFile(file), columns, call.Language);
        progress.Dispose();
        if (outcome is DispersionOutcome.Refused refused)
        {
            return Refusal.Of(refused.Findings, call.Terminal, call.Language);
        }

        var report = ((DispersionOutcome.Measured)outcome).Report;
        return json.Deliver(call, stream => DispersionJson.Write(report, stream), page => DispersionView.Write(page, report, call.Language));
    }
}
