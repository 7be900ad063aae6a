using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms.Reconcile;

/// <summary>
/// The one school table that papers become: its headings are the public column ids, its rows the schools in the order of the sheets that they were met in, one chunk an input.
/// It is checked like a typed file; afterwards every place is told as that of the real cell.
/// </summary>
internal sealed class SchoolTable : ITable
{
    private const int HeaderRow = 1;
    private readonly SchoolFigures _figures;
    private readonly ImmutableArray<string> _ids;
    private readonly ImmutableArray<int> _schools;
    private readonly ImmutableArray<(int First, int Count)> _runs;

    /// <param name="figures">What the papers say.</param>
    /// <param name="columns">The public columns.</param>
    /// <param name="leftOut">Schools that do not belong in the table.</param>
    public SchoolTable(SchoolFigures figures, ColumnCatalogue columns, IReadOnlySet<int> leftOut)
    {
        _figures = figures;
        var given = figures.Items.Where(item => item.HasAny || item.Heading.IsSomewhere).Select(item => item.Id).Where(id => id != FormMapReader.CountsAsSchool).ToHashSet(StringComparer.Ordinal);
        _ids = ["county_code", "school_code", .. columns.Columns.SelectMany(IdsOf).Where(given.Contains).Except(["county_code", "school_code"])];
        _schools = [.. Enumerable.Range(0, figures.Schools.Count).Where(school => !leftOut.Contains(school)).OrderBy(school => figures.Schools[school].At.Sheet).ThenBy(school => figures.Schools[school].At.Row)];
        _runs = [.. Runs()];
        Header = new TableHeader(_ids, HeaderRow);
    }

    public TableHeader Header { get; }

    public ImmutableArray<TableSheet> Sheets { get; } = [new TableSheet(null)];

    public ImmutableArray<Finding> Notes { get; } = [];

    /// <summary>Number of schools.</summary>
    public int Count => _schools.Length;

    public ImmutableArray<SheetGrid> ReadGrids(string file) => [];

    public TableRows Read(ColumnUse[] uses, int? chunkCount)
    {
        var remarks = new RemarkList(TableLimits.Default.Remarks);
        var chunks = _runs.Select(run => Chunk(run.First, run.Count, uses, remarks)).ToImmutableArray();
        return new TableRows(chunks, 0, remarks, []);
    }

    /// <summary>The parts as they really stand: file and sheet of the papers, and the place of every cell.</summary>
    public ImmutableArray<StatisticsPart> WithPlaces(ImmutableArray<StatisticsPart> parts)
    {
        var (sheets, patterns) = (_figures.Sheets.ToImmutableArray(), _figures.Patterns.ToImmutableArray());
        return [.. parts.Select((part, at) =>
        {
            var (first, count) = _runs[at];
            var home = sheets[_figures.Schools[_schools[first]].At.Sheet];
            var places = _ids.ToFrozenDictionary(id => id, id => Places(id, first, count), StringComparer.Ordinal);
            return part.At(home.File, home.Sheet, [.. Enumerable.Range(first, count).Select(row => _figures.Schools[_schools[row]].At.Row)], new CellPlaces(sheets, patterns, places));
        })];
    }

    /// <summary>The place of a cell of this table, by its name.</summary>
    public Origin OriginOf(string? cell)
    {
        var (row, column) = cell is null ? (0, -1) : CellAddress.Parse(cell);
        var places = new CellPlaces([.. _figures.Sheets], [.. _figures.Patterns], FrozenDictionary<string, ImmutableArray<CellPlace>>.Empty);
        if (row > HeaderRow && row - HeaderRow - 1 < _schools.Length)
        {
            var school = _schools[row - HeaderRow - 1];
            var place = column < _ids.Length && column >= 0 ? _figures.Item(_ids[column])[school].Place : default;
            return places.OriginOf(place.IsSomewhere ? place : _figures.Schools[school].At);
        }

        if (row == HeaderRow && column >= 0 && column < _ids.Length && _figures.Item(_ids[column]).Heading is { IsSomewhere: true } heading)
        {
            return places.OriginOf(heading);
        }

        return _figures.Sheets.Count == 0 ? Origin.None : new Origin(_figures.Sheets[0].File, _figures.Sheets[0].Sheet);
    }

