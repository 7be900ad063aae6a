using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>What came of one sheet.</summary>
/// <param name="Parts">Its rows; also when something is wrong with some of them.</param>
/// <param name="Summary">The file.</param>
/// <param name="Findings">Everything found, in the order file, headings, cells, rows.</param>
/// <param name="IsWhole">Whether every row could be told from the others: the file was read to its end and has its key columns.</param>
internal sealed record SheetReading(ImmutableArray<StatisticsPart> Parts, InputSummary Summary, ImmutableArray<Finding> Findings, bool IsWhole);

/// <summary>Reads one sheet: recognise headings → read → check cells → make parts → check rows → check headings, which depends on the stages met.</summary>
internal sealed class SheetReader
{
    private readonly TableFile _file;
    private readonly Standard _standard;
    private readonly StatisticsReadingOptions _options;
    private readonly HeaderMap _map;
    private readonly ImmutableArray<MappedHeading> _headings;
    private readonly TableLayout _layout;

    private SheetReader(TableFile file, Standard standard, StatisticsReadingOptions options, TableLayout? layout)
    {
        (_file, _standard, _options) = (file, standard, options);
        _map = HeaderMap.Of(standard.Columns);
        _headings = _map.Map(file.Headers);
        _layout = layout ?? HeaderMap.LayoutOf(_headings);
    }

    /// <summary>Reads a sheet whose header row is known.</summary>
    /// <param name="file">The sheet.</param>
    /// <param name="standard">Which columns are needed.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="layout">Its layout; null = told from its headings.</param>
    public static SheetReading Read(TableFile file, Standard standard, StatisticsReadingOptions options, TableLayout? layout = null) => new SheetReader(file, standard, options, layout).Read();

    /// <summary>Whether headings are certainly those of a public layout: all its key columns are there.</summary>
    public static bool IsPublicLayout(ImmutableArray<string> headings, ColumnCatalogue columns)
    {
        var ids = HeaderMap.Of(columns).Map(headings);
        return HeaderCheck.Keys(HeaderMap.LayoutOf(ids)).All(key => ids.Any(heading => heading.ColumnId == key));
    }

    private SheetReading Read()
    {
        var rows = _file.Read(PartReader.Uses(_headings));
        var summary = new InputSummary(_file.Name, new Lazy<string>(() => _file.Sha256), rows.RowCount);
        if (HeaderSearch.IsDoubtful(_headings) && HeaderSearch.Below(rows, _map) is { } found)
        {
            return new SheetReading([], summary, [.. _file.Findings, .. rows.Findings, .. HeaderFurtherDown(found.Row, found.Headings)], false);
        }

        var (header, body) = (NewFindings(), NewFindings());
        CellRemarks.Report(rows, [.. _headings.Select(heading => (heading.Heading, heading.Definition?.Kind == ColumnKind.Key))], body);
        var parts = ReadParts(rows, body);
        new HeaderCheck(_headings, _layout, _file.HeaderRow, header).Check(_standard, _options.AllowMissing, StagesOf(parts));
        CheckSheet(rows, parts, body);
        return new SheetReading(
            [.. parts.Select(part => part.Part)],
            summary,
            [.. _file.Findings, .. rows.Findings, .. header.Complete(), .. body.Complete()],
            !rows.IsRefused && HeaderCheck.Keys(_layout).All(key => _headings.Any(heading => heading.ColumnId == key)));
    }

    private ReadingFindings NewFindings() => new(_file.Name, _file.Sheet, _options.Language);

    private IEnumerable<Finding> HeaderFurtherDown(int row, ImmutableArray<string> found)
    {
        var findings = NewFindings();
        var (title, names) = (_file.Headers.First(heading => heading.Length > 0), string.Join("、", found));
        findings.Error(
            "input.header-not-first",
            Origin.CellName(_file.HeaderRow, 0),
            new($"第 {_file.HeaderRow} 行“{title}”不是列名；列名好像在第 {row} 行（{names} …）", $"Row {_file.HeaderRow}, '{title}', has no column names; they seem to stand in row {row} ({names} …)"),
            new($"删除第 {row} 行以上的标题和说明，使列名成为第一行", $"Delete what stands above row {row}, so that the column names come first"));
        return findings.Complete();
    }

    private ReadPart[] ReadParts(TableRows rows, ReadingFindings findings)
    {
        var reader = new PartReader(_file, _headings, _layout);
        var read = new (ReadPart Part, ReadingFindings Findings)[rows.Chunks.Length];
        Parallel.For(0, read.Length, index =>
        {
            var part = reader.Read(rows.Chunks[index]);
            var own = NewFindings();
            new RowCheck(part, _standard.Columns, own).Check();
            new FigureCheck(part, _standard.Columns, own).Check();
            new SchoolRowCheck(part.Part, own).Check();
            read[index] = (part, own);
        });
        foreach (var (_, own) in read)
        {
            findings.TakeOver(own);
        }

        return [.. read.Select(each => each.Part)];
    }

    /// <summary>The stages that the sheet's schools have; when no school says so, those whose enrolment has a column.</summary>
    private HashSet<Stage> StagesOf(ReadPart[] parts)
    {
        var taught = parts.SelectMany(part => part.Part.SchoolTypes ?? []).Distinct().SelectMany(StageTypes.CertainStages).ToHashSet();
        return taught.Count > 0 ? taught : [.. _standard.Stages.Where(stage => _headings.Any(heading => heading.ColumnId == $"enrolment_{stage.Id()}"))];
    }

    private void CheckSheet(TableRows rows, ReadPart[] parts, ReadingFindings findings)
    {
        if (rows.RowCount > 0)
        {
            EquipmentUnitCheck.Check([.. parts.Select(part => part.Part)], findings);
            Types(parts, findings);
        }
        else if (!rows.IsRefused)
        {
            findings.Warning("input.no-rows", null, new("表头下面没有数据行", "There are no rows below the header"), new("填入学校数据", "Fill in the schools"));
        }
    }

    private void Types(ReadPart[] parts, ReadingFindings findings)
    {
        var effect = _layout == TableLayout.School
            ? new LocalizedText(
                "按有学生的学段推断（小学+初中为九年一贯制，初中+高中为完全中学，三段为十二年一贯制）",
                "types are told from the stages with pupils (primary + junior = nine_year, junior + senior = complete_secondary, all three = twelve_year)")
            : new LocalizedText(
                "按计入评估处理，特殊教育、职业学校和教学点无法识别",
                "they count; special and vocational schools and teaching points cannot be told");
        if (parts.All(part => part.GivenTypes is null))
        {
            findings.Warning("input.no-type-column", null, new($"没有学校类型列：{effect.Zh}", $"No school_type column: {effect.En}"), new("添加学校类型列", "Add a school_type column"));
            return;
        }

        var blank = parts.Sum(part => Enumerable.Range(0, part.Part.Count).Count(row => part.GivenTypes![row] == SchoolType.Unknown && part.CellText(row, "school_type").Length == 0));
        if (blank > 0)
        {
            findings.Warning("input.blank-type", null, new($"{blank} 行没有学校类型：{effect.Zh}", $"{blank} rows have no school type: {effect.En}"), new("补上学校类型", "Give their school type"));
        }
    }
}
