using System.Text.RegularExpressions;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms.List;

/// <summary>Reads one item of a list, row by row.</summary>
internal sealed class CellReading
{
    private readonly SheetGrid _sheet;
    private readonly BoundColumn _item;
    private readonly ItemFigures _figures;
    private readonly int _sheetNumber;
    private readonly int _pattern;
    private readonly NumberReading[] _terms;
    private readonly Regex? _digits;
    private int _incomplete;
    private int _firstIncomplete;
    private bool _hasAny;

    public CellReading(SheetGrid sheet, BoundColumn item, SchoolFigures figures, int sheetNumber)
    {
        (_sheet, _item, _figures, _sheetNumber) = (sheet, item, figures.Item(item.Item), sheetNumber);
        _terms = new NumberReading[item.Columns.Length];
        _digits = item.Rule.Digits > 0 ? new Regex($@"\d{{{item.Rule.Digits}}}", RegexOptions.CultureInvariant) : null;
        if (item.Columns.Length > 1)
        {
            _pattern = figures.PatternNumber([.. item.Columns.Skip(1).Select(column => new CellStep(0, column.Column - item.Columns[0].Column))]);
        }

        if (!item.Columns.IsEmpty && !_figures.Heading.IsSomewhere)
        {
            _figures.Heading = new CellPlace(sheetNumber, item.Columns[0].Row, item.Columns[0].Column);
        }
    }

    /// <summary>Reads the cell or cells of a row for a school; a blank one says nothing.</summary>
    public void Read(int row, int school)
    {
        if (_item.Condition is { } condition && !Holds(_item.Rule.When!, _sheet.MergedText(row, condition.Column)))
        {
            return;
        }

        if (_item.Columns.IsEmpty)
        {
            Given(row, school, _item.Rule.Value!);
        }
        else if (!_item.IsFigure || _digits is not null || !_item.Rule.Values.IsEmpty)
        {
            Words(row, school);
        }
        else
        {
            Figure(row, school);
        }
    }

    /// <summary>Says at the end what was noticed.</summary>
    public void Conclude(SheetNotes notes)
    {
        if (_incomplete > 0)
        {
            notes.Warn(
                "forms.blank-term",
                Origin.CellName(_firstIncomplete, _item.Columns[0].Column),
                new(
                    $"{_item.Item} 由 {_item.Columns.Length} 列相加，有 {_incomplete} 行缺其中一部分：按缺失处理（空白不等于 0）",
                    $"{_item.Item} adds up {_item.Columns.Length} columns; {_incomplete} rows lack some of them and count as missing (blank is not zero)"),
                new("确实没有的填 0", "Write 0 where there is none"));
        }

        if (_item.Item == "kindergarten_pupils" && _hasAny)
        {
            notes.Choose(new(
                $"附设幼儿班幼儿数（{_item.Columns[0].Text}）已记录；政策没有给出折算比例，不参与分摊",
                $"Children in attached kindergarten classes ({_item.Columns[0].Text}) are recorded; no rule gives their weight, so they do not enter the split"));
        }

    }

    private static bool Holds(RowCondition condition, string text)
    {
        var word = HeadingPath.Normalised(text);
        return condition.Texts.Any(each => HeadingPath.Normalised(each) == word);
    }

    private void Figure(int row, int school)
    {
        var blank = 0;
        for (var at = 0; at < _terms.Length; at++)
        {
            var column = _item.Columns[at].Column;
            if (_sheet.Number(row, column) is not { } reading)
            {
                blank++;
                continue;
            }

            if (!reading.WasRead)
            {
                _figures.Put(school, Observation.Figure(reading, _sheet.Text(row, column), new CellPlace(_sheetNumber, row, column)));
                return;
            }

            _terms[at] = reading;
        }

        if (blank > 0)
        {
            if (blank < _terms.Length)
            {
                _firstIncomplete = _incomplete++ == 0 ? row : _firstIncomplete;
            }

            return;
        }

        var first = _item.Columns[0].Column;
        var number = _terms.Length == 1 && _item.Factor == 1 ? _terms[0] : ExactFigures.Sum(_terms, _item.Factor) with { Remark = _terms[0].Remark };
        _hasAny |= number.Value > 0;
        _figures.Put(school, Observation.Figure(number, number.Remark is null ? null : _sheet.Text(row, first), new CellPlace(_sheetNumber, row, first, _pattern)));
    }

    private void Words(int row, int school)
    {
        var column = _item.Columns[0].Column;
        var text = _sheet.MergedText(row, column);
        if (text.Length == 0)
        {
            return;
        }

        text = FullWidth.NarrowAlphanumerics(text, out var narrowed);
        text = _digits is null ? text : _digits.Match(text) is { Success: true } match ? match.Value : text;
        if (!_item.Rule.Values.IsEmpty)
        {
            var word = HeadingPath.Normalised(text);
            text = _item.Rule.Values.FirstOrDefault(value => HeadingPath.Normalised(value.Text) == word).Value ?? text;
        }

        var place = new CellPlace(_sheetNumber, row, column);
        if (_item.IsFigure)
        {
            _figures.Put(school, Observation.Figure(NumberText.Read(text), text, place));
            return;
        }

        _figures.Put(school, Observation.Words(text, narrowed ? CellRemarkKind.FullWidthText : _sheet.TextRemark(row, column), place));
    }

    private void Given(int row, int school, string value)
    {
        var place = new CellPlace(_sheetNumber, row, 0);
        _figures.Put(school, _item.IsFigure ? Observation.Figure(NumberText.Read(value), null, place) : Observation.Words(value, null, place));
    }
}
