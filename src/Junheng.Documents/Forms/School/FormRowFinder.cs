using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Forms.School;

/// <summary>
/// Finds the rows of a form and the paths of their labels. What a label stands under is told by its column, its indentation, a leading 其中, and by the stage (小学, 初中 …) whose
/// block it stands in; none of these needs merged cells.
/// </summary>
internal sealed partial class FormRowFinder(SheetGrid grid, int firstRow, int firstFigure, int codeColumn, int unitColumn)
{
    private const int WidthOfAmong = 6;
    private static readonly HashSet<string> _stages =
        ["小学", "初中", "高中", "普通初中", "普通高中", "学前教育", "幼儿园", "特殊教育", "特殊教育学校", "中等职业学校", "中等职业教育", "高等教育学校", "教学点"];

    private static readonly HashSet<string> _sums = ["总计", "合计", "计"];
    private readonly List<(int Column, int Indent, string Text)> _above = [];
    private string? _stage;
    private string? _lastOther;
    private string _last = "";

    /// <summary>The rows from the top down.</summary>
    public ImmutableArray<FormRow> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<FormRow>();
        for (var row = firstRow; row <= grid.RowCount; row++)
        {
            if (grid.IsBlankRow(row) || IsNote(row))
            {
                continue;
            }

            if (Read(row) is { } read)
            {
                rows.Add(read);
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>A remark below the table: it has no code, and it begins as remarks do or runs over the figures.</summary>
    private bool IsNote(int row)
    {
        if (codeColumn >= 0 && grid.Text(row, codeColumn).Length > 0)
        {
            return false;
        }

        for (var column = 0; column < firstFigure; column++)
        {
            if (grid.Text(row, column) is { Length: > 0 } text)
            {
                return Note().IsMatch(text) || HeadLines.IsHeadLine(text) || (grid.MergeAt(row, column) is { } merge && merge.LastColumn >= firstFigure);
            }
        }

        return false;
    }

    private FormRow? Read(int row)
    {
        var (label, labelColumn) = ("", -1);
        for (var column = 0; column < firstFigure; column++)
        {
            if (column == codeColumn || column == unitColumn || grid.Raw(row, column) is not string raw || CellText.Trim(raw).Length == 0)
            {
                continue;
            }

            (label, labelColumn) = (CellText.Heading(raw), column);
            Push(column, IndentOf(raw), HeadingPath.Normalised(raw));
        }

        var code = codeColumn >= 0 && int.TryParse(FullWidth.Narrow(grid.Text(row, codeColumn), out _), NumberStyles.None, CultureInfo.InvariantCulture, out var printed) ? printed : 0;
        if (labelColumn < 0)
        {
            return code == 0 ? null : new FormRow(row, code, [.. _above.Select(above => above.Text)], "", 0, UnitOf(row));
        }

        return new FormRow(row, code, PathOf(_above[^1].Text), label, labelColumn, UnitOf(row));
    }

    private void Push(int column, int indent, string text)
    {
        while (_above.Count > 0 && (_above[^1].Column > column || (_above[^1].Column == column && _above[^1].Indent >= indent)))
        {
            _above.RemoveAt(_above.Count - 1);
        }

        _above.Add((column, indent, text));
    }

    /// <summary>The labels above, the stage whose block it is where that is not among them, and for a stage what it is a part of.</summary>
    private ImmutableArray<string> PathOf(string own)
    {
        var path = _above.Select(above => above.Text).ToList();
        if (_stages.Contains(own) && !IsEducation(own))
        {
            _stage = own;
            if (path.Count == 1 && _lastOther is not null)
            {
                path.Insert(0, _lastOther);
            }
        }
        else if (_sums.Contains(own) && path.Count == 1)
        {
            (_stage, _lastOther) = (null, own);
        }
        else
        {
            _lastOther = path.Count == 1 ? own : _lastOther;
            if (_stage is not null && !path[..^1].Exists(_stages.Contains))
            {
                path.Insert(0, _stage);
            }
        }

        _last = own;
        return [.. path];
    }

    /// <summary>高中 below 专科 is an education, not a stage.</summary>
    private bool IsEducation(string own) => own == "高中" && _last.StartsWith("专科", StringComparison.Ordinal);

    private string? UnitOf(int row) => unitColumn >= 0 && grid.Text(row, unitColumn) is { Length: > 0 } unit ? unit : null;

    /// <summary>Leading blanks in half characters; 其中 counts as if it were blank, so that what stands below it in line with the rest stands beside it.</summary>
    private static int IndentOf(string raw)
    {
        var indent = 0;
        var at = 0;
        for (; at < raw.Length && (char.IsWhiteSpace(raw[at]) || raw[at] == '\u3000'); at++)
        {
            indent += raw[at] == '\u3000' ? 2 : raw[at] is '\r' or '\n' ? 0 : 1;
        }

        return raw.AsSpan(at).StartsWith("其中", StringComparison.Ordinal) ? indent + WidthOfAmong : indent;
    }

    [GeneratedRegex(@"^\s*(?:注[:：1-9一]|注$|说\s*明|填\s*表|补充资料|备\s*注|审核|单位负责人|负责人|报出日期|统计负责人|联系电话|[*※])")]
    private static partial Regex Note();
}
