using Junheng.Application.Papers;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Definitions;
using Junheng.Documents.Samples;
using Junheng.Documents.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Cli.Commands;

/// <summary><c>import INPUT… --dry-run | --out FILE</c>: how annual forms and lists are read, and the clean school table that they make.</summary>
internal sealed class ImportCommand : ICommand
{
    private const string DryRun = "--dry-run";
    private const string SaveMap = "--save-map";
    private const string Out = "--out";
    private const string StandardOption = "--standard";
    private const string AllowMissing = "--allow-missing";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "import",
        ImportTexts.Summary,
        [new ArgumentSpec("INPUT", ImportTexts.Input, Repeats: true)],
        [
            new OptionSpec(DryRun, null, ImportTexts.DryRun),
            new OptionSpec(Out, "FILE.csv|.xlsx", ImportTexts.Out),
            new OptionSpec(SaveMap, "FILE", ImportTexts.SaveMap),
            .. PaperArguments.All,
            new OptionSpec(StandardOption, "ID|FILE", ImportTexts.Standard),
            new OptionSpec(AllowMissing, null, ImportTexts.AllowMissing),
            new OptionSpec(JsonTarget.Option, "FILE|-", ImportTexts.Json),
        ],
        [ImportTexts.What],
        [
            new CommandExample("import samples/county/schools.xlsx --dry-run", ImportTexts.ExampleLook),
            new CommandExample("import samples/county/schools.xlsx --out clean.csv", ImportTexts.ExampleOut),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var arguments = call.Arguments;
        var request = new PapersRequest(
            [.. arguments.Positional.Select(path => new InputFile(path))],
            StandardRequest.Of(arguments.Value(StandardOption) ?? StandardRequest.DefaultId),
            PaperArguments.Read(arguments, errors) with { WantsDrafts = arguments.Has(SaveMap) },
            arguments.Has(AllowMissing),
            call.Language);
        var inputs = arguments.Positional.Concat(PaperArguments.InputPaths(arguments)).ToList();
        var json = JsonTarget.Of(arguments, inputs, errors);
        CheckTargets(arguments, inputs, errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var progress = Progress.Of(call.Terminal, call.Language, ImportTexts.Doing);
        request = request with { Papers = request.Papers with { Progress = new Watcher(progress) } };
        var outcome = new ReadPapers(StandardFiles.BesideProgram, new StatisticsFiles()).Run(request);
        if (outcome is PapersOutcome.Refused refused)
        {
            progress.Dispose();
            return Refusal.Of(refused.Findings, call.Terminal, call.Language);
        }

        var (reading, standard) = (PapersOutcome.Looked)outcome;
        progress.Now(ImportTexts.Writing);
        var written = new List<string>();
        SaveMaps(arguments.Value(SaveMap), reading, written, call.Language);
        if (reading.Table is null)
        {
            progress.Dispose();
            return NotReady(call, reading, json, written);
        }

        if (arguments.Value(Out) is { } path && !WriteTable(path, reading, standard, written, call.Language))
        {
            errors.Add(ImportTexts.TwoLayouts.Zh, ImportTexts.TwoLayouts.En);
            return call.Refuse(errors);
        }

        progress.Dispose();
        return json.Deliver(call, stream => PapersJson.Write(reading, call.Language, stream), page => new MappingView(page, call.Language).Write(reading, written));
    }

    private static void CheckTargets(ParsedArguments arguments, List<string> inputs, UsageErrors errors)
    {
        if (!arguments.Has(DryRun) && !arguments.Has(Out))
        {
            errors.Add(ImportTexts.NeedsAim.Zh, ImportTexts.NeedsAim.En);
        }

        if (arguments.Value(Out) is { } path && Path.GetExtension(path).ToLowerInvariant() is not (".csv" or ".xlsx"))
        {
            errors.Add(ImportTexts.OutKind.Say(Language.Zh, path), ImportTexts.OutKind.Say(Language.En, path));
        }

        foreach (var target in new[] { arguments.Value(Out), arguments.Value(SaveMap) }.OfType<string>().Where(target => inputs.Exists(input => Path.GetFullPath(input) == Path.GetFullPath(target))))
        {
            errors.Add(ImportTexts.OutOverInput.Say(Language.Zh, target), ImportTexts.OutOverInput.Say(Language.En, target));
        }
    }

    /// <summary>The first map goes to the file named, further ones beside it under their own ids.</summary>
    private static void SaveMaps(string? path, StatisticsReading reading, List<string> written, Language language)
    {
        if (path is null)
        {
            return;
        }

        var drafts = reading.Mappings.Where(mapping => mapping.Draft is not null).DistinctBy(mapping => mapping.MapId ?? mapping.File).ToList();
        foreach (var mapping in drafts)
        {
            var target = mapping == drafts[0] ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{Path.GetFileNameWithoutExtension(mapping.MapId ?? mapping.File)}.yaml");
            JsonOutput.ToFile(target, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(mapping.Draft!)));
            written.Add(ImportTexts.MapWritten.Say(language, target));
        }
    }

    private static bool WriteTable(string path, StatisticsReading reading, Standard standard, List<string> written, Language language)
    {
        if (CleanTable.Of(reading.Table!, standard.Columns) is not { } table)
        {
            return false;
        }

        var rows = table.Rows.ToList();
        var formats = new SampleFormats();
        JsonOutput.ToFile(path, stream =>
        {
            if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                formats.WriteCsv(stream, table.Columns, rows);
            }
            else
            {
                formats.WriteWorkbook(stream, "schools", table.Columns, rows);
            }
        });
        written.Add(ImportTexts.Written.Say(language, path, rows.Count, table.Columns.Count));
        return true;
    }

    /// <summary>What was recognised and what is wrong go to standard output, so that they can be read together; the exit code says that nothing was accepted.</summary>
    private static int NotReady(CommandCall call, StatisticsReading reading, JsonTarget json, List<string> written)
    {
        json.Deliver(call, stream => PapersJson.Write(reading, call.Language, stream), page => new MappingView(page, call.Language).WriteMappings(reading));
        var exitCode = Refusal.Of(MappingView.Summary(reading, call.Language), reading.Findings, call.Terminal, call.Language);
        written.ForEach(call.Terminal.Error.WriteLine);
        return exitCode;
    }

    private sealed class Watcher(Progress progress) : IProgress<PaperProgress>
    {
        private bool _began;

        public void Report(PaperProgress value)
        {
            if (!_began && value.Total > 1)
            {
                _began = true;
                progress.Now(ImportTexts.Doing, value.Total);
            }

            progress.Count.Report(value.Done);
        }
    }
}