    private static IEnumerable<string> IdsOf(ColumnDefinition column) => column.IsStaged ? Stages.All.Select(stage => $"{column.Id}_{stage.Id()}").Prepend(column.Id) : [column.Id];

    private IEnumerable<(int First, int Count)> Runs()
    {
        for (var first = 0; first < _schools.Length;)
        {
            var end = first + 1;
            while (end < _schools.Length && InputOf(end) == InputOf(first))
            {
                end++;
            }

            yield return (first, end - first);
            first = end;
        }
    }

    /// <summary>The input that a school was met in: a member of an archive or folder is named behind it.</summary>
    private string InputOf(int row)
    {
        var file = _figures.Sheets[_figures.Schools[_schools[row]].At.Sheet].File;
        return file.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? file[..slash] : file;
    }

    private ImmutableArray<CellPlace> Places(string id, int first, int count)
    {
        var item = _figures.Item(id);
        var places = new CellPlace[count];
        for (var row = 0; row < count; row++)
        {
            var school = _schools[first + row];
            var place = item[school].Place;
            places[row] = place.IsSomewhere || id is not ("school_code" or "county_code") ? place : _figures.Schools[school].At;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(places);
    }

    private TableChunk Chunk(int first, int count, ColumnUse[] uses, RemarkList remarks)
    {
        var texts = new TextColumn?[_ids.Length];
        var numbers = new NumberColumn?[_ids.Length];
        for (var column = 0; column < uses.Length; column++)
        {
            switch (uses[column])
            {
                case ColumnUse.Text:
                    texts[column] = Texts(column, first, count, remarks);
                    break;
                case ColumnUse.Number:
                    numbers[column] = Numbers(column, first, count, remarks);
                    break;
            }
        }

        return new TableChunk(count, first + HeaderRow + 1, null, texts, numbers, new Cells(this));
    }

    private TextColumn Texts(int column, int first, int count, RemarkList remarks)
    {
        var texts = new string?[count];
        for (var row = 0; row < count; row++)
        {
            var observation = _figures.Item(_ids[column])[_schools[first + row]];
            texts[row] = TextOf(column, first + row);
            if (observation.Number.Remark is { } remark)
            {
                remarks.Add(first + row + HeaderRow + 1, column, remark, observation.Text ?? "");
            }
        }

        return TextColumn.Of(texts);
    }

    private NumberColumn Numbers(int column, int first, int count, RemarkList remarks)
    {
        var item = _figures.Item(_ids[column]);
        var (values, present, exact) = (new double[count], new PresenceBits(count), new Dictionary<int, string>());
        for (var row = 0; row < count; row++)
        {
            var observation = item[_schools[first + row]];
            if (!observation.IsGiven)
            {
                continue;
            }

            if (observation.Number.Remark is { } remark)
            {
                remarks.Add(first + row + HeaderRow + 1, column, remark, observation.Text ?? "");
            }

            if (observation.Number.WasRead)
            {
                values[row] = observation.Number.Value;
                present.Set(row);
                if (observation.Number.ExactText is { } text)
                {
                    exact[row] = text;
                }
            }
        }

        return new NumberColumn(values, present, exact.Count == 0 ? null : exact.ToFrozenDictionary());
    }

    private string TextOf(int column, int row)
    {
        var school = _schools[row];
        var identity = _figures.Schools[school];
        var observation = _figures.Item(_ids[column])[school];
        return _ids[column] switch
        {
            "county_code" => identity.County,
            "school_code" => identity.Code.Length > 0 ? identity.Code : identity.Name,
            _ when observation.IsFigure => observation.Text ?? observation.Number.Value.ToString("R", CultureInfo.InvariantCulture),
            _ => observation.Text ?? "",
        };
    }

    private sealed class Cells(SchoolTable table) : ICellTexts
    {
        public string CellText(int row, int sourceRow, int column) => table.TextOf(column, sourceRow - HeaderRow - 1);
    }
}
