using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>
/// Collects what is found in one sheet: every finding has file, sheet, cell, rule and remedy. Past a bound a rule's findings are only counted,
/// so that a broken column of a nation does not drown the rest.
/// </summary>
internal sealed class ReadingFindings(string file, string? sheet, Language language)
{
    private const int MostOfOneRule = 200;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    public void Error(string rule, string? cell, LocalizedText message, LocalizedText remedy, string? county = null) => Add(rule, Severity.Error, cell, message, remedy, county);

    public void Warning(string rule, string? cell, LocalizedText message, LocalizedText remedy, string? county = null) => Add(rule, Severity.Warning, cell, message, remedy, county);

    public void Note(string rule, string? cell, LocalizedText message, LocalizedText remedy, string? county = null) => Add(rule, Severity.Note, cell, message, remedy, county);

    /// <summary>Takes over the findings of a part of the sheet that was read on its own.</summary>
    public void TakeOver(ReadingFindings part)
    {
        foreach (var finding in part._findings)
        {
            Keep(finding);
        }

        foreach (var (rule, count) in part._counts.Where(rule => rule.Value > MostOfOneRule))
        {
            _counts[rule] += count - MostOfOneRule;
        }
    }

    /// <summary>All findings, with one line more for each rule that was cut short.</summary>
    public IEnumerable<Finding> Complete() => _findings.Concat(_counts
        .Where(rule => rule.Value > MostOfOneRule)
        .Select(rule => new Finding(
            rule.Key,
            _findings.First(finding => finding.Rule == rule.Key).Severity,
            new Origin(file, sheet),
            new LocalizedText($"同类问题还有 {rule.Value - MostOfOneRule} 处未列出", $"{rule.Value - MostOfOneRule} more of this kind are not listed").In(language),
            new LocalizedText("改正后重新读取，其余的会列出", "Mend these and read again to see the rest").In(language))));

    private void Add(string rule, Severity severity, string? cell, LocalizedText message, LocalizedText remedy, string? county) =>
        Keep(new Finding(rule, severity, new Origin(file, sheet, cell), message.In(language), remedy.In(language), county));

    private void Keep(Finding finding)
    {
        var count = _counts[finding.Rule] = _counts.GetValueOrDefault(finding.Rule) + 1;
        if (count <= MostOfOneRule)
        {
            _findings.Add(finding);
        }
    }
}
