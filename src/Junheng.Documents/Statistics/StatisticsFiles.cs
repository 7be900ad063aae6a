using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Items;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>
/// Reads the two public layouts from CSV, xlsx and xls: open every file → read every sheet → check the whole. Everything wrong is found at once;
/// with any error there is no table.
/// </summary>
public sealed class StatisticsFiles : IStatisticsFiles
{
    private readonly ConditionalWeakTable<InputFile, Task<TableOpening>> _prepared = [];

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<InputFile> inputs, Language language)
    {
        foreach (var input in inputs)
        {
            _prepared.AddOrUpdate(input, Task.Run(() =>
            {
                var opening = Open(input, language);
                _ = (opening as TableOpening.Opened)?.File.Sha256;
                return opening;
            }));
        }
    }

    /// <inheritdoc/>
    public StatisticsReading Read(IReadOnlyList<InputFile> inputs, Standard standard, StatisticsReadingOptions options)
    {
        var sheets = new List<SheetReading>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var input in inputs)
        {
            switch (OpenOnce(input, options.Language))
            {
                case TableOpening.Opened opened:
                    sheets.Add(SheetReader.Read(opened.File, standard, options));
                    findings.AddRange(sheets[^1].Findings);
                    break;
                case TableOpening.Refused refused:
                    findings.AddRange(refused.Findings);
                    break;
            }
        }

        var table = StatisticsTable.Of([.. sheets.SelectMany(sheet => sheet.Parts)]);
        var isWhole = sheets.Count == inputs.Count && sheets.All(sheet => sheet.IsWhole);
        if (isWhole)
        {
            StageTypes.FillMerged(table);
        }

        findings.AddRange(new TableChecks(table, options.Language).Check(isWhole));
        var isRefused = findings.Any(finding => finding.Severity == Severity.Error);
        return new StatisticsReading(isRefused ? null : table, [.. sheets.Select(sheet => sheet.Summary)], findings.ToImmutable());
    }

    /// <inheritdoc/>
    public ItemsReading ReadItems(InputFile input, Standard standard, Language language) => ItemsFile.Read(input, standard, language);

    internal static TableOpening Open(InputFile input, Language language) =>
        input.Content is { } content ? TableFile.Open(input.Name, content, null, language) : TableFile.Open(input.Name, null, language);

    private TableOpening OpenOnce(InputFile input, Language language) =>
        _prepared.Remove(input, out var prepared) ? prepared.GetAwaiter().GetResult() : Open(input, language);
}
