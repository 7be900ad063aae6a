using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms.List;

/// <summary>Tells which school and year a row of a list speaks of.</summary>
internal sealed class ListIdentity
{
    private readonly SheetGrid _sheet;
    private readonly HeaderBlock _header;
    private readonly FormContext _context;
    private readonly SheetNotes _notes;
    private readonly BoundColumn? _county;
    private readonly BoundColumn? _code;
    private readonly BoundColumn? _name;
    private readonly BoundColumn? _year;
    private readonly int _sheetNumber;
    private readonly Regex? _yearDigits;
    private readonly HashSet<string> _countyNames = new(StringComparer.Ordinal);
    private readonly HashSet<int> _otherYears = [];
    private (int Year, string By)? _told;
    private int _countyFromOption;

    public ListIdentity(SheetGrid sheet, HeaderBlock header, ImmutableArray<BoundColumn> bound, FormContext context, SheetNotes notes)
    {
        (_sheet, _header, _context, _notes) = (sheet, header, context, notes);
        _sheetNumber = context.Figures.SheetNumber(sheet.File, sheet.Name);
        BoundColumn? Find(string item) => bound.FirstOrDefault(each => each.Item == item);
        (_county, _code, _name, _year) = (Find("county_code"), Find("school_code"), Find("school_name"), Find("report_year"));
        _yearDigits = _year is { Rule.Digits: > 0 } ? new Regex($@"\d{{{_year.Rule.Digits}}}", RegexOptions.CultureInvariant) : null;
        Columns = [.. new[] { _name, _code }.OfType<BoundColumn>().SelectMany(item => item.Columns)];
        var firstFigure = bound.Where(item => item.IsFigure).SelectMany(item => item.Columns).Select(column => column.Column).DefaultIfEmpty(sheet.ColumnCount).Min();
        LastColumn = Math.Max(Columns.Select(column => column.Column).DefaultIfEmpty(0).Max(), firstFigure - 1);
        foreach (var item in new[] { _county, _code, _name, _year }.OfType<BoundColumn>().Where(item => !item.Columns.IsEmpty))
        {
            var figures = context.Figures.Item(item.Item);
            figures.Heading = figures.Heading.IsSomewhere ? figures.Heading : new CellPlace(_sheetNumber, item.Columns[0].Row, item.Columns[0].Column);
        }
    }

