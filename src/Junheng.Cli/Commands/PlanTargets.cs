using Junheng.Application.Plans;
using Junheng.Application.Plans.Certificates;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Documents.Plans;
using Junheng.Domain.Text;

namespace Junheng.Cli.Commands;

/// <summary>The files that <c>plan</c> writes beside its JSON.</summary>
/// <param name="Certificate">The certificate; null for none.</param>
/// <param name="Papers">Workbooks and documents.</param>
internal sealed record PlanTargets(string? Certificate, IReadOnlyList<string> Papers)
{
    private const string CertificateOption = "--certificate";
    private const string Out = "--out";

    /// <summary>The options.</summary>
    public static IReadOnlyList<OptionSpec> Options { get; } = [new(CertificateOption, "FILE", PlanTexts.Certificate), new(Out, "FILE.xlsx|.docx", PlanTexts.Out, Repeats: true)];

    /// <summary>The targets asked for; none may lie over an input or another output.</summary>
    public static PlanTargets Of(ParsedArguments arguments, IEnumerable<string> taken, UsageErrors errors)
    {
        var used = taken.Select(Full).ToHashSet(StringComparer.Ordinal);
        var certificate = arguments.Value(CertificateOption);
        foreach (var path in arguments.Values(Out).Append(certificate).OfType<string>())
        {
            if (!used.Add(Full(path)))
            {
                errors.Add(PlanTexts.OverOther.Say(Language.Zh, path), PlanTexts.OverOther.Say(Language.En, path));
            }
        }

        foreach (var path in arguments.Values(Out).Where(path => Path.GetExtension(path).ToUpperInvariant() is not (".XLSX" or ".DOCX")))
        {
            errors.Add(PlanTexts.OutEnding.Say(Language.Zh, path), PlanTexts.OutEnding.Say(Language.En, path));
        }

        return new PlanTargets(certificate, arguments.Values(Out));
    }

    /// <summary>Writes them.</summary>
    public void Write(CommandCall call, PlanReport report)
    {
        if (Certificate is { } certificate)
        {
            JsonOutput.ToFile(certificate, stream => CertificateWriter.Write(report, stream));
            call.Terminal.Error.WriteLine(ProgramTexts.Written.Say(call.Language, certificate));
        }

        var papers = new PlanPapers();
        foreach (var path in Papers)
        {
            JsonOutput.ToFile(path, stream =>
            {
                if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
                {
                    papers.Workbook(report, stream);
                }
                else
                {
                    papers.Document(report, stream);
                }
            });
            call.Terminal.Error.WriteLine(ProgramTexts.Written.Say(call.Language, path));
        }
    }

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
