using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Forms.List;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Forms.School;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms;

/// <summary>What came of reading papers that have no public layout.</summary>
/// <param name="Parts">The schools' rows, every cell with its real place.</param>
/// <param name="Findings">Everything found.</param>
/// <param name="Mappings">What was made of each sheet.</param>
/// <param name="IsWhole">Whether every row could be told from the others.</param>
internal sealed record FormResult(ImmutableArray<StatisticsPart> Parts, ImmutableArray<Finding> Findings, ImmutableArray<SheetMapping> Mappings, bool IsWhole);

/// <summary>The sheets of a file and what was found of their maps.</summary>
/// <param name="Sheets">All sheets.</param>
/// <param name="Filled">Those that are not blank.</param>
/// <param name="Recognitions">Those that are not hidden either, with what was found.</param>
internal sealed record RecognisedPaper(ImmutableArray<SheetGrid> Sheets, ImmutableArray<SheetGrid> Filled, ImmutableArray<(SheetGrid Sheet, Recognition Found)> Recognitions);

/// <summary>
/// Reads annual forms and lists into one school table: recognise every sheet → read by maps → reconcile schools, types, campuses and contradictions → check as a typed table →
/// tell where each cell really stands.
/// </summary>
internal sealed class FormReading
{
    private const string TableName = "papers";
    private readonly Standard _standard;
    private readonly StatisticsReadingOptions _options;
    private readonly IFormReader[] _readers = [new ListReader(), new SchoolFormReader()];
    private readonly FormContext _context;
    private readonly FormRecogniser _recogniser;
    private readonly List<SheetMapping> _mappings = [];
    private readonly List<SheetMapping> _unrecognised = [];
    private bool _isWhole = true;

    public FormReading(Standard standard, StatisticsReadingOptions options)
    {
        (_standard, _options) = (standard, options);
        _context = new FormContext(new SchoolFigures(), standard.Columns, options.Papers.CountyCode, options.Papers.ReportYear, options.Language, options.Papers.WantsDrafts);
        var (maps, findings) = FormMapLibrary.BesideProgram.Open(options.Papers.Maps, standard.Columns, options.Language);
        _recogniser = new FormRecogniser(maps, _readers, options.Papers.ReportYear);
        foreach (var finding in findings)
        {
            _context.Add(finding);
        }
    }

    /// <summary>Whether any paper was read by a map.</summary>
    public bool HasRead { get; private set; }

    /// <summary>What can be said of the sheets of files that no map fits.</summary>
    public IReadOnlyList<SheetMapping> Unrecognised => _unrecognised;

    /// <summary>Whether a map was given that cannot be used.</summary>
    public bool HasFindings => _context.Findings.Count > 0;

    /// <summary>Finds the map of each sheet of a file. It changes nothing, so that files can be recognised side by side.</summary>
    public RecognisedPaper Recognise(ImmutableArray<SheetGrid> sheets)
    {
        var filled = sheets.Where(sheet => sheet.RowCount > 0).ToImmutableArray();
        return new RecognisedPaper(sheets, filled, [.. filled.Where(sheet => !sheet.IsHidden).Select(sheet => (sheet, _recogniser.Recognise(sheet)))]);
    }

    /// <summary>Reads the sheets of one file; false when none of them has a map, with what was looked for in <paramref name="lookedFor"/>.</summary>
    public bool Read(RecognisedPaper paper, out Finding? lookedFor)
    {
        lookedFor = null;
        var (filled, recognitions) = (paper.Filled, paper.Recognitions);
        var recognised = recognitions.Select(each => each.Found.Recognised).OfType<RecognisedSheet>().ToList();
        if (recognised.Count == 0 && !recognitions.Any(each => !each.Found.Rivals.IsEmpty))
        {
            lookedFor = LookedFor(recognitions);
            _unrecognised.AddRange(recognitions.Select(each => NotRead(each.Sheet, each.Found.Nearest)));
            return false;
        }

        HasRead = true;
        foreach (var (sheet, found) in recognitions.Where(each => !each.Found.Rivals.IsEmpty))
        {
            Rivals(sheet, found.Rivals);
        }

        foreach (var reader in _readers)
        {
            _mappings.AddRange(reader.Read([.. recognised.Where(each => each.Map.Layout == reader.Layout)], _context));
        }

        var unread = filled.Where(sheet => !recognised.Exists(each => each.Sheet == sheet)).ToList();
        foreach (var sheet in unread)
        {
            _mappings.Add(NotRead(sheet, recognitions.FirstOrDefault(each => each.Sheet == sheet).Found?.Nearest));
        }

        if (unread.Count > 0)
        {
            var names = string.Join("、", unread.Select(sheet => sheet.Name + (sheet.IsHidden ? "（隐藏 hidden）" : "")));
            _context.Add("forms.sheet-not-read", Severity.Note, new Origin(unread[0].File), new($"这些工作表没有读取：{names}", $"These sheets were not read: {names}"), new("如果其中有需要的数据，用 --map 给出映射", "If one is needed, give a map with --map"));
        }

        return true;
    }

