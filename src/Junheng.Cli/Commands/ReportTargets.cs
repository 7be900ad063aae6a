using Junheng.Application.Assess;
using Junheng.Application.Reports;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Documents.Reports;

namespace Junheng.Cli.Commands;

/// <summary>The papers asked for with <c>--out</c>: what each ending means, that none lies over an input, and the writing.</summary>
/// <param name="Files">Path and format, in the order given.</param>
/// <param name="County">The county wanted; null for all.</param>
internal sealed record ReportTargets(IReadOnlyList<(string Path, PaperFormat Format)> Files, string? County)
{
    private const string Out = "--out";
    private const string CountyOption = "--county";

    /// <summary>The options of papers.</summary>
    public static IReadOnlyList<OptionSpec> Options { get; } =
        [new(Out, "FILE.xlsx|.docx|.csv", ReportTexts.Out, Repeats: true), new(CountyOption, "CODE", ReportTexts.County)];

    /// <summary>The papers asked for.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="taken">Files that must not be written over: inputs and other outputs.</param>
    /// <param name="errors">Told what is wrong.</param>
    public static ReportTargets Of(ParsedArguments arguments, IEnumerable<string> taken, UsageErrors errors)
    {
        var files = new List<(string, PaperFormat)>();
        var used = taken.Select(Full).ToHashSet(StringComparer.Ordinal);
        foreach (var path in arguments.Values(Out))
        {
            if (FormatOf(path) is not { } format)
            {
                errors.Add(ReportTexts.UnknownEnding.Zh.Fill(path), ReportTexts.UnknownEnding.En.Fill(path));
                continue;
            }

            if (!used.Add(Full(path)))
            {
                errors.Add(ReportTexts.OverOther.Zh.Fill(path), ReportTexts.OverOther.En.Fill(path));
            }

            files.Add((path, format));
        }

        if (arguments.Has(CountyOption) && files.Count == 0)
        {
            errors.Add(ReportTexts.CountyWithoutOut.Zh, ReportTexts.CountyWithoutOut.En);
        }

        return new ReportTargets(files, arguments.Value(CountyOption));
    }

    /// <summary>Makes every paper ready before any is written; what there is no paper of is told as usage.</summary>
    public IReadOnlyList<ReadyPaper> Ready(AssessmentReport report, UsageErrors errors)
    {
        var write = new WritePapers(report, County, new PaperFormats());
        var ready = new List<ReadyPaper>();
        foreach (var (path, format) in Files)
        {
            switch (write.Run(format))
            {
                case PaperOutcome.Ready paper:
                    ready.Add(new ReadyPaper(path, paper));
                    break;
                case PaperOutcome.Refused refused:
                    errors.Add($"{path}：{refused.Why.Zh}", $"{path}: {refused.Why.En}");
                    break;
            }
        }

        return ready;
    }

    private static PaperFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".XLSX" => PaperFormat.Workbook,
        ".DOCX" => PaperFormat.Document,
        ".CSV" => PaperFormat.Matrix,
        _ => null,
    };

    private static string Full(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or NotSupportedException)
        {
            return path;
        }
    }
}

/// <summary>A paper that can be written.</summary>
/// <param name="Path">Where to.</param>
/// <param name="Paper">What.</param>
internal sealed record ReadyPaper(string Path, PaperOutcome.Ready Paper)
{
    /// <summary>Writes it so that a broken run leaves the old file or the new one, and says so.</summary>
    public void Write(CommandCall call)
    {
        JsonOutput.ToFile(Path, Paper.Write);
        call.Terminal.Error.WriteLine(ReportTexts.WrittenPaper.Say(call.Language, Path, Paper.What.In(call.Language)));
    }
}
