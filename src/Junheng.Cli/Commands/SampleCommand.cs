using System.Globalization;
using Junheng.Application.Samples;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Samples;

namespace Junheng.Cli.Commands;

/// <summary><c>sample county|province|nation</c>: generated tables to learn with and to measure with.</summary>
internal sealed class SampleCommand : ICommand
{
    private const string Out = "--out";
    private const string Format = "--format";
    private const string Seed = "--seed";
    private const string Counties = "--counties";
    private const string Rows = "--rows";
    private const string Force = "--force";
    private const int MostCounties = 9000;
    private const int MostRowsACounty = 3000;
    private const int UsualCounties = 2900;
    private const int UsualRows = 200_000;

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "sample",
        SampleTexts.Summary,
        [new ArgumentSpec("county|province|nation", SampleTexts.Kind)],
        [
            new OptionSpec(Out, "DIR", SampleTexts.Out),
            new OptionSpec(Format, "csv|xlsx", SampleTexts.Format),
            new OptionSpec(Seed, "N", SampleTexts.Seed),
            new OptionSpec(Counties, "N", SampleTexts.Counties),
            new OptionSpec(Rows, "N", SampleTexts.Rows),
            new OptionSpec(Force, null, SampleTexts.Force),
        ],
        [SampleTexts.Invented],
        [
            new CommandExample("sample county", SampleTexts.ExampleCounty),
            new CommandExample("sample nation --format csv --counties 2900 --rows 200000", SampleTexts.ExampleNation),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var request = Read(call.Arguments, errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var progress = Progress.Of(call.Terminal, call.Language, SampleTexts.Doing);
        SampleOutcome outcome;
        try
        {
            outcome = new WriteSamples(new SampleFormats()).Run(request);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputRefusedException(request.Folder, fault);
        }

        progress.Dispose();
        if (outcome is SampleOutcome.WouldOverwrite refused)
        {
            foreach (var path in refused.Paths)
            {
                errors.Add(SampleTexts.WouldOverwrite.Say(Domain.Text.Language.Zh, path), SampleTexts.WouldOverwrite.Say(Domain.Text.Language.En, path));
            }

            return call.Refuse(errors);
        }

        var page = call.NewPage();
        SampleView.Write(page, request, ((SampleOutcome.Written)outcome).Files, call.Language);
        call.Terminal.Write(page.ToString());
        return ExitCodes.Done;
    }

    private static SampleRequest Read(ParsedArguments arguments, UsageErrors errors)
    {
        var kind = arguments.Positional[0] switch
        {
            "county" => SampleKind.County,
            "province" => SampleKind.Province,
            "nation" => SampleKind.Nation,
            _ => (SampleKind?)null,
        };
        if (kind is null)
        {
            errors.Add($"没有样例“{arguments.Positional[0]}”，可用：county、province、nation", $"There is no sample '{arguments.Positional[0]}'; there are county, province and nation");
        }

        var format = arguments.Value(Format);
        if (format is not (null or "csv" or "xlsx"))
        {
            errors.Add($"--format 只能是 csv 或 xlsx，不能是“{format}”", $"--format is csv or xlsx, not '{format}'");
        }

        if (kind is not (null or SampleKind.Nation) && (arguments.Has(Counties) || arguments.Has(Rows)))
        {
            errors.Add("--counties 和 --rows 只用于 nation", "--counties and --rows are for nation only");
        }

        var counties = Whole(arguments, Counties, UsualCounties, 1, MostCounties, errors);
        var rows = Whole(arguments, Rows, UsualRows, 2L * counties, (long)MostRowsACounty * counties, errors);
        var seed = arguments.Value(Seed);
        if (!ulong.TryParse(seed ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add($"--seed 是一个不带符号的整数，不能是“{seed}”", $"--seed is a whole number without sign, not '{seed}'");
        }

        var csvOnly = kind == SampleKind.Nation && format is null;
        return new SampleRequest(
            kind ?? SampleKind.County, arguments.Value(Out) ?? "samples", format is null or "csv", !csvOnly && format is null or "xlsx", number, counties, rows, arguments.Has(Force));
    }

    private static int Whole(ParsedArguments arguments, string option, int usual, long least, long most, UsageErrors errors)
    {
        var text = arguments.Value(option);
        var isNumber = long.TryParse(text ?? usual.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        if (isNumber && value >= least && value <= most && value <= int.MaxValue)
        {
            return (int)value;
        }

        if (errors.Any && text is null)
        {
            return usual;
        }

        errors.Add($"{option} 要在 {least} 到 {most} 之间，不能是“{text ?? usual.ToString(CultureInfo.InvariantCulture)}”", $"{option} lies between {least} and {most}, not '{text ?? usual.ToString(CultureInfo.InvariantCulture)}'");
        return usual;
    }
}