    /// <summary>Reconciles what was read and checks it.</summary>
    public FormResult Complete()
    {
        var choices = new FormChoices(_context.Figures);
        Disagreements.Report(_context);
        var types = new SchoolTypesTold(_context.Figures, choices);
        types.Tell();
        new CampusParents(_context, choices).Find(_options.Papers.Parents);
        var table = new SchoolTable(_context.Figures, _standard.Columns, types.LeftOut);
        var reading = table.Count == 0 ? null : SheetReader.Read(TableFile.Of(TableName, table), _standard, _options, TableLayout.School);
        var findings = _context.Findings.Concat(reading?.Findings.Select(finding => Placed(finding, table)) ?? []).ToImmutableArray();
        return new FormResult(
            reading is null ? [] : table.WithPlaces(reading.Parts),
            findings,
            [.. _mappings.Select(mapping => mapping with { Choices = [.. mapping.Choices, .. choices.Of(mapping.File, mapping.Sheet)] })],
            _isWhole && reading is { IsWhole: true } && !_context.Findings.Any(finding => finding.Severity == Severity.Error));
    }

    /// <summary>A finding about the gathered table as one about the paper that the cell stands in.</summary>
    private Finding Placed(Finding finding, SchoolTable table)
    {
        if (finding.Place.File != TableName)
        {
            return finding;
        }

        var placed = finding with { Place = table.OriginOf(finding.Place.Cell), Message = Titled(finding.Message) };
        return finding.Rule == "input.missing-item-column"
            ? placed with
            {
                Remedy = new Domain.Text.LocalizedText(
                    "在表中补上这一列；如果表中有而没有认出，用 import --dry-run 查看、--save-map 保存映射并改正；确实没有时用 --allow-missing",
                    "Add the column; if it is there and was not recognised, look with import --dry-run and correct the map saved by --save-map; or use --allow-missing").In(_options.Language),
            }
            : placed;
    }

    /// <summary>A message about the gathered table, whose headings are ids, with the title of the column that it quotes first, as a clerk knows it.</summary>
    private string Titled(string message)
    {
        var (start, end) = (message.IndexOf('“', StringComparison.Ordinal) + 1, message.IndexOf('”', StringComparison.Ordinal));
        return _options.Language == Domain.Text.Language.Zh && start > 0 && end > start
            ? $"{message[..start]}{HeaderCheck.TitleOf(_standard.Columns, message[start..end])}{message[end..]}"
            : message;
    }

    private void Rivals(SheetGrid sheet, ImmutableArray<FormMap> rivals)
    {
        _isWhole = false;
        var names = string.Join("、", rivals.Select(map => map.Id));
        _context.Add(
            "forms.two-maps",
            Severity.Error,
            new Origin(sheet.File, sheet.Name),
            new($"这张表同时符合几个映射：{names}", $"The sheet fits several maps alike: {names}"),
            new("用 --map 给出其中一个", "Give one of them with --map"));
        _mappings.Add(NotRead(sheet, null) with { Questions = [new($"符合几个映射：{names}", $"It fits several maps: {names}")] });
    }

    private SheetMapping NotRead(SheetGrid sheet, FormMap? nearest)
    {
        var headings = sheet.IsHidden ? [] : LikelyHeadings.Of(sheet);
        return new SheetMapping(
            sheet.File,
            sheet.Name,
            null,
            null,
            MappingStatus.NotRead,
            0,
            Stage.None,
            0,
            [],
            headings,
            [sheet.IsHidden ? new("隐藏的工作表，未读取", "A hidden sheet; not read") : new("没有认出是哪种表，未读取", "Not recognised; not read")],
            [])
        {
            Draft = _context.WantsDrafts && !headings.IsEmpty ? Draft(sheet, nearest, headings) : null,
        };
    }

    /// <summary>A map to start from: the nearest list's, with those of its columns that are there; without one, the headings alone.</summary>
    private string Draft(SheetGrid sheet, FormMap? nearest, ImmutableArray<LeftOverHeading> headings) =>
        (nearest is { Layout: FormLayout.List } ? ListReader.DraftOf(sheet, nearest, _context) : null)
        ?? MapDraft.Of(Path.GetFileNameWithoutExtension(sheet.File.Split('/')[^1]), headings);

    /// <summary>What was looked for in a file that has no map: the nearest map and the headings that it lacks.</summary>
    private Finding? LookedFor(ImmutableArray<(SheetGrid Sheet, Recognition Found)> recognitions)
    {
        var near = recognitions.Where(each => each.Found.Nearest is not null).OrderByDescending(each => each.Found.Match!.Found.Length).FirstOrDefault();
        if (near.Found is not { Nearest: { } map, Match: { } match })
        {
            return null;
        }

        var (lacking, found) = (string.Join("、", match.Lacking), string.Join("、", match.Found));
        return new Finding(
            "forms.no-map",
            Severity.Warning,
            new Origin(near.Sheet.File, near.Sheet.Name),
            new Domain.Text.LocalizedText(
                $"也按年报表、一览表试过：最接近的是 {map.Id}（{map.Title.Zh}），有 {found}，缺 {lacking}",
                $"It was also tried as an annual form or list: the nearest is {map.Id} ({map.Title.En}); it has {found} and lacks {lacking}").In(_options.Language),
            new Domain.Text.LocalizedText("补上所缺的标题，或用 --map 给出自己的映射", "Add the headings that are lacking, or give a map of your own with --map").In(_options.Language));
    }
}
