using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>Findings for people, grouped by file: file › sheet › cell, rule, what is wrong, how to mend it.</summary>
internal static class FindingsView
{
    /// <summary>Findings, grouped.</summary>
    public static void Write(Page page, IEnumerable<Finding> findings, Language language)
    {
        foreach (var file in findings.GroupBy(finding => finding.Place.File))
        {
            page.Line();
            page.Line(string.IsNullOrEmpty(file.Key) ? FindingTexts.NoFile.In(language) : file.Key, Tone.Strong);
            WriteLines(page, file.OrderBy(finding => finding.Severity), language);
        }
    }

    /// <summary>Findings without headings.</summary>
    public static void WriteLines(Page page, IEnumerable<Finding> findings, Language language)
    {
        foreach (var finding in findings)
        {
            WriteOne(page, finding, language);
        }
    }

    private static void WriteOne(Page page, Finding finding, Language language)
    {
        var (symbol, tone, word) = finding.Severity switch
        {
            Severity.Error => ("✗", Tone.Bad, FindingTexts.Error),
            Severity.Warning => ("!", Tone.Doubtful, FindingTexts.Warning),
            _ => ("·", Tone.Quiet, FindingTexts.Note),
        };
        page.Write("  ").Write($"{symbol} {word.In(language)}", tone);
        page.Write($"  {finding.Place}".TrimEnd()).Write($"  {finding.Rule}", Tone.Quiet).Line();
        page.Wrapped(finding.Message, 4);
        if (finding.Remedy.Length > 0)
        {
            page.Wrapped($"→ {finding.Remedy}", 4, Tone.Quiet, 2);
        }
    }
}
