using System.Collections.Immutable;
using System.Globalization;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms.List;

/// <summary>Reads the rows of a list below its header: schools, and what is none of them: totals, notes, repeated headings.</summary>
internal sealed class ListRows
{
    private const int LongestHeading = 12;
    private readonly SheetGrid _sheet;
    private readonly FormMap _map;
    private readonly HeaderBlock _header;
    private readonly FormContext _context;
    private readonly SheetNotes _notes;
    private readonly ListIdentity _identity;
    private readonly CellReading[] _cells;
    private readonly TotalsCheck _totals;
    private readonly int _sheetNumber;
    private readonly ImmutableArray<int> _figureColumns;
    private readonly HashSet<string> _anchors;
    private int _twice;
    private readonly List<int> _ignored = [];

    public ListRows(SheetGrid sheet, FormMap map, HeaderBlock header, ImmutableArray<BoundColumn> bound, FormContext context, SheetNotes notes)
    {
        (_sheet, _map, _header, _context, _notes) = (sheet, map, header, context, notes);
        _sheetNumber = context.Figures.SheetNumber(sheet.File, sheet.Name);
        _identity = new ListIdentity(sheet, header, bound, context, notes);
        _cells = [.. bound.Where(item => !ListIdentity.Items.Contains(item.Item)).Select(item => new CellReading(sheet, item, context.Figures, _sheetNumber))];
        var figures = bound.Where(item => item.IsFigure).SelectMany(item => item.Columns).DistinctBy(column => column.Column).ToList();
        _totals = new TotalsCheck(sheet, header, figures, notes);
        _figureColumns = [.. figures.Select(column => column.Column)];
        _anchors = [.. _identity.Columns.Select(column => column.Path[^1])];
    }

    /// <summary>Schools read.</summary>
    public int Schools { get; private set; }

    /// <summary>The sheet's report year; 0 = not given, or a column gives it.</summary>
    public int ReportYear => _identity.SheetYear;

    /// <summary>Reads every row.</summary>
    /// <param name="arts">艺术 as a subtotal and its parts; null where there is none.</param>
    public void Read((HeaderColumn Arts, ImmutableArray<HeaderColumn> Parts)? arts)
    {
        if (!_identity.IsComplete())
        {
            return;
        }

        for (var row = _header.FirstRow; row <= _sheet.RowCount; row++)
        {
            if (_sheet.IsBlankRow(row))
            {
                continue;
            }

            if (IsTotal(row))
            {
                _totals.AddTotal(row);
            }
            else if (IsNoSchool(row))
            {
                _ignored.Add(row);
            }
            else
            {
                School(row);
                CompareArts(row, arts);
            }
        }

        _totals.Check();
        Conclude();
    }

    private void School(int row)
    {
        var at = new CellPlace(_sheetNumber, row, _identity.Columns[0].Column);
        if (_identity.Of(row, at) is not { } school)
        {
            return;
        }

        if (_context.Figures.Claim(school, $"{_map.Layout}|{_map.Stage}|{(_map.Stage == Stage.None ? _map.Id : "")}", at) is { } earlier)
        {
            _twice++;
            var sheet = _context.Figures.Sheets[earlier.Sheet];
            var other = new Origin(sheet.File, sheet.Sheet, Origin.CellName(earlier.Row, earlier.Column));
            _notes.Refuse(
                "forms.school-twice",
                Origin.CellName(row, at.Column),
                new($"学校“{_sheet.Text(row, at.Column)}”出现了两次，另一处在 {other}", $"The school '{_sheet.Text(row, at.Column)}' stands twice; the other is at {other}"),
                new("删除重复的一份；如果是同名的两所学校，加上学校代码列", "Delete one of them; if two schools have the same name, add a column of school codes"));
            return;
        }

        Schools++;
        _totals.Add(row);
        foreach (var cell in _cells)
        {
            cell.Read(row, school);
        }
    }

    private bool IsTotal(int row)
    {
        foreach (var column in _identity.Columns)
        {
            if (_sheet.Raw(row, column.Column) is string text)
            {
                return TotalsCheck.IsTotal(text);
            }
        }

        return _identity.Columns.All(column => _sheet.IsBlank(row, column.Column))
            && Enumerable.Range(0, _identity.LastColumn + 1).Any(column => _sheet.Raw(row, column) is string text && TotalsCheck.IsTotal(text));
    }

    /// <summary>A note, a signature line or the headings repeated on a new page.</summary>
    private bool IsNoSchool(int row)
    {
        var name = _identity.Columns.Select(column => _sheet.Text(row, column.Column)).FirstOrDefault(text => text.Length > 0) ?? "";
        if (name.Length is > 0 and <= LongestHeading && _anchors.Contains(HeadingPath.Normalised(name)))
        {
            return true;
        }

        var hasFigures = _figureColumns.Any(column => _sheet.Number(row, column) is { WasRead: true });
        if (name.Length == 0 && hasFigures)
        {
            _notes.Refuse(
                "forms.nameless-row",
                Origin.CellName(row, _identity.Columns[0].Column),
                new($"第 {row} 行有数据，却没有学校名称", $"Row {row} has figures but no school"),
                new("补上学校名称或代码；如果是合计行，在第一列写“合计”", "Give the school's name or code; if it is a total, write 合计 in the first column"));
            return true;
        }

        return !hasFigures && (name.Length == 0 || NoteWords.Begins(name));
    }

    private void CompareArts(int row, (HeaderColumn Arts, ImmutableArray<HeaderColumn> Parts)? arts)
    {
        if (arts is { } found && _sheet.Number(row, found.Arts.Column) is { WasRead: true, Value: var whole })
        {
            var parts = found.Parts.Sum(part => _sheet.Number(row, part.Column) is { WasRead: true, Value: var value } ? value : 0);
            if (parts > whole)
            {
                _notes.Warn(
                    "forms.arts-exceed",
                    Origin.CellName(row, found.Arts.Column),
                    new(
                        $"艺术 {whole.ToString(CultureInfo.InvariantCulture)} 小于其中的音乐、美术之和 {parts.ToString(CultureInfo.InvariantCulture)}",
                        $"艺术 is {whole.ToString(CultureInfo.InvariantCulture)}, less than its parts 音乐 and 美术 together: {parts.ToString(CultureInfo.InvariantCulture)}"),
                    new("核对三个数；艺术应不小于音乐与美术之和", "Check the three figures: the subtotal is not less than its parts"));
            }
        }
    }

    private void Conclude()
    {
        if (_totals.Count > 0)
        {
            _notes.Choose(new($"{_totals.Count} 行是合计，不作为学校，已与各列之和核对", $"{_totals.Count} rows are totals: not schools; compared with the sums of their columns"));
        }

        if (_ignored.Count > 0)
        {
            var rows = string.Join("、", _ignored.Take(10)) + (_ignored.Count > 10 ? " …" : "");
            _notes.Choose(new($"第 {rows} 行是说明或重复的表头，未读取", $"Rows {rows} are notes or repeated headings and were not read"));
        }

        foreach (var cell in _cells)
        {
            cell.Conclude(_notes);
        }

        if (Schools + _twice == 0)
        {
            _notes.Warn("input.no-rows", null, new("表头下面没有数据行", "There are no rows below the header"), new("填入学校数据", "Fill in the schools"));
        }
    }
}