    /// <summary>The items that say which school a row speaks of.</summary>
    public static FrozenSet<string> Items { get; } = new[] { "county_code", "school_code", "school_name", "report_year" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The columns that name the school: its name first.</summary>
    public ImmutableArray<HeaderColumn> Columns { get; }

    /// <summary>The last column before the figures.</summary>
    public int LastColumn { get; }

    /// <summary>The year of all rows; 0 where not given, or where a column gives it.</summary>
    public int SheetYear { get; private set; }

    /// <summary>Whether rows can be told from each other: a name or code, a county, and the year that was asked for.</summary>
    public bool IsComplete()
    {
        if (Columns.IsEmpty)
        {
            return false; // two candidates were asked about
        }

        _told = _year is null ? SheetHead.Of(_sheet).ReportYear() : null;
        SheetYear = _year is not null ? 0 : _context.ReportYear ?? _told?.Year ?? 0;
        if (_context.ReportYear is { } asked && _told is { } told && told.Year != asked)
        {
            _notes.Refuse(
                "forms.other-year",
                null,
                new($"这张表是 {told.Year} 年的（“{told.By}”），要读的是 {asked} 年", $"This sheet is of {told.Year} ('{told.By}'); {asked} was asked for"),
                new("去掉这个文件，或改正 --year", "Leave this file out, or correct --year"));
            return false;
        }

        if (SheetYear > 0)
        {
            _notes.Choose(_context.ReportYear is null
                ? new($"报告年度 {SheetYear}：由“{_told!.Value.By}”得出", $"Report year {SheetYear}, from '{_told!.Value.By}'")
                : new($"报告年度 {SheetYear}：由 --year 给出", $"Report year {SheetYear}, given by --year"));
        }

        if (_county is null && _context.CountyCode is null)
        {
            _notes.Ask(
                "forms.no-county",
                Origin.CellName(_header.Top, 0),
                new("没有县（统计三级）列，不知道是哪个县的学校", "There is no county column (统计三级): whose schools are these?"),
                new("用 --county 给出县代码，或添加“统计三级”列", "Give the county code with --county, or add a column 统计三级"));
            return false;
        }

        if (_code is null)
        {
            var message = new Domain.Text.LocalizedText("没有学校代码列：学校按县内名称识别，名称即作代码", "There is no column of school codes: schools are told by their names within the county, and the name serves as code");
            _notes.Choose(message);
            _notes.Warn("forms.by-name", Origin.CellName(_header.Top, Columns[0].Column), message, new("加上“学校标识码”列更可靠；各表中学校名称要一致", "A column of school codes is safer; names must be the same in all sheets"));
        }

        return true;
    }

    /// <summary>The school of a row, with its identity put among the figures; null where it has none, which is reported.</summary>
    public int? Of(int row, CellPlace at)
    {
        var (name, nameAt) = Word(_name, row);
        var (code, codeAt) = Word(_code, row);
        if (_code is not null && code.Length == 0)
        {
            _notes.Refuse(
                "forms.no-code", Origin.CellName(row, _code.Columns[0].Column), new($"学校“{name}”没有代码，而其他行有", $"The school '{name}' has no code, while others have"), new("补上学校代码", "Give its code"));
            return null;
        }

        var (county, countyAt) = CountyOf(row);
        if (county.Length == 0)
        {
            _notes.Refuse("input.blank-code", Origin.CellName(row, _county!.Columns[0].Column), new("县为空", "The county is blank"), new("填上统计三级，或用 --county 给出县代码", "Fill in the county, or give it with --county"));
            return null;
        }

        var year = YearOf(row);
        var school = _context.Figures.School(county, code, name, year, at);
        Put("county_code", school, county, _county is { Columns: [var c, ..] } ? c.Column : null, row, countyAt);
        Put("school_name", school, name, _name is { Columns: [var n, ..] } ? n.Column : null, row, nameAt);
        if (code.Length > 0)
        {
            Put("school_code", school, code, _code is { Columns: [var k, ..] } ? k.Column : null, row, codeAt);
        }

        if (_year is not null && _context.ReportYear is { } asked && year != 0 && year != asked && _otherYears.Add(year))
        {
            _notes.Refuse(
                "forms.other-year",
                _year.Columns.IsEmpty ? null : Origin.CellName(row, _year.Columns[0].Column),
                new($"这一行起有 {year} 年的数据，要读的是 {asked} 年", $"From this row on there are figures of {year}; {asked} was asked for"),
                new("去掉别年的文件或行，或改正 --year", "Leave the other year's file or rows out, or correct --year"));
        }

        if (year != 0)
        {
            var place = _year is null ? new CellPlace(_sheetNumber, 1, 0) : new CellPlace(_sheetNumber, row, _year.Columns[0].Column);
            _context.Figures.Item("report_year").Put(school, Observation.Figure(new NumberReading(year, null, null), null, place));
        }

        return school;
    }

    private (string Code, CellRemarkKind? Remark) CountyOf(int row)
    {
        var (text, remark) = Word(_county, row);
        var isCode = text.Length > 0 && text.All(char.IsAsciiDigit);
        if (_context.CountyCode is not { } given)
        {
            if (text.Length > 0 && !isCode && _countyNames.Add(text) && _countyNames.Count == 1)
            {
                var message = new Domain.Text.LocalizedText($"统计三级只有名称（“{text}”），名称即作县代码", $"The county stands by name only ('{text}'); the name serves as its code");
                _notes.Choose(message);
                _notes.Note("forms.county-name", Origin.CellName(row, _county!.Columns[0].Column), message, new("可用 --county 给出六位县代码", "Its code can be given with --county"));
            }

            return (text, remark);
        }

        if (isCode && text != given)
        {
            _notes.Refuse(
                "forms.other-county",
                Origin.CellName(row, _county!.Columns[0].Column),
                new($"这一行属于县 {text}，不是 {given}", $"This row is of county {text}, not {given}"),
                new("去掉别县的文件，或改正 --county", "Leave the other county's file out, or correct --county"));
        }
        else if (text.Length > 0 && !isCode && _countyNames.Add(text) && _countyNames.Count == 2)
        {
            _notes.Refuse(
                "forms.other-county",
                Origin.CellName(row, _county!.Columns[0].Column),
                new($"这张表有不止一个县（{string.Join("、", _countyNames)}），不能都作 {given}", $"The sheet has several counties ({string.Join(", ", _countyNames)}); they cannot all be {given}"),
                new("分开读取，或不用 --county", "Read them apart, or leave --county out"));
        }

        if (_countyFromOption++ == 0)
        {
            _notes.Choose(new($"县代码 {given}：由 --county 给出", $"County code {given}, given by --county"));
        }

        return (given, null);
    }

    private int YearOf(int row)
    {
        if (_year is null)
        {
            return SheetYear;
        }

        var text = _year.Columns.IsEmpty ? _year.Rule.Value! : _sheet.MergedText(row, _year.Columns[0].Column);
        text = _yearDigits is not null && _yearDigits.Match(text) is { Success: true } match ? match.Value : text;
        return int.TryParse(NumberText.Read(text) is { WasRead: true, Value: var value } ? value.ToString("F0", CultureInfo.InvariantCulture) : "", NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
    }

    private (string Text, CellRemarkKind? Remark) Word(BoundColumn? item, int row)
    {
        if (item is null)
        {
            return ("", null);
        }

        if (item.Columns.IsEmpty)
        {
            return (item.Rule.Value!, null);
        }

        var text = FullWidth.NarrowAlphanumerics(_sheet.MergedText(row, item.Columns[0].Column), out var narrowed);
        return (text, narrowed ? CellRemarkKind.FullWidthText : _sheet.TextRemark(row, item.Columns[0].Column));
    }

    private void Put(string item, int school, string text, int? column, int row, CellRemarkKind? remark)
    {
        if (text.Length > 0)
        {
            _context.Figures.Item(item).Put(school, Observation.Words(text, remark, new CellPlace(_sheetNumber, row, column ?? 0)));
        }
    }
}
