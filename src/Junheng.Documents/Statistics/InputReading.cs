using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Forms;
using Junheng.Documents.Forms.Expansion;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>
/// One call's reading: expand folders and archives → open every file → read public layouts as they stand and everything else by maps → check the whole.
/// </summary>
internal sealed class InputReading(Standard standard, StatisticsReadingOptions options, Func<InputFile, TableOpening> open)
{
    private readonly List<SheetReading> _sheets = [];
    private readonly List<(string File, Lazy<string> Sha256, PaperArchive? Archive)> _papers = [];
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly Lazy<FormReading> _forms = new(() => new FormReading(standard, options));
    private bool _isRefused;

    /// <summary>Reads the inputs as one table.</summary>
    public StatisticsReading Read(IReadOnlyList<InputFile> inputs)
    {
        var expansion = new PaperExpansion(options.Language);
        var papers = expansion.Expand(inputs);
        _findings.AddRange(expansion.Findings);
        _isRefused = expansion.Findings.Any(finding => finding.Severity == Severity.Error);
        var done = 0;
        var total = papers?.Count ?? inputs.Count;
        foreach (var opened in Opened(inputs, papers))
        {
            Take(opened);
            options.Papers.Progress?.Report(new PaperProgress(++done, total));
        }

        var forms = _forms is { IsValueCreated: true, Value: { HasRead: true } or { HasFindings: true } } ? _forms.Value.Complete() : null;
        _findings.AddRange(forms?.Findings ?? []);
        var table = StatisticsTable.Of([.. _sheets.SelectMany(sheet => sheet.Parts), .. forms?.Parts ?? []]);
        var isWhole = !_isRefused && _sheets.All(sheet => sheet.IsWhole) && forms is not { IsWhole: false };
        if (isWhole)
        {
            StageTypes.FillMerged(table);
        }

        _findings.AddRange(new TableChecks(table, options.Language).Check(isWhole));
        var refused = _findings.Any(finding => finding.Severity == Severity.Error);
        return new StatisticsReading(refused ? null : table, [.. _sheets.Select(sheet => sheet.Summary), .. Summaries(forms)], _findings.ToImmutable()) { Mappings = [.. forms?.Mappings ?? [], .. _forms.IsValueCreated ? _forms.Value.Unrecognised : []] };
    }

    /// <summary>Opens the inputs in order. Those of a folder or archive are opened ahead on all processors, their cells read if they have no public layout.</summary>
    private IEnumerable<OpenedPaper> Opened(IReadOnlyList<InputFile> inputs, List<Paper>? papers)
    {
        if (papers is null)
        {
            return inputs.Select(input => Unfold(open(input), null));
        }

        return papers.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(paper => Unfold(
            paper.IsInput ? open(paper.Input)
            : TableFile.OpenAs(paper.Name, findings => paper.Content ?? FileBytes.Read(paper.Path!, TableLimits.Default, findings), options.Language),
            paper.Archive));
    }

    private OpenedPaper Unfold(TableOpening opening, PaperArchive? archive)
    {
        var file = (opening as TableOpening.Opened)?.File;
        var headerless = (opening as TableOpening.Refused)?.HeaderlessGrids;
        if ((file is null && headerless is null) || (file is not null && SheetReader.IsPublicLayout(file.Headers, standard.Columns)))
        {
            return new OpenedPaper(opening, archive, null, null);
        }

        try
        {
            return new OpenedPaper(opening, archive, _forms.Value.Recognise(file?.ReadGrids() ?? headerless!()), null);
        }
        catch (RefusedException refusal)
        {
            return new OpenedPaper(opening, archive, null, refusal.Finding);
        }
    }

    private void Take(OpenedPaper paper)
    {
        switch (paper)
        {
            case { Opening: TableOpening.Refused { HeaderlessGrids: not null }, Sheets: { } sheets } when _forms.Value.Read(sheets, out _):
                _papers.Add((sheets.Sheets[0].File, new Lazy<string>(""), paper.Archive));
                break;
            case { Opening: TableOpening.Refused refused }:
                _isRefused = true;
                _findings.AddRange(refused.Findings);
                break;
            case { Refusal: { } refusal }:
                _isRefused = true;
                _findings.Add(refusal);
                break;
            case { Opening: TableOpening.Opened opened, Sheets: null }:
                ReadAsItStands(opened.File);
                break;
            case { Opening: TableOpening.Opened opened }:
                ReadByMaps(opened.File, paper);
                break;
        }
    }

    private void ReadAsItStands(TableFile file)
    {
        _sheets.Add(SheetReader.Read(file, standard, options));
        _findings.AddRange(_sheets[^1].Findings);
    }

    private void ReadByMaps(TableFile file, OpenedPaper paper)
    {
        if (_forms.Value.Read(paper.Sheets!, out var lookedFor))
        {
            _papers.Add((file.Name, paper.Archive?.Sha256 ?? Hash(file), paper.Archive)); // a member's content need not be kept for its hash
            _findings.AddRange(file.Findings.Where(finding => finding.Rule is not ("table.other-sheets" or "table.hidden-sheets" or "table.hidden-first-sheet")));
            return;
        }

        ReadAsItStands(file);
        if (lookedFor is not null)
        {
            _findings.Add(lookedFor);
        }
    }

    private static Lazy<string> Hash(TableFile file) => new(() => file.Sha256);

    /// <summary>The inputs that were read by maps: an archive counts as one.</summary>
    private IEnumerable<InputSummary> Summaries(FormResult? forms)
    {
        var rows = (forms?.Mappings ?? []).GroupBy(mapping => mapping.File).ToDictionary(file => file.Key, file => file.Sum(sheet => sheet.Schools), StringComparer.Ordinal);
        return _papers
            .GroupBy(paper => paper.Archive?.Name ?? paper.File)
            .Select(file => new InputSummary(file.Key, file.First().Archive?.Sha256 ?? file.First().Sha256, file.Sum(paper => rows.GetValueOrDefault(paper.File))));
    }

    private sealed record OpenedPaper(TableOpening Opening, PaperArchive? Archive, RecognisedPaper? Sheets, Finding? Refusal);
}
